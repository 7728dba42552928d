"""One step with two parameters. All by pencil."""
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = 25
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17
GRADIENT_B = -6
W_AFTER = 1 - 17
B_AFTER = -1 + 6
LOSS_AFTER = ((-48 + 5 - 1) ** 2 + (32 + 5 - 4) ** 2) / 2
LOSS_WENT_DOWN = False
