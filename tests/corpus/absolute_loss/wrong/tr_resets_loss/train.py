def train(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        value = loss(parameter)
        rows.append((step, parameter.data, value.data))
        value.backward()
        parameter.data -= lr * parameter.grad
        value.grad = 0
    return rows
