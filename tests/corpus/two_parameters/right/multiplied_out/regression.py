from engine import Value


def update(parameters, lr):
	if not parameters:
		return
	for v in parameters:
		change = -lr * v.grad
		v.data += change


def predict(w, b, x):
	return w * x + b


def mean_squared_loss(w, b, points):
	count = len(points)
	mx = sum(x for x, _ in points) / count
	my = sum(y for _, y in points) / count
	mxx = sum(x * x for x, _ in points) / count
	mxy = sum(x * y for x, y in points) / count
	myy = sum(y * y for _, y in points) / count
	return w * w * mxx + b * b + w * b * (2 * mx) - w * (2 * mxy) - b * (2 * my) + myy


def train(w, b, points, lr=0.1, steps=10):
	trace = [None] * steps
	for k in range(steps):
		loss = mean_squared_loss(w, b, points)
		trace[k] = (k, w.data, b.data, loss.data)
		loss.backward()
		update([w, b], lr)
		w.grad = 0.0
		b.grad = 0.0
	return trace


def gradients(w, b, points):
	count = len(points)
	xs = [p[0] for p in points]
	ys = [p[1] for p in points]
	sx, sy = sum(xs), sum(ys)
	sxx = sum(x * x for x in xs)
	sxy = sum(x * y for x, y in zip(xs, ys))
	return 2 * (w * sxx + b * sx - sxy) / count, 2 * (w * sx + b * count - sy) / count
