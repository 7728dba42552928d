def measured_gradients(Value, f, xs, h=1e-5):
    slopes = []
    for i in range(len(xs)):
        xs[i] += h
        above = f(*[Value(x) for x in xs]).data
        xs[i] -= h
        below = f(*[Value(x) for x in xs]).data
        slopes.append((above - below) / h)
    return slopes
