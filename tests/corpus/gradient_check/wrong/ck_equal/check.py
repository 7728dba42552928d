def check(Value, f, xs, tolerance=1e-6):
    return [i for i, (a, b) in enumerate(zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs))) if a != b]
