"""Lesson 2, on paper first."""
# point A = (3, 1), point B = (-2, 4)
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = (1 + 49) / 2
GRADIENT_W_SIGN = "positive"  # B pulls hardest: error -7 at x = -2
GRADIENT_B_SIGN = "negative"
GRADIENT_W = (6 + 28) / 2
GRADIENT_B = (2 - 14) / 2
W_AFTER = -0.7
B_AFTER = -0.4
LOSS_AFTER = (12.25 + 9) / 2
LOSS_WENT_DOWN = LOSS_AFTER < LOSS
