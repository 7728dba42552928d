"""Paper first: one step with two parameters."""
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = 25
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17
GRADIENT_B = -6
W_AFTER = -0.7
B_AFTER = -0.4
LOSS_AFTER = 10.625
LOSS_WENT_DOWN = True
