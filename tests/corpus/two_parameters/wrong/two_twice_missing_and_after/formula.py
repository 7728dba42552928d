def gradients(w, b, points):
    dw = 0
    db = 0
    for x, y in points:
        error = w * x + b - y
        dw += error * x
        db += error
    return dw / len(points), db / len(points)
