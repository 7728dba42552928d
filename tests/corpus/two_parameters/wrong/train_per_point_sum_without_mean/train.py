def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        total = 0
        for x, y in points:
            l = (predict(w, b, x) - y).square()
            l.backward()
            total += l.data
        rows.append((step, w.data, b.data, total / len(points)))
        update([w, b], lr)
        w.grad = b.grad = 0
    return rows
