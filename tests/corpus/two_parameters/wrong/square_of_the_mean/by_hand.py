# mijn antwoorden
# la moyenne des erreurs, au carré
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = ((1 - 7) / 2) ** 2
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17
GRADIENT_B = -6
W_AFTER = -0.7
B_AFTER = -0.4
LOSS_AFTER = ((-3.5 - 3) / 2) ** 2
LOSS_WENT_DOWN = False
