def gradients(w, b, points):
    dw = 0
    db = 0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * w
        db += 2 * error
    return dw / len(points), db / len(points)
