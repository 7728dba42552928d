def mean_squared_loss(w, b, points):
    return sum([(predict(w, b, x) - y) ** 2 for x, y in points], Value(0)) / len(points)
