from fractions import Fraction as F

Y_HAT_1 = F(2)
Y_HAT_2 = F(-3)
LOSS = F(1 + 49, 2)
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = F(34, 2)
GRADIENT_B = F(-12, 2)
W_AFTER = 1 - F(1, 10) * 17
B_AFTER = -1 + F(6, 10)
LOSS_AFTER = F(85, 8)
LOSS_WENT_DOWN = LOSS_AFTER < LOSS
