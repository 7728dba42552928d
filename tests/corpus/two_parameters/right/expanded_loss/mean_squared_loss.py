def mean_squared_loss(w, b, points):
    n = len(points)
    xx = sum(x * x for x, y in points) / n
    xy = sum(x * y for x, y in points) / n
    yy = sum(y * y for x, y in points) / n
    mx = sum(x for x, y in points) / n
    my = sum(y for x, y in points) / n
    return w * w * xx + 2 * w * b * mx + b * b - 2 * w * xy - 2 * b * my + yy
