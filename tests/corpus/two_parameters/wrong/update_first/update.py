def update(parameters, lr):
    parameters[0].data -= lr * parameters[0].grad
