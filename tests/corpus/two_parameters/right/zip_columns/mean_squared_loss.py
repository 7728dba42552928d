def mean_squared_loss(w, b, points):
    xs, ys = zip(*points)
    errors = [predict(w, b, x) - y for x, y in zip(xs, ys)]
    squares = [e * e for e in errors]
    return sum(squares) / len(squares)
