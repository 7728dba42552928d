Y_HAT_1 = 2
Y_HAT_2 = -1
LOSS = 13            # (1 + 25) / 2
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 13      # (6 + 20) / 2
GRADIENT_B = -4      # (2 - 10) / 2
W_AFTER = -0.3
B_AFTER = -0.6
# -0.9 - 0.6 = -1.5 -> -2.5;   0.6 - 0.6 = 0 -> -4
LOSS_AFTER = (6.25 + 16) / 2
LOSS_WENT_DOWN = True
