def abs(self):
    return self * (1 if self.data >= 0 else -1)
