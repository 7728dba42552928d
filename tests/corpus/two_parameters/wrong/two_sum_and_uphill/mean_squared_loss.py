def mean_squared_loss(w, b, points):
    total = 0
    for x, y in points:
        total += (predict(w, b, x) - y).square()
    return total
