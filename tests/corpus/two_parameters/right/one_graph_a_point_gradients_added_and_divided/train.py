def train(w, b, points, lr=0.1, steps=10):
    history = []
    for k in range(steps):
        total = 0
        for x, y in points:
            l = (predict(w, b, x) - y) ** 2
            l.backward()
            total += l.data
        w.grad /= len(points)
        b.grad /= len(points)
        history.append([k, w.data, b.data, total / len(points)])
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return tuple(history)
