"""By hand, written as sums."""
x1, y1 = 3, 1
x2, y2 = -2, 4
w, b, eta = 1, -1, 0.1

Y_HAT_1 = w * x1 + b
Y_HAT_2 = w * x2 + b
e1 = Y_HAT_1 - y1
e2 = Y_HAT_2 - y2
LOSS = (e1**2 + e2**2) / 2
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = (2 * e1 * x1 + 2 * e2 * x2) / 2
GRADIENT_B = (2 * e1 + 2 * e2) / 2
W_AFTER = w - eta * GRADIENT_W
B_AFTER = b - eta * GRADIENT_B
LOSS_AFTER = ((W_AFTER * x1 + B_AFTER - y1) ** 2 + (W_AFTER * x2 + B_AFTER - y2) ** 2) / 2
LOSS_WENT_DOWN = LOSS_AFTER < LOSS
