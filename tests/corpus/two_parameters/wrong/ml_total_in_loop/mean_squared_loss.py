def mean_squared_loss(w, b, points):
    for x, y in points:
        total = Value(0)
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)
