def engine_gradients(Value, f, xs):
    grads = []
    for i in range(len(xs)):
        v = Value(xs[i])
        args = [v if j == i else xs[j] for j in range(len(xs))]
        f(*args).backward()
        grads.append(v.grad)
    return grads
