def walk(parameter, loss, rates):
    """One step for each rate."""
    rows = []
    for step, rate in enumerate(rates):
        now = loss(parameter)
        rows.append((step, parameter.data, now.data))
        now.backward()
        parameter.data -= rate * parameter.grad
        parameter.grad = 0.0
    return rows
