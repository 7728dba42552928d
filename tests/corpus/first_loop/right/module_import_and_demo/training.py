import engine


def squared_loss(w, x, y):
    w = w if isinstance(w, engine.Value) else engine.Value(w)
    return (w * x - y).square()


def update(w, lr):
    w.data -= w.grad * lr


def zero_grad(*params):
    for p in params:
        p.grad = 0.0


def train(w, x, y, lr=0.1, steps=10, verbose=False):
    log = []
    for t in range(steps):
        loss = squared_loss(w, x, y)
        log.append((t, float(w.data), float(loss.data)))
        if verbose:
            print(log[-1])
        loss.backward()
        update(w, lr)
        zero_grad(w)
    return log


w_demo = engine.Value(0.0)
demo = train(w_demo, 1.0, 1.0, steps=3)
print("demo:", [round(loss, 3) for _, _, loss in demo])

if __name__ == "__main__":
    train(engine.Value(-1.0), 2.0, 4.0, verbose=True)
