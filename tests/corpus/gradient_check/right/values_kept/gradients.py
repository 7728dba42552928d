def measured_gradients(Value, f, xs, h=1e-5):
    values = [Value(x) for x in xs]
    slopes = []
    for value in values:
        middle = value.data

        def g(x):
            value.data = x
            return f(*values).data

        slopes.append(central_slope(g, middle, h))
        value.data = middle
    return slopes
