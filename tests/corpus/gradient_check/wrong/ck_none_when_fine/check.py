def check(Value, f, xs, tolerance=1e-6):
    measured = measured_gradients(Value, f, xs)
    claimed = engine_gradients(Value, f, xs)
    wrong = []
    for i in range(len(xs)):
        if abs(measured[i]) < 1e-8 and abs(claimed[i]) < 1e-8:
            continue
        if relative_error(claimed[i], measured[i]) > tolerance:
            wrong.append(i)
    if wrong:
        return wrong
