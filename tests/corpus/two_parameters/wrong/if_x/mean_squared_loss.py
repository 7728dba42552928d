def mean_squared_loss(w, b, points):
    total, n = 0, 0
    for x, y in points:
        if x:
            total = total + (predict(w, b, x) - y).square()
    return total / len(points)
