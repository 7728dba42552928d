"""Lesson 2, on paper first."""
# Von Hand gerechnet, auf dem Zettel neben mir.
Y_HAT_1 = 2       # 1·3 − 1
Y_HAT_2 = -3      # 1·(−2) − 1
LOSS = 25         # (1 + 49) / 2
# Vorzeichen: der zweite Fehler ist viel größer und x ist dort negativ
GRADIENT_W_SIGN = "positive"
GRADIENT_B_SIGN = "negative"
GRADIENT_W = 17   # (2·1·3 + 2·(−7)·(−2)) / 2
GRADIENT_B = -6   # (2 − 14) / 2
W_AFTER = -0.7
B_AFTER = -0.4
LOSS_AFTER = 10.625   # Fehler −3,5 und −3
LOSS_WENT_DOWN = True
