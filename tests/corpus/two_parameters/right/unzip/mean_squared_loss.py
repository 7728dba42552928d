def mean_squared_loss(w, b, points):
    xs, ys = zip(*points)
    losses = [(predict(w, b, xs[i]) - ys[i]).square() for i in range(len(xs))]
    total = losses[0]
    for l in losses[1:]:
        total = total + l
    return total * (1.0 / len(losses))
