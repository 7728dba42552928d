# kağıt üzerinde yaptım
Y_HAT_1 = 2.0
Y_HAT_2 = -3.0
LOSS = 25.0
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17.0
GRADIENT_B = -6.0
W_AFTER = -7 / 10
B_AFTER = -4 / 10
LOSS_AFTER = 85 / 8
LOSS_WENT_DOWN = True
