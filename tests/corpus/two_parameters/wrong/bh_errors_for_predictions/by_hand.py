Y_HAT_1 = 1
Y_HAT_2 = -7
