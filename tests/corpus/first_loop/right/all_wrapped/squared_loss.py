def _to_value(v):
    return v if isinstance(v, Value) else Value(v)


def squared_loss(w, x, y):
    w, x, y = map(_to_value, (w, x, y))
    diff = w * x - y
    return diff * diff
