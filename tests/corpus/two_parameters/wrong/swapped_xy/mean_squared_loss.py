def mean_squared_loss(w, b, points):
    total = 0
    for y, x in points: total = total + (predict(w, b, x) - y).square()
    return total / len(points)
