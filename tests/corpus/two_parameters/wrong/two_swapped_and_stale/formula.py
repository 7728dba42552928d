def gradients(w, b, points):
    dw = 0
    db = 0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * x
        db += 2 * error
    return db / len(points), dw / len(points)
