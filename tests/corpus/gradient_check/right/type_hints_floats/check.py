def check(Value, f, xs, tolerance=1e-6):
    bad: list[int] = []
    measured = measured_gradients(Value, f, list(xs), 1e-5)
    for position, (engine, slope) in enumerate(zip(engine_gradients(Value, f, list(xs)), measured, strict=True)):
        tiny = max(abs(engine), abs(slope)) < 1e-8
        if tiny:
            continue
        if relative_error(engine, slope) > tolerance:
            bad.append(position)
    return bad
