# w = 1, b = -1, eta = 0.1, points (3, 1) and (-2, 4)
x1, y1, x2, y2 = 3, 1, -2, 4
Y_HAT_1 = 1 * x1 - 1
Y_HAT_2 = 1 * x2 - 1
LOSS = ((Y_HAT_1 - y1) ** 2 + (Y_HAT_2 - y2) ** 2) / 2
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = ((Y_HAT_1 - y1) * x1 + (Y_HAT_2 - y2) * x2) / 2
GRADIENT_B = ((Y_HAT_1 - y1) + (Y_HAT_2 - y2)) / 2
W_AFTER = 1 - 0.1 * GRADIENT_W
B_AFTER = -1 - 0.1 * GRADIENT_B
LOSS_AFTER = ((W_AFTER * x1 + B_AFTER - y1) ** 2 + (W_AFTER * x2 + B_AFTER - y2) ** 2) / 2
LOSS_WENT_DOWN = True
