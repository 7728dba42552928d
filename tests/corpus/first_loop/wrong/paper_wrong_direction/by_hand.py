W_SHOULD = "decrease"
