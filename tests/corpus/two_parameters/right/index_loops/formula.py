def gradients(w, b, points):
    n = len(points)
    dw = db = 0.0
    for i in range(n):
        dw = dw + 2 * (w * points[i][0] + b - points[i][1]) * points[i][0] / n
        db = db + 2 * (w * points[i][0] + b - points[i][1]) / n
    return (dw, db)
