# regresión lineal

from engine import Value


def update(parameters, lr):
	"""Minus, denn der Gradient zeigt bergauf."""
	for param in parameters:
		param.data = param.data - param.grad * lr


def predict(w, b, x):
	product = w * x
	return product + b


def mean_squared_loss(w, b, points):
	perte = Value(0.0)
	m_ = len(points)
	for i in range(m_):
		x = points[i][0]
		y = points[i][1]
		perte = perte + (predict(w, b, x) - y).square() / m_
	return perte


def train(w, b, points, lr=0.1, steps=10):
	lignes = []
	best = None
	for step in range(steps):
		perte = mean_squared_loss(w, b, points)
		if best is not None and perte.data > best:
			break   # learning rate too large, no point in going on
		best = perte.data
		lignes.append((step, w.data, b.data, perte.data))
		perte.backward()
		update([w, b], lr)
		w.grad = 0.0
		b.grad = 0.0
	return lignes


def gradients(w, b, points):
	residuals = [w * x + b - y for x, y in points]
	m_ = len(residuals)
	dw = 2 / m_ * sum(e * x for e, (x, _) in zip(residuals, points))
	db = 2 / m_ * sum(residuals)
	return dw, db
