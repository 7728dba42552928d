def train_with_decay(parameter, loss, lr, decay, steps):
    below = 1
    rows = []
    for step in range(steps):
        graph = loss(parameter)
        rows.append((step, parameter.data, graph.data))
        graph.backward()
        parameter.data -= lr / below * parameter.grad
        parameter.grad = 0.0
        below += decay
    return rows
