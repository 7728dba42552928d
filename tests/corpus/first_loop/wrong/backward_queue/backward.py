def backward(self):
    from collections import deque

    self.grad = 1.0
    queue = deque([self])
    visited = {self}
    while queue:
        node = queue.popleft()
        node._backward()
        for child in node._prev:
            if child not in visited:
                visited.add(child)
                queue.append(child)
