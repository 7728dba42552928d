W_SHOULD = "up"
