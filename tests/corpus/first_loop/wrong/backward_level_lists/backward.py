def backward(self):
    levels = [[self]]
    seen = {id(self)}
    while levels[-1]:
        below = []
        for node in levels[-1]:
            for child in node._prev:
                if id(child) not in seen:
                    seen.add(id(child))
                    below.append(child)
        levels.append(below)
    self.grad = 1.0
    for level in levels:
        for node in level:
            node._backward()
