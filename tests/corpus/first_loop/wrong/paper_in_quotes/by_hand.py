Y_HAT = "-2"
LOSS = "36"
GRADIENT = "-24"
