def train_with_decay(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        value = loss(parameter)
        rows.append((step, parameter.data, value.data))
        value.backward()
        parameter.data -= lr / 1 + decay * step * parameter.grad
        parameter.grad = 0
    return rows
