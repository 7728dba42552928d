GRADIENT_W_SIGN = "Positive"
GRADIENT_B_SIGN = ' negative'
