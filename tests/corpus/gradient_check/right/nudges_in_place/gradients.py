def measured_gradients(Value, f, xs, h=1e-5):
    gradients = []
    for i in range(len(xs)):
        old = xs[i]
        xs[i] = old + h
        above = f(*[Value(x) for x in xs]).data
        xs[i] = old - h
        below = f(*[Value(x) for x in xs]).data
        xs[i] = old
        gradients.append((above - below) / (2 * h))
    return gradients
