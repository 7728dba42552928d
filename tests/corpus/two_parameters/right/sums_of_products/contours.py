def loss_table(ws, bs, points):
    n = len(points)

    def loss(w, b):
        return sum((w * x + b - y) ** 2 for x, y in points) / n

    return [[loss(w, b) for w in ws] for b in bs]
