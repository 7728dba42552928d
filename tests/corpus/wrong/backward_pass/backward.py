def backward(self):
    pass
