"""Beantwoord op papier."""
Y_HAT_1: int = 2
Y_HAT_2: int = -3
LOSS: float = 25.0
GRADIENT_W_SIGN: str = "positive"
GRADIENT_B_SIGN: str = "negative"
GRADIENT_W: float = (6 + 28) / 2
GRADIENT_B: float = 2 - 14
W_AFTER: float = -0.7
B_AFTER: float = 0.2
LOSS_AFTER: float = (2.9**2 + 2.4**2) / 2   # 7.085
LOSS_WENT_DOWN: bool = True
