def mean_squared_loss(w, b, points):
    mean = 0
    for k, (x, y) in enumerate(points, start=1):
        mean = mean + ((predict(w, b, x) - y).square() - mean) / k
    return mean
