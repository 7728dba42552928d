def measured_gradients(Value, f, xs, h=1e-5):
    functions = []
    for i in range(len(xs)):
        functions.append(lambda x: f(*[Value(x if j == i else xs[j]) for j in range(len(xs))]).data)
    return [central_slope(g, x, h) for g, x in zip(functions, xs)]
