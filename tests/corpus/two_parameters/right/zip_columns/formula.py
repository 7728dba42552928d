def gradients(w, b, points):
    xs, ys = zip(*points)
    errors = [w * x + b - y for x, y in zip(xs, ys)]
    return (
        sum(2 * e * x for e, x in zip(errors, xs)) / len(xs),
        sum(2 * e for e in errors) / len(xs),
    )
