"""One step with two parameters. All by pencil."""
POINTS = [(3, 1), (-2, 4)]


def y_hat(w, b, x):
    return w * x + b


def loss(w, b):
    return sum((y_hat(w, b, x) - y) ** 2 for x, y in POINTS) / len(POINTS)


def word(number):
    return "positive" if number > 0 else "negative" if number < 0 else "zero"


Y_HAT_1, Y_HAT_2 = (y_hat(1, -1, x) for x, _ in POINTS)
LOSS = loss(1, -1)
GRADIENT_W = sum(2 * (y_hat(1, -1, x) - y) * x for x, y in POINTS) / len(POINTS)
GRADIENT_B = sum(2 * (y_hat(1, -1, x) - y) for x, y in POINTS) / len(POINTS)
GRADIENT_W_SIGN = word(GRADIENT_W)
GRADIENT_B_SIGN = word(GRADIENT_B)
W_AFTER = 1 - 0.1 * GRADIENT_W
B_AFTER = -1 - 0.1 * GRADIENT_B
LOSS_AFTER = loss(W_AFTER, B_AFTER)
LOSS_WENT_DOWN = LOSS_AFTER < LOSS
