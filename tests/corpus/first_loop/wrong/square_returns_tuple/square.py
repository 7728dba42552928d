def square(self):
    out = Value(self.data**2, (self,), "square")
    return out, 2 * self.data
