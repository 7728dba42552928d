def measured_gradients(Value, f, xs, h=1e-5):
    slopes = []
    for i in range(len(xs)):
        up = list(xs)
        up[i] += h
        down = list(xs)
        down[0] -= h
        slopes.append((f(*[Value(x) for x in up]).data - f(*[Value(x) for x in down]).data) / (2 * h))
    return slopes
