# by hand
# point 1: ŷ = 2, error 1.  point 2: ŷ = -3, error -7
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = 50          # 1 + 49
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 34    # 6 + 28
GRADIENT_B = -12   # 2 - 14
W_AFTER = -2.4
B_AFTER = 0.2
LOSS_AFTER = 65    # 64 + 1
LOSS_WENT_DOWN = False
