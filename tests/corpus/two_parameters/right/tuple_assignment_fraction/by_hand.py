from fractions import Fraction

Y_HAT_1, Y_HAT_2 = 2, -3
LOSS = Fraction(1 + 49, 2)
GRADIENT_W, GRADIENT_B = Fraction(6 + 28, 2), Fraction(2 - 14, 2)
GRADIENT_W_SIGN = "positive" if GRADIENT_W > 0 else "negative"
GRADIENT_B_SIGN = "positive" if GRADIENT_B > 0 else "negative"
W_AFTER = 1 - Fraction(1, 10) * GRADIENT_W
B_AFTER = -1 - Fraction(1, 10) * GRADIENT_B
LOSS_AFTER = 10.625
LOSS_WENT_DOWN = bool(LOSS_AFTER < LOSS)
