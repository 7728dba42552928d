def check(Value, f, xs, tolerance=1e-6):
    return [relative_error(a, b) > tolerance and max(abs(a), abs(b)) >= 1e-8 for a, b in zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs))]
