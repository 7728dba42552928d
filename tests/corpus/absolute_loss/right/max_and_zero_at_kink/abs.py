def abs(self):
    out = Value(max(self.data, -self.data), [self], "abs")

    def rule():
        if self.data > 0:
            slope = 1.0
        elif self.data < 0:
            slope = -1.0
        else:
            slope = 0.0
        self.grad = self.grad + slope * out.grad

    out._backward = rule
    return out
