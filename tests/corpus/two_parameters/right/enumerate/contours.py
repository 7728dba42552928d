def loss_table(ws, bs, points):
    table = [[0.0] * len(ws) for _ in bs]
    for i, b in enumerate(bs):
        for j, w in enumerate(ws):
            table[i][j] = mean_squared_loss(Value(w), Value(b), points).data
    return table
