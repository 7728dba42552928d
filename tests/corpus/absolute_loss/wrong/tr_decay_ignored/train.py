def train_with_decay(parameter, loss, lr, decay, steps):
    return train(parameter, loss, lr, steps)
