def square(self):
    a = Value(self.data)
    b = Value(self.data)
    return a * b
