from __future__ import annotations

from typing import Callable

Number = int | float


class Value:
    """A number with a history."""

    def __init__(self, data: Number, children: tuple[Value, ...] = (), op: str = "") -> None:
        self.data = data
        self.grad: float = 0.0
        self._parents = set(children)
        self._op = op
        self._grad_fn: Callable[[], None] | None = None

    def __add__(self, other: Value | Number) -> Value:
        other = _wrap(other)
        out = Value(self.data + other.data, (self, other), "+")

        def grad_fn() -> None:
            self.grad += out.grad
            other.grad += out.grad

        out._grad_fn = grad_fn
        return out

    def __sub__(self, other: Value | Number) -> Value:
        return self + _wrap(other) * -1

    def __mul__(self, other: Value | Number) -> Value:
        other = _wrap(other)
        out = Value(self.data * other.data, (self, other), "*")

        def grad_fn() -> None:
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._grad_fn = grad_fn
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Number) -> Value:
        return _wrap(other) - self

    def square(self) -> Value:
        out = Value(self.data**2, (self,), "square")

        def grad_fn() -> None:
            self.grad += 2 * self.data * out.grad

        out._grad_fn = grad_fn
        return out

    def backward(self) -> None:
        topo: list[Value] = []
        visited: set[Value] = set()

        def build(v: Value) -> None:
            if v in visited:
                return
            visited.add(v)
            for p in v._parents:
                build(p)
            topo.append(v)

        build(self)
        self.grad = 1.0
        for v in reversed(topo):
            if v._grad_fn is not None:
                v._grad_fn()


def _wrap(x: Value | Number) -> Value:
    return x if isinstance(x, Value) else Value(x)
