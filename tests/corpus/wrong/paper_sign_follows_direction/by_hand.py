GRADIENT_SIGN = "Positive"
