# regresión lineal


def predict(w, b, x):
  return b + w * x


def mean_squared_loss(w, b, points):
  xs, ys = zip(*points)
  guesses = [predict(w, b, x) for x in xs]
  gaps = [guess - y for guess, y in zip(guesses, ys)]
  return sum([gap * gap for gap in gaps]) / len(ys)


def gradients(w, b, points):
  def residual(x, y):
    return w * x + b - y

  N = len(points)
  return (
    2 * sum(residual(x, y) * x for x, y in points) / N,
    2 * sum(residual(x, y) for x, y in points) / N,
  )


def update(parameters, lr):
  i = 1
  while i < len(parameters):
    parameters[i].data -= lr * parameters[i].grad
    i += 1


def train(w, b, points, lr=0.1, steps=10):
  ws, bs, losses = [], [], []
  for _ in range(steps):
    J = mean_squared_loss(w, b, points)
    ws.append(w.data)
    bs.append(b.data)
    losses.append(J.data)
    J.backward()
    update([w, b], lr)
    w.grad, b.grad = 0, 0
  return list(zip(range(steps), ws, bs, losses))
