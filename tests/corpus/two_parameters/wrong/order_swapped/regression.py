"""A line learns."""


def update(parameters, lr):
	new = [p.data - lr * p.grad for p in parameters]
	for p, number in zip(parameters, new):
		p.data = number


def predict(w, b, x):
	return w * x + b


def squared_error(w, b, point):
	x, y = point
	return (y - predict(w, b, x)).square()


def mean_squared_loss(w, b, points):
	somme = squared_error(w, b, points[0])
	for point in points[1:]:
		somme += squared_error(w, b, point)
	return somme / len(points)


def train(w, b, points, lr=0.1, steps=10):
	protokoll = [None] * steps
	for i in range(steps):
		perte = mean_squared_loss(w, b, points)
		protokoll[i] = (i, w.data, b.data, perte.data)
		perte.backward()
		update([w, b], lr)
		w.grad = 0.0
		b.grad = 0.0
	return protokoll


def gradients(w, b, points):
	how_many = len(points)
	e = [b + w * x - y for x, y in points]
	gradient_b = 2 * sum(e) / how_many
	gradient_w = 2 * sum(e_i * p[0] for e_i, p in zip(e, points)) / how_many
	return gradient_b, gradient_w
