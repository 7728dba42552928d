"""Zettel, abgeschrieben."""
Y_HAT_1, Y_HAT_2 = 2, -3
LOSS = 25
GRADIENT_W_SIGN, GRADIENT_B_SIGN = "positive", "negative"
GRADIENT_W, GRADIENT_B = 17, -6
W_AFTER, B_AFTER = -.7, -.4
LOSS_AFTER = 10.625
LOSS_WENT_DOWN = True
