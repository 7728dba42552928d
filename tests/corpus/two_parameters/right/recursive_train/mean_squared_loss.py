def mean_squared_loss(w, b, points):
    if len(points) == 1:
        x, y = points[0]
        return (predict(w, b, x) - y).square()
    *rest, (x, y) = points
    n = len(points)
    return mean_squared_loss(w, b, rest) * ((n - 1) / n) + (predict(w, b, x) - y).square() / n
