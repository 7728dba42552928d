def mean_squared_loss(w, b, points):
    loss = Value(0.0)
    for i, point in enumerate(points):
        loss = loss + (predict(w, b, point[0]) - point[1]).square()
    return loss / (i + 1)
