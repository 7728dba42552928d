"""Wrong versions of `Value.abs`, as they would be written."""

from tests.absolute_loss.misconceptions.install import local_rule
from tests.absolute_loss.misconceptions.reference import Value

# --- which slope: all else is right ----------------------------------------------------------------


@local_rule
def always_one(self, out):
    self.grad += out.grad


@local_rule
def one_times(self, out):
    self.grad += 1.0 * out.grad


@local_rule
def size_over_itself(self, out):
    self.grad += abs(self.data) / abs(self.data) * out.grad


@local_rule
def sign_of_output(self, out):
    self.grad += (1.0 if out.data > 0 else -1.0) * out.grad


@local_rule
def sign_of_output_from_zero_on(self, out):
    self.grad += (1.0 if out.data >= 0 else -1.0) * out.grad


@local_rule
def sign_of_output_in_branches(self, out):
    if out.data < 0:
        self.grad -= out.grad
    else:
        self.grad += out.grad


@local_rule
def always_minus_one(self, out):
    self.grad += -out.grad


@local_rule
def always_taken_away(self, out):
    self.grad -= out.grad


@local_rule
def turned_around(self, out):
    self.grad += (-1.0 if self.data > 0 else 1.0) * out.grad


@local_rule
def right_slope_taken_away(self, out):
    self.grad -= (1.0 if self.data > 0 else -1.0) * out.grad


@local_rule
def nothing_on_the_left(self, out):
    self.grad += (1.0 if self.data > 0 else 0.0) * out.grad


@local_rule
def nothing_on_the_left_in_branches(self, out):
    if self.data > 0:
        self.grad += out.grad


@local_rule
def nothing_on_the_right(self, out):
    if self.data < 0:
        self.grad -= out.grad


@local_rule
def value_as_slope(self, out):
    self.grad += self.data * out.grad


@local_rule
def size_as_slope(self, out):
    self.grad += abs(self.data) * out.grad


@local_rule
def output_as_slope(self, out):
    self.grad += out.data * out.grad


@local_rule
def size_of_value_and_gradient(self, out):
    self.grad += abs(self.data * out.grad)


@local_rule
def turned_value_as_slope(self, out):
    if self.data > 0:
        self.grad += self.data * out.grad
    else:
        self.grad += -self.data * out.grad


@local_rule
def minus_size_on_the_left(self, out):
    self.grad += (1.0 if self.data > 0 else -1.0) * self.data * out.grad


@local_rule
def slope_of_the_square(self, out):
    self.grad += 2 * self.data * out.grad


@local_rule
def twice_the_size(self, out):
    self.grad += 2 * abs(self.data) * out.grad


@local_rule
def slope_twice_as_steep(self, out):
    self.grad += (2.0 if self.data > 0 else -2.0) * out.grad


@local_rule
def half_as_steep(self, out):
    self.grad += (0.5 if self.data > 0 else -0.5) * out.grad


@local_rule
def divided_by_size(self, out):
    self.grad += self.data / abs(self.data) * out.grad


@local_rule
def divided_by_output(self, out):
    self.grad += self.data / out.data * out.grad


@local_rule
def output_divided(self, out):
    self.grad += out.data / self.data * out.grad


@local_rule
def size_divided(self, out):
    self.grad += abs(self.data) / self.data * out.grad


def divided_in_advance(self):
    sign = self.data / abs(self.data)
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += sign * out.grad

    out._backward = _backward
    return out


def sign_times_number(self):
    sign = abs(self.data) / self.data
    out = Value(sign * self.data, (self,), "abs")

    def _backward():
        self.grad += sign * out.grad

    out._backward = _backward
    return out


def root_of_the_square(self):
    return self.square() ** 0.5


def root_of_the_power(self):
    return (self**2) ** 0.5


def root_of_the_product(self):
    return (self * self) ** 0.5


def fails_at_zero_on_purpose(self):
    if self.data == 0:
        raise ValueError("no slope at 0")
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def nothing_at_zero(self):
    if self.data > 0:
        return self * 1.0
    if self.data < 0:
        return self * -1.0


@local_rule
def no_slope_at_zero(self, out):
    if self.data > 0:
        slope = 1.0
    if self.data < 0:
        slope = -1.0
    self.grad += slope * out.grad


# --- what arrives, and where it goes -----------------------------------------------------------------


@local_rule
def upstream_ignored(self, out):
    self.grad += 1.0 if self.data > 0 else -1.0


@local_rule
def upstream_ignored_in_branches(self, out):
    if self.data > 0:
        self.grad += 1
    else:
        self.grad -= 1


