def mean_squared_loss(w, b, points):
    total = Value(0)
    for i in range(len(points) - 1):
        total = total + (predict(w, b, points[i][0]) - points[i][1]).square()
    return total / len(points)
