def mean_squared_loss(w, b, points):
    total = 0
    for i, (x, y) in enumerate(points):
        total = total + (predict(w, b, x) - y).square() / (i + 1)
    return total
