def square(self):
    self.data *= self.data
    return self
