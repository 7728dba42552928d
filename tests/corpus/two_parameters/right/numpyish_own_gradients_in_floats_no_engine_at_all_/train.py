def train(w, b, points, lr=0.1, steps=10):
    rows = []
    n = len(points)
    for step in range(steps):
        loss = sum((w.data*x + b.data - y)**2 for x, y in points)/n
        rows.append((step, w.data, b.data, loss))
        dw, db = gradients(w.data, b.data, points)
        w.data -= lr*dw
        b.data -= lr*db
    return rows
