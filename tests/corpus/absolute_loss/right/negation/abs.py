def abs(self):
    if self.data < 0:
        return -self
    return self + 0