@local_rule
def upstream_ignored_and_assigned(self, out):
    self.grad = 1.0 if self.data > 0 else -1.0


@local_rule
def upstream_ignored_by_division(self, out):
    self.grad += self.data / abs(self.data)


@local_rule
def upstream_ignored_with_a_zero(self, out):
    if self.data > 0:
        self.grad += 1
    elif self.data < 0:
        self.grad += -1


@local_rule
def brackets_missing(self, out):
    self.grad += 1.0 if self.data > 0 else -1.0 * out.grad


@local_rule
def brackets_missing_turned(self, out):
    self.grad += -1.0 if self.data < 0 else 1.0 * out.grad


@local_rule
def upstream_on_the_left_only(self, out):
    if self.data > 0:
        self.grad += 1
    else:
        self.grad -= out.grad


@local_rule
def upstream_added(self, out):
    self.grad += (1.0 if self.data > 0 else -1.0) + out.grad


@local_rule
def upstream_divided(self, out):
    self.grad += (1.0 if self.data > 0 else -1.0) / out.grad


@local_rule
def size_of_upstream(self, out):
    self.grad += abs(out.grad)


@local_rule
def size_of_upstream_with_sign(self, out):
    self.grad += (1.0 if self.data > 0 else -1.0) * abs(out.grad)


@local_rule
def sign_of_upstream(self, out):
    self.grad += 1.0 if out.grad > 0 else -1.0


@local_rule
def sign_of_upstream_times_it(self, out):
    self.grad += (1.0 if out.grad > 0 else -1.0) * out.grad


@local_rule
def assigned(self, out):
    self.grad = (1.0 if self.data > 0 else -1.0) * out.grad


@local_rule
def assigned_in_branches(self, out):
    if self.data > 0:
        self.grad = out.grad
    else:
        self.grad = -out.grad


@local_rule
def assigned_by_division(self, out):
    self.grad = self.data / out.data * out.grad


@local_rule
def assigned_on_the_left(self, out):
    if self.data > 0:
        self.grad += out.grad
    else:
        self.grad = -out.grad


@local_rule
def size_of_the_sum(self, out):
    self.grad = abs(self.grad + out.grad)


@local_rule
def multiplied_into(self, out):
    self.grad *= (1.0 if self.data > 0 else -1.0) * out.grad


@local_rule
def own_gradient(self, out):
    self.grad += (1.0 if self.data > 0 else -1.0) * self.grad


@local_rule
def own_gradient_without_sign(self, out):
    self.grad += abs(self.grad)


@local_rule
def sign_of_own_gradient(self, out):
    self.grad += (1.0 if self.grad > 0 else -1.0) * out.grad


@local_rule
def value_in_the_rule(self, out):
    self.grad += self * out.grad


@local_rule
def grad_put_on_output(self, out):
    out.grad += (1.0 if self.data > 0 else -1.0) * out.grad


@local_rule
def grad_assigned_to_output(self, out):
    out.grad = (1.0 if self.data > 0 else -1.0) * out.grad


@local_rule
def output_takes_from_self(self, out):
    out.grad += (1.0 if self.data > 0 else -1.0) * self.grad


@local_rule
def data_moved(self, out):
    self.data += (1.0 if self.data > 0 else -1.0) * out.grad


# --- comparing -----------------------------------------------------------------------------------------


@local_rule
def compares_in_the_rule(self, out):
    self.grad += (1.0 if self > 0 else -1.0) * out.grad


