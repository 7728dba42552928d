def train(w, b, points, lr=0.1, steps=10):
    def turn(step):
        if step == steps:
            return []
        loss = mean_squared_loss(w, b, points)
        row = (step, w.data, b.data, loss.data)
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
        return [row] + turn(step + 1)

    return turn(0)
