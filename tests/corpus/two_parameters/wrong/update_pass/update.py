def update(parameters, lr):
    pass
