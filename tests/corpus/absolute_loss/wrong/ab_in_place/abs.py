def abs(self):
    self.data = abs(self.data)
    return self
