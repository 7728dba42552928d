def update(parameters, lr):
    for i in range(len(parameters)):
        parameters[i].data = parameters[i].data - lr * parameters[i].grad
