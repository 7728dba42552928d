def gradients(w, b, points):
    n = len(points)
    dw = 2 // n * sum((w * x + b - y) * x for x, y in points)
    db = 2 // n * sum(w * x + b - y for x, y in points)
    return dw, db
