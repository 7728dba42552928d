"""My answers."""

Y_HAT_1: int = 2
Y_HAT_2: int = -3
LOSS: float = 25.0
GRADIENT_W_SIGN: str = "positive"
GRADIENT_B_SIGN: str = "negative"
GRADIENT_W: float = 17.0
GRADIENT_B: float = -6.0
W_AFTER: float = -0.7
B_AFTER: float = -0.4
LOSS_AFTER: float = 10.625
LOSS_WENT_DOWN: bool = True
