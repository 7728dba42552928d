def mean_squared_loss(w, b, points):
    loss = Value(0)
    n = len(points)
    for point in points:
        e = point[1] - predict(w, b, point[0])
        loss += e * e * (1 / n)
    return loss
