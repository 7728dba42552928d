def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values)
    for v in values:
        v.backward()
    return [v.grad for v in values]
