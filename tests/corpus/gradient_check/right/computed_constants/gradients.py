def engine_gradients(Value, f, xs):
    gradients = []
    values = []
    for x in xs:
        values.append(Value(x))
    y = f(*values)
    y.backward()
    for v in values:
        gradients.append(v.grad + 0.0)
    return gradients
