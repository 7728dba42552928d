def _sorted(self, seen=None):
    seen = [] if seen is None else seen
    for child in self._prev:
        if all(child is not s for s in seen):
            child._sorted(seen)
    seen.append(self)
    return seen

def backward(self):
    self.grad = 1.0
    for node in self._sorted()[::-1]:
        node._backward()
