def gradients(w, b, points):
    dw = db = 0
    weight = 2 / len(points)
    for (x, y) in points:
        db += weight * (w * x + b - y)
        dw += weight * (w * x * x + b * x - x * y)
    return dw, db
