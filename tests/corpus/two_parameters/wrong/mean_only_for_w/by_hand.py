# by hand
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = 25.00
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17.00
GRADIENT_B = -6.00
W_AFTER = -0.70
B_AFTER = -0.40
LOSS_AFTER = 10.63     # rounded
LOSS_WENT_DOWN = True
