def mean_squared_loss(w, b, points):
    n = len(points)
    total = Value(0.0)
    i = 0
    while i < n:
        x = points[i][0]
        y = points[i][1]
        error = predict(w, b, x) - y
        total += error.square()
        i += 1
    return total / n
