def square(self):
    x = self.data
    return x * x
