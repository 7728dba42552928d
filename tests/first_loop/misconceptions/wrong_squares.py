"""Wrong versions of `Value.square`, as they would be written."""

from tests.first_loop.misconceptions.install import local_rule
from tests.first_loop.misconceptions.reference import Value

# --- a wrong rule for the gradient, all else right -----------------------------------------------


@local_rule
def factor_missing(self, out):
    self.grad += self.data * out.grad


@local_rule
def x_missing(self, out):
    self.grad += 2 * out.grad


@local_rule
def passed_straight_through(self, out):
    self.grad += out.grad


@local_rule
def upstream_ignored(self, out):
    self.grad += 2 * self.data


@local_rule
def upstream_added(self, out):
    self.grad += 2 * self.data + out.grad


@local_rule
def upstream_divided(self, out):
    self.grad += 2 * self.data / out.grad


@local_rule
def raised_to_upstream(self, out):
    self.grad += 2 * self.data**out.grad


@local_rule
def slope_raised_to_upstream(self, out):
    self.grad += (2 * self.data) ** out.grad


@local_rule
def assigned(self, out):
    self.grad = 2 * self.data * out.grad


@local_rule
def multiplied_into(self, out):
    self.grad *= 2 * self.data * out.grad


@local_rule
def subtracted(self, out):
    self.grad -= 2 * self.data * out.grad


@local_rule
def slope_at_the_square(self, out):
    self.grad += 2 * out.data * out.grad


@local_rule
def square_as_slope(self, out):
    self.grad += self.data**2 * out.grad


@local_rule
def slope_without_sign(self, out):
    self.grad += 2 * abs(self.data) * out.grad


@local_rule
def slope_times_own_grad(self, out):
    self.grad += 2 * self.data * self.grad


@local_rule
def grad_for_data(self, out):
    self.grad += 2 * self.grad * out.grad


@local_rule
def value_in_the_rule(self, out):
    self.grad += 2 * self * out.grad


def counted_twice(self):
    out = Value(self.data**2, (self, self), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def never_attached(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    return out


def attached_to_self(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    self._backward = _backward
    return out


def attached_under_another_name(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out.backward = _backward
    return out


def called_at_once(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    _backward()
    return out


def grad_read_too_early(self):
    out = Value(self.data**2, (self,), "square")
    arriving = out.grad

    def _backward():
        self.grad += 2 * self.data * arriving

    out._backward = _backward
    return out


def slope_put_at_once(self):
    out = Value(self.data**2, (self,), "square")
    self.grad += 2 * self.data
    return out


def slope_set_at_once(self):
    out = Value(self.data**2, (self,), "square")
    self.grad = 2 * self.data
    return out


def slope_kept_in_the_class(self):
    out = Value(self.data**2, (self,), "square")
    Value.slope = 2 * self.data

    def _backward():
        self.grad += Value.slope * out.grad

    out._backward = _backward
    return out


def slope_measured(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        h = 0.001
        self.grad += ((self.data + h) ** 2 - self.data**2) / h * out.grad

    out._backward = _backward
    return out


def slope_measured_backwards(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        h = 1e-6
        self.grad += (self.data**2 - (self.data - h) ** 2) / h * out.grad

    out._backward = _backward
    return out


def computed_and_dropped(self):
    out = Value(self.data**2, (self,), "square")
    out._backward = lambda: 2 * self.data * out.grad
    return out


def result_attached(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward()
    return out


def number_attached(self):
    out = Value(self.data**2, (self,), "square")
    out._backward = 2 * self.data * out.grad
    return out


@local_rule
def grad_put_on_output(self, out):
    out.grad += 2 * self.data * out.grad


@local_rule
def grad_assigned_to_output(self, out):
    out.grad = 2 * self.data * out.grad


@local_rule
def output_takes_from_self(self, out):
    out.grad += 2 * self.data * self.grad


def number_returned(self):
    return self.data**2


def rule_returned(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return _backward


def nothing_returned(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward


def not_connected(self):
    out = Value(self.data**2)

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def forward_only(self):
    return Value(self.data**2)


def copies_multiplied(self):
    return Value(self.data) * Value(self.data)


def copy_multiplied(self):
    x = Value(self.data)
    return x * x


def number_times_itself(self):
    return self * self.data


def copy_squared(self):
    x = Value(self.data)
    out = Value(x.data**2, (x,), "square")

    def _backward():
        x.grad += 2 * x.data * out.grad

    out._backward = _backward
    return out


def copy_as_child(self):
    out = Value(self.data**2, (Value(self.data),), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def number_among_children(self):
    out = Value(self.data**2, (self, 2), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def number_as_only_child(self):
    out = Value(self.data**2, (self.data,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def product_with_number_among_children(self):
    out = Value(self.data * self.data, (self, self.data), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def children_and_op_swapped(self):
    out = Value(self.data**2, "square", (self,))

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def comma_missing(self):
    out = Value(self.data**2, (self), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def xor(self):
    out = Value(self.data ^ 2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def value_as_data(self):
    out = Value(self * self, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def value_as_data_alone(self):
    return Value(self * self, (self,), "square")


def doubled(self):
    out = Value(self.data * 2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def doubled_with_its_slope(self):
    return self * 2


def doubled_as_one_node(self):
    out = Value(self.data * 2, (self,), "square")

    def _backward():
        self.grad += 2 * out.grad

    out._backward = _backward
    return out


def added_to_itself(self):
    return self + self


def cubed(self):
    out = Value(self.data**3, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out


def cubed_as_one_node(self):
    out = Value(self.data**3, (self,), "square")

    def _backward():
        self.grad += 3 * self.data**2 * out.grad

    out._backward = _backward
    return out


def cubed_with_its_slope(self):
    return self * self * self


def changed_in_place(self):
    self.data = self.data**2
    return self


def changed_then_wrapped(self):
    self.data = self.data**2
    out = Value(self.data, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out
