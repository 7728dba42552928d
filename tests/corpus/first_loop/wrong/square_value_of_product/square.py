def square(self):
    return Value(self * self, (self,), "square")