def compares(self):
    out = Value(self.data if self > 0 else -self.data, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def compares_and_returns(self):
    if self < 0:
        return -self
    return self


def larger_of_both(self):
    return max(self, -self)


def abs_of_the_value(self):
    return abs(self)


def abs_of_the_value_wrapped(self):
    out = Value(abs(self), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


@local_rule
def abs_of_the_value_in_the_rule(self, out):
    self.grad += self.data / abs(self) * out.grad


def asks_itself(self):
    return self.abs()


def asks_itself_for_the_number(self):
    out = Value(self.abs(), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


# --- the rule, and where it is kept --------------------------------------------------------------------


def never_attached(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    return out


def attached_to_self(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    self._backward = _backward
    return out


def attached_under_another_name(self):
    out = Value(abs(self.data), (self,), "abs")

    def backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out.backward = backward
    return out


def called_at_once(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    _backward()
    return out


def grad_read_too_early(self):
    out = Value(abs(self.data), (self,), "abs")
    slope = (1.0 if self.data > 0 else -1.0) * out.grad

    def _backward():
        self.grad += slope

    out._backward = _backward
    return out


def grad_used_at_once(self):
    out = Value(abs(self.data), (self,), "abs")
    self.grad += (1.0 if self.data > 0 else -1.0) * out.grad
    return out


def slope_put_at_once(self):
    out = Value(abs(self.data), (self,), "abs")
    self.grad += 1.0 if self.data > 0 else -1.0
    return out


def slope_set_at_once(self):
    out = Value(abs(self.data), (self,), "abs")
    self.grad = 1.0 if self.data > 0 else -1.0
    return out


def slope_kept_in_the_class(self):
    out = Value(abs(self.data), (self,), "abs")
    Value.slope = 1.0 if self.data > 0 else -1.0

    def _backward():
        self.grad += Value.slope * out.grad

    out._backward = _backward
    return out


def computed_and_dropped(self):
    out = Value(abs(self.data), (self,), "abs")
    out._backward = lambda: (1.0 if self.data > 0 else -1.0) * out.grad
    return out


def result_attached(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward()
    return out


def slope_attached(self):
    out = Value(abs(self.data), (self,), "abs")
    out._backward = 1.0 if self.data > 0 else -1.0
    return out


def rule_with_arguments(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward(self):
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def rule_of_square_left(self):
    out = self.square()
    out.data = abs(self.data)
    return out


# --- which Value comes back ------------------------------------------------------------------------------


def self_where_positive(self):
    if self.data >= 0:
        return self
    return -self


def self_where_positive_else_turned(self):
    return self if self.data > 0 else self * -1


def self_returned(self):
    return self


def changed_in_place(self):
    self.data = abs(self.data)
    return self


def changed_where_negative(self):
    if self.data < 0:
        self.data = -self.data
    return self


def changed_then_wrapped(self):
    self.data = abs(self.data)
    out = Value(self.data, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def number_returned(self):
    return abs(self.data)


def number_of_the_value(self):
    if self.data < 0:
        return -self.data
    return self.data


def nothing_returned(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward


def nothing_where_negative(self):
    if self.data > 0:
        return self * 1.0


def not_connected(self):
    out = Value(abs(self.data))

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def forward_only(self):
    return Value(abs(self.data))


def connected_without_rule(self):
    return Value(abs(self.data), (self,), "abs")


def copy_turned(self):
    x = Value(self.data)
    return x if x.data > 0 else -x


def copy_as_child(self):
    out = Value(abs(self.data), (Value(self.data),), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def copy_with_a_rule(self):
    x = Value(self.data)
    out = Value(abs(x.data), (x,), "abs")

    def _backward():
        x.grad += (1.0 if x.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def number_among_children(self):
    out = Value(abs(self.data), (self, self.data), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def number_as_child(self):
    out = Value(abs(self.data), (self.data,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def comma_missing(self):
    out = Value(abs(self.data), (self), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def children_and_op_swapped(self):
    out = Value(abs(self.data), "abs", (self,))

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def children_left_out(self):
    out = Value(abs(self.data), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def value_as_data(self):
    out = Value(self if self.data > 0 else -self, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


# --- another number ----------------------------------------------------------------------------------------


def relu(self):
    out = Value(max(0.0, self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else 0.0) * out.grad

    out._backward = _backward
    return out


def relu_with_the_right_slope(self):
    out = Value(max(0.0, self.data), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def relu_with_slope_one(self):
    out = Value(max(self.data, 0.0), (self,), "abs")

    def _backward():
        self.grad += out.grad

    out._backward = _backward
    return out


def zero_where_negative(self):
    if self.data > 0:
        return self * 1.0
    return Value(0.0)


def negated(self):
    return -self


def negated_number(self):
    out = Value(-self.data, (self,), "abs")

    def _backward():
        self.grad -= out.grad

    out._backward = _backward
    return out


def negated_number_with_slope(self):
    out = Value(-self.data, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def never_positive(self):
    out = Value(-abs(self.data), (self,), "abs")

    def _backward():
        self.grad += (-1.0 if self.data > 0 else 1.0) * out.grad

    out._backward = _backward
    return out


def turned_where_positive(self):
    out = Value(-self.data if self.data > 0 else self.data, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def unchanged(self):
    out = Value(self.data, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def unchanged_with_slope_one(self):
    out = Value(self.data, (self,), "abs")

    def _backward():
        self.grad += out.grad

    out._backward = _backward
    return out


def squared(self):
    return self.square()


def squared_number(self):
    out = Value(self.data**2, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def sign_alone(self):
    out = Value(1.0 if self.data > 0 else -1.0, (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def whole_number(self):
    out = Value(abs(int(self.data)), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out


def rounded(self):
    out = Value(round(abs(self.data), 2), (self,), "abs")

    def _backward():
        self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

    out._backward = _backward
    return out
