def measured_gradients(Value, f, xs, h=1e-5):
    slopes = []
    for i in range(len(xs)):
        above = f(*[Value(x + h) for x in xs]).data
        below = f(*[Value(x - h) for x in xs]).data
        slopes.append((above - below) / (2 * h))
    return slopes
