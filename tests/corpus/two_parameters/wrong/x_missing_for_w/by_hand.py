# kağıt üzerinde yaptım
Y_HAT_1 = 1 * 3 + (-1)
Y_HAT_2 = 1 * (-2) + (-1)
LOSS = ((2 - 1) ** 2 + (-3 - 4) ** 2) / 2
GRADIENT_W_SIGN = 'positive'
GRADIENT_B_SIGN = 'negative'
GRADIENT_W = (2 * 1 * 3 + 2 * -7 * -2) / 2
GRADIENT_B = (2 * 1 + 2 * -7) / 2
W_AFTER = 1 - 0.1 * 17
B_AFTER = -1 - 0.1 * -6
LOSS_AFTER = (3.5 ** 2 + 3 ** 2) / 2
LOSS_WENT_DOWN = 10.625 < 25
