def square(self):
    p = self * self
    return p * self
