def mean_squared_loss(w, b, points):
    points = dict(points)
    total = 0
    for x in points: total = total + (predict(w, b, x) - points[x]).square()
    return total / len(points)
