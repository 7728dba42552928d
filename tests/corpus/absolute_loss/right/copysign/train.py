def train(parameter, loss, lr, steps):
    history = []
    for k in range(steps):
        parameter.grad = 0.0
        l = loss(parameter)
        l.backward()
        history.append((k, parameter.data, l.data))
        parameter.data = parameter.data - lr * parameter.grad
    parameter.grad = 0.0
    return history
