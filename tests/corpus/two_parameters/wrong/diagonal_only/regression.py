# regressione lineare


def gradients(w, b, points):
  how_many = len(points)
  mx = sum(x for x, y in points) / how_many
  my = sum(y for x, y in points) / how_many
  mxx = sum(x * x for x, y in points) / how_many
  mxy = sum(x * y for x, y in points) / how_many
  return 2 * (w * mxx + b * mx - mxy), 2 * (w * mx + b - my)


def predict(w, b, x):
  return w * x + b


def mean_of(values):
  values = list(values)
  return sum(values[1:], values[0]) / len(values)


def mean_squared_loss(w, b, points):
  return mean_of((y - predict(w, b, x)).square() for x, y in points)


def update(parameters, lr):
  k = 0
  while k < len(parameters):
    p = parameters[k]
    p.data = p.data - p.grad * lr
    k += 1


def train(w, b, points, lr=0.1, steps=10):
  lignes = []
  for step in range(steps):
    lignes.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
    w.grad, b.grad = gradients(w.data, b.data, points)
    update([w, b], lr)
    w.grad, b.grad = 0.0, 0.0
  return lignes
