"""Wrong versions of `absolute_loss`, for one point, as they would be written."""

from tests.absolute_loss.misconceptions.reference import Value

# --- which distance ------------------------------------------------------------------------------------


def squared(w, x, y):
    return (w * x - y).square()


def squared_by_power(w, x, y):
    return (w * x - y) ** 2


def not_absolute(w, x, y):
    return w * x - y


def not_absolute_turned(w, x, y):
    return y - w * x


def x_outside(w, x, y):
    return (w - y).abs() * x


def x_outside_with_its_size(w, x, y):
    return (w - y).abs() * abs(x)


def abs_of_the_prediction(w, x, y):
    return (w * x).abs() - y


def sizes_apart(w, x, y):
    return (w * x).abs() - abs(y)


def size_of_w(w, x, y):
    return (w.abs() * x - y).abs()


def size_of_the_prediction_first(w, x, y):
    return ((w * x).abs() - y).abs()


def sizes_apart_then_absolute(w, x, y):
    return ((w * x).abs() - abs(y)).abs()


def both_absolute(w, x, y):
    return (w * x).abs() + abs(y)


def too_large_only(w, x, y):
    error = w * x - y
    return error if error.data > 0 else error * 0.0


def too_small_only(w, x, y):
    error = w * x - y
    if error.data < 0:
        return -error
    return error * 0.0


def nothing_at_zero(w, x, y):
    error = w * x - y
    if error.data > 0:
        return error
    if error.data < 0:
        return -error


def side_by_division(w, x, y):
    error = w * x - y
    return error * (error.data / abs(error.data))


def negative(w, x, y):
    return -(w * x - y).abs()


def turned_where_too_large(w, x, y):
    error = w * x - y
    return -error if error.data > 0 else error


def halved(w, x, y):
    return (w * x - y).abs() / 2


def doubled(w, x, y):
    return (w * x - y).abs() * 2


def root_of_the_distance(w, x, y):
    return (w * x - y).abs() ** 0.5


def share_of_y(w, x, y):
    return ((w * x - y) / y).abs()


def share_of_y_outside(w, x, y):
    return (w * x - y).abs() / y


def divided_by_x(w, x, y):
    return (w * x - y).abs() / x


def absolute_then_squared(w, x, y):
    return (w * x - y).abs().square()


# --- of what -------------------------------------------------------------------------------------------


def y_added(w, x, y):
    return (w * x + y).abs()


def y_forgotten(w, x, y):
    return (w * x).abs()


def x_forgotten(w, x, y):
    return (w - y).abs()


def x_added(w, x, y):
    return (w + x - y).abs()


def x_and_y_swapped(w, x, y):
    return (w * y - x).abs()


def subtracts_first(w, x, y):
    return (w * (x - y)).abs()


def x_for_w(w, x, y):
    return Value(x - y).abs()


def numbers_of_the_lesson(w, x, y):
    return (w * 3.0 - 11.0).abs()


def numbers_of_the_page(w, x, y):
    return (w * 2.0 - 1.0).abs()


def points_x_only_of_the_lesson(w, x, y):
    return (w * 3.0 - y).abs()


# --- which kind of thing -------------------------------------------------------------------------------


def number_returned(w, x, y):
    return abs(w.data * x - y)


def data_returned(w, x, y):
    return (w * x - y).abs().data


def size_of_the_data_returned(w, x, y):
    return abs((w * x - y).data)


def method_of_a_number(w, x, y):
    return (w.data * x - y).abs()


def method_of_the_data(w, x, y):
    return (w * x - y).data.abs()


def number_wrapped(w, x, y):
    return Value(abs(w.data * x - y))


def error_wrapped(w, x, y):
    return Value((w * x - y).data).abs()


def data_wrapped(w, x, y):
    return Value(abs((w * x - y).data))


def w_copied(w, x, y):
    return (Value(w.data) * x - y).abs()


def data_of_w(w, x, y):
    return Value(w.data * x - y).abs()


def prediction_copied(w, x, y):
    y_hat = Value((w * x).data)
    return (y_hat - y).abs()


def wrapped_again(w, x, y):
    return (Value(w) * x - y).abs()


def wrapped_again_then_compared(w, x, y):
    error = Value(w) * x - y
    max(error.data, -error.data)  # what an `abs` does that is not written with Python's own
    return error.abs()


def all_wrapped_again(w, x, y):
    return (Value(w) * Value(x) - Value(y)).abs()


def of_x_and_y_data(w, x, y):
    return (w * x.data - y.data).abs()


def size_by_python(w, x, y):
    return abs(w * x - y)


def size_by_python_of_a_name(w, x, y):
    error = w * x - y
    return Value(abs(error))


def compares_the_error(w, x, y):
    error = w * x - y
    if error < 0:
        return -error
    return error


def largest_of_both(w, x, y):
    error = w * x - y
    return max(error, -error)


def method_not_called(w, x, y):
    return (w * x - y).abs


def nothing_returned(w, x, y):
    loss = (w * x - y).abs()  # noqa: F841


def abs_in_vain(w, x, y):
    error = w * x - y
    error.abs()
    return error


def goes_backward_itself(w, x, y):
    loss = (w * x - y).abs()
    loss.backward()
    return loss


def w_changed(w, x, y):
    w.data = abs(w.data * x - y)
    return w


def rounded(w, x, y):
    return round((w * x - y).abs().data, 2)


def rounded_and_wrapped(w, x, y):
    return Value(round(abs(w.data * x - y), 2))


def rounded_in_place(w, x, y):
    loss = (w * x - y).abs()
    loss.data = round(loss.data, 2)
    return loss
