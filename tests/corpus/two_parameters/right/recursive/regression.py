# la droite apprend


def predict(w, b, x):
  return w * x + b


def _sum_of_squares(w, b, points):
  (x, y), *others = points
  here = (predict(w, b, x) - y).square()
  return here + _sum_of_squares(w, b, others) if others else here


def mean_squared_loss(w, b, points):
  return _sum_of_squares(w, b, points) / len(points)


def _mean(numbers):
  numbers = list(numbers)
  return sum(numbers) / len(numbers)


def gradients(w, b, points):
  return (
    _mean(2 * (w * x + b - y) * x for x, y in points),
    _mean(2 * (w * x + b - y) for x, y in points),
  )


def update(parameters, lr):
  for i in range(len(parameters)):
    parameters[i].data = parameters[i].data - lr * parameters[i].grad


def train(w, b, points, lr=0.1, steps=10, _step=0):
  if _step >= steps:
    return []
  J = mean_squared_loss(w, b, points)
  zeile = (_step, w.data, b.data, J.data)
  J.backward()
  update([w, b], lr)
  w.grad = b.grad = 0.0
  return [zeile] + train(w, b, points, lr, steps, _step + 1)
