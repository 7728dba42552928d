def update(parameters, lr):
    for p in parameters: p.data -= lr * parameters[0].grad
