# réponses sur papier
Y_HAT_1, Y_HAT_2 = 2, -3
LOSS = 25
GRADIENT_W_SIGN, GRADIENT_B_SIGN = "positive", "negative"
GRADIENT_W, GRADIENT_B = 17, -6
W_AFTER = 1 + 0.1 * 17
B_AFTER = -1 + 0.1 * -6
LOSS_AFTER = (5.5 ** 2 + 11 ** 2) / 2
LOSS_WENT_DOWN = LOSS_AFTER < LOSS
