def gradients(w, b, points):
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    n = len(xs)
    dw = db = 0
    for i in range(n):
        e = w * xs[i] + b - ys[i]
        dw += e * xs[i]
        db += e
    return [2 / n * dw, 2 * db / n]
