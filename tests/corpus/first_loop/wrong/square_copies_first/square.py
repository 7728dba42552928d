def square(self):
    x = Value(self.data)
    return x * x
