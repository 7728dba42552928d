def square(self):
    number = Value(self.data)
    out = number * self
    return out
