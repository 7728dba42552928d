def check(Value, f, xs, tolerance=1e-6):
    measured = measured_gradients(Value, f, xs)
    claimed = engine_gradients(Value, f, xs)
    wrong = []
    for a, b in zip(claimed, measured):
        if relative_error(a, b) > tolerance and max(abs(a), abs(b)) >= 1e-8:
            wrong.append(claimed.index(a))
    return wrong
