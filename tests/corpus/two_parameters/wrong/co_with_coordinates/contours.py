def loss_table(ws, bs, points):
    return [[(w, b, mean_squared_loss(Value(w), Value(b), points).data) for w in ws] for b in bs]
