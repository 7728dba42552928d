"""Zettel, abgeschrieben."""
# sur papier, puis recopié
Y_HAT_1 = 2
Y_HAT_2 = -3
LOSS = 50 / 2
GRADIENT_W_SIGN = "positive"   # la droite monte trop
GRADIENT_B_SIGN = "negative"   # en moyenne la droite est trop basse
GRADIENT_W = 34 / 2
GRADIENT_B = -12 / 2
W_AFTER = 1 - 1.7
B_AFTER = -1 + 0.6
LOSS_AFTER = 21.25 / 2
LOSS_WENT_DOWN = True
