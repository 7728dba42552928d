"""A line learns."""

from engine import Value


def predict(w: Value, b: Value, x: float) -> Value:
  return w * x + b


def mean_squared_loss(w: Value, b: Value, points: list) -> Value:
  somme = 0.0
  for x, y in points:
    somme += (predict(w, b, x).data - y) ** 2
  return Value(somme / len(points))


def gradients(w, b, points):
  suma_w, suma_b = 0.0, 0.0
  for x, y in points:
    resto = (w * x + b) - y      # positivo: la recta pasa por encima
    suma_w += 2.0 * resto * x
    suma_b += 2.0 * resto
  cuantos = len(points)
  return suma_w / cuantos, suma_b / cuantos


def update(parameters, lr):
  k = 0
  while k < len(parameters):
    p = parameters[k]
    p.data = p.data - p.grad * lr
    k += 1


def train(w, b, points, lr=0.1, steps=10):
  zeilen = []
  for schritt in range(steps):
    verlust = mean_squared_loss(w, b, points)   # jedes Mal neu!
    verlust.backward()
    zeilen.append((schritt, w.data, b.data, verlust.data))
    update([w, b], lr)
    w.grad, b.grad = 0.0, 0.0                   # zurücksetzen
  return zeilen
