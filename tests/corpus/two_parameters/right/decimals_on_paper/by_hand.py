from decimal import Decimal

Y_HAT_1 = Decimal("2")
Y_HAT_2 = Decimal("-3")
LOSS = Decimal("25")
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = Decimal("17")
GRADIENT_B = Decimal("-6")
W_AFTER = Decimal("-0.7")
B_AFTER = Decimal("-0.4")
LOSS_AFTER = Decimal("10.625")
LOSS_WENT_DOWN = True
