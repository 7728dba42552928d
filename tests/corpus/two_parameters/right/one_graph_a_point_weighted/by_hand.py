_w, _b, _eta = 1.0, -1.0, 0.1

Y_HAT_1 = _w * 3 + _b
Y_HAT_2 = _w * -2 + _b
LOSS = sum(e * e for e in (Y_HAT_1 - 1, Y_HAT_2 - 4)) / 2
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17
GRADIENT_B = -6
W_AFTER = _w - _eta * GRADIENT_W
B_AFTER = _b - _eta * GRADIENT_B
LOSS_AFTER = 10.625
LOSS_WENT_DOWN = True
