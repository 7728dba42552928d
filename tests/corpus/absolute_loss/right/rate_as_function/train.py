def train_with_decay(parameter, loss, lr, decay, steps):
    def rate(k):
        return lr / (1 + decay * k)

    rows = []
    for step in range(steps):
        graph = loss(parameter)
        rows.append((step, float(parameter.data), float(graph.data)))
        graph.backward()
        parameter.data = parameter.data - rate(step) * parameter.grad
        parameter.grad = 0.0
    return rows
