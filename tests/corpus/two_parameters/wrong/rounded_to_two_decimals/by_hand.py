"""Lesson 2, on paper first."""
Y_HAT_1 = 2          # 予測 1
Y_HAT_2 = -3         # 予測 2
LOSS = 25            # 平均
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17
GRADIENT_B = -6
W_AFTER = -7 / 10
B_AFTER = -2 / 5
LOSS_AFTER = 85 / 8
LOSS_WENT_DOWN = True
