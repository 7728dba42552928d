def train(w, b, points, lr=0.1, steps=10):
    rows = []
    n = len(points)
    for step in range(steps):
        total = 0.0
        for x, y in points:
            part = (predict(w, b, x) - y).square() / n
            part.backward()
            total += part.data
        rows.append((step, w.data, b.data, total))
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return rows
