def mean_squared_loss(w, b, points):
    total = Value(0)
    for i in range(1, len(points)):
        x, y = points[i]
        total += (predict(w, b, x) - y).square()
    return total / len(points)
