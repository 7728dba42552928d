def check(Value, f, xs, tolerance=1e-6):
    pairs = zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs))
    return [i for i, (a, b) in enumerate(pairs) if relative_error(a, b) > tolerance and max(abs(a), abs(b)) >= 1e-8]
