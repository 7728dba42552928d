def measured_gradients(Value, f, xs, h=1e-5):
    result = []
    for i, x in enumerate(xs):
        up = list(xs)
        down = list(xs)
        up[i] += h
        down[i] -= h
        up_value = f(*map(Value, up))
        down_value = f(*map(Value, down))
        result.append((up_value.data - down_value.data) / h / 2)
    return result
