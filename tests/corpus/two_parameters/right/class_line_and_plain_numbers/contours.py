def loss_table(ws, bs, points):
    rows = []
    for b in bs:
        rows.append([])
        for w in ws:
            # my mean_squared_loss takes plain numbers as well
            rows[-1].append(mean_squared_loss(w, b, points))
    return rows
