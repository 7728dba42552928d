# contas feitas no caderno
Y_HAT_1 = +2
Y_HAT_2 = -3
LOSS = 25.0
# sinais antes dos números
GRADIENT_W_SIGN = 'positive'
GRADIENT_B_SIGN = 'negative'
GRADIENT_W = +17.0
GRADIENT_B = -6.0
W_AFTER = 1 - 1.7
B_AFTER = -1 + .6
LOSS_AFTER = 10.62
LOSS_WENT_DOWN = True
