"""Zettel, abgeschrieben."""
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = 25
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17
GRADIENT_B = -6
W_AFTER = -0.7
# with the new w: errors -4.1 and -3.6, so the slope of b is -7.7 now
B_AFTER = -0.23
LOSS_AFTER = 9.55
LOSS_WENT_DOWN = True
