# regressione lineare


def update(parameters, lr):
	"""Minus, denn der Gradient zeigt bergauf."""
	for param in parameters:
		param.data = param.data - param.grad * lr


def predict(w, b, x):
	return w * x + b


def mean_of(values):
	values = list(values)
	return sum(values[1:], values[0]) / len(values)


def mean_squared_loss(w, b, points):
	return mean_of((y - predict(w, b, x)).square() for x, y in points)


def train(w, b, points, lr=0.1, steps=10):
	ps = [w, b]
	history = []
	for t in range(steps):
		L = mean_squared_loss(w, b, points)
		history.append((t, w.data, b.data, L.data))
		L.backward()
		update(ps, lr)
		for p in ps:
			p.grad = 0
	return history


def gradients(w, b, points):
	slopes_w = []
	slopes_b = []
	for x, y in points:
		y_hat = w * x + b
		slopes_w.append(2 * (y_hat - y) * x)
		slopes_b.append(2 * (y_hat - y))
	return sum(slopes_w) / len(slopes_w), sum(slopes_b) / len(slopes_b)
