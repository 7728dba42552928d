def square(self):
    return self * self
