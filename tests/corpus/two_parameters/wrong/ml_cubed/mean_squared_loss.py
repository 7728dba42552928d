def mean_squared_loss(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square() ** 0.5
    return total / len(points)
