def train(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        value = loss(parameter.data)
        rows.append((step, parameter.data, value.data))
        value.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0
    return rows
