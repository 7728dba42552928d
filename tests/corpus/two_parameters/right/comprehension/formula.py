def gradients(w, b, points):
    n = len(points)
    return sum([2 * (w * x + b - y) * x for x, y in points]) / n, sum([2 * (w * x + b - y) for x, y in points]) / n
