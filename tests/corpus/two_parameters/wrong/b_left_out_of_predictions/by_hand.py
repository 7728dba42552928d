# minhas respostas
Y_HAT_1 = 3
Y_HAT_2 = -2
LOSS = 20       # (4 + 36) / 2
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 18  # (2·2·3 + 2·6·2) / 2
GRADIENT_B = -4
W_AFTER = -0.8
B_AFTER = -0.6
LOSS_AFTER = 8.66   # (3.4² + 2.4²) / 2
LOSS_WENT_DOWN = True
