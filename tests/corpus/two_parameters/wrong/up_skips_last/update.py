def update(parameters, lr):
    for i in range(len(parameters) - 1):
        parameters[i].data -= lr * parameters[i].grad
