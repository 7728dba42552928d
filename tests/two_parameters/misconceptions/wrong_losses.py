"""Wrong versions of `predict` and `mean_squared_loss`, as they would be written."""

import math

from tests.two_parameters.misconceptions.reference import POINTS, Value, predict

# --- the prediction ----------------------------------------------------------------------------------


def line_without_b(w, b, x):
    return w * x


def line_without_w(w, b, x):
    return x + b


def line_without_x(w, b, x):
    return w + b


def line_swapped(w, b, x):
    return b * x + w


def line_of_sums(w, b, x):
    return w + x + b


def line_of_products(w, b, x):
    return w * x * b


def line_with_bracket(w, b, x):
    return w * (x + b)


def line_with_bracket_around_w(w, b, x):
    return (w + b) * x


def line_minus_b(w, b, x):
    return w * x - b


def line_squared_x(w, b, x):
    return w * x * x + b


def line_as_number(w, b, x):
    return w.data * x + b.data


def line_data_returned(w, b, x):
    return (w * x + b).data


def line_wrapped_number(w, b, x):
    return Value(w.data * x + b.data)


def line_detached_w(w, b, x):
    return w.data * x + b


def line_detached_b(w, b, x):
    return w * x + b.data


def line_wrapped_parameters(w, b, x):
    return Value(w) * x + Value(b)


def line_all_wrapped(w, b, x):
    return Value(w) * Value(x) + Value(b)


def line_not_returned(w, b, x):
    y_hat = w * x + b  # noqa: F841


def line_expects_value(w, b, x):
    return w * x.data + b


def line_changes_w(w, b, x):
    w.data = w.data * x + b.data
    return w


# --- which mean --------------------------------------------------------------------------------------


def sum_for_mean(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total


def halved(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / (2 * len(points))


def halved_sum(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / 2


def n_of_a_point(w, b, points):
    total = 0
    for point in points:
        x, y = point
        total = total + (predict(w, b, x) - y).square()
    return total / len(point)


def n_of_the_lesson(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / 4


def one_less_than_n(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / (len(points) - 1)


def two_less_than_n(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / (len(points) - 2)


def one_more_than_n(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / (len(points) + 1)


def last_position_for_n(w, b, points):
    total = 0
    for i, (x, y) in enumerate(points):  # noqa: B007
        total = total + (predict(w, b, x) - y).square()
    return total / i


def divided_twice(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square() / len(points)
    return total / len(points)


def divided_in_every_turn(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
        total = total / len(points)
    return total


def each_divided_by_those_so_far(w, b, points):
    total = 0
    for k, (x, y) in enumerate(points, start=1):
        total = total + (predict(w, b, x) - y).square() / k
    return total


def all_divided_by_those_so_far(w, b, points):
    total = 0
    for k, (x, y) in enumerate(points, start=1):
        total = (total + (predict(w, b, x) - y).square()) / k
    return total


def mean_of_two_in_every_turn(w, b, points):
    loss = 0
    for x, y in points:
        loss = (loss + (predict(w, b, x) - y).square()) / 2
    return loss


def multiplied_by_n(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total * len(points)


def n_divided_by_sum(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return len(points) / total


def starts_at_one(w, b, points):
    total = Value(1.0)
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def product_of_squares(w, b, points):
    total = 1
    for x, y in points:
        total = total * (predict(w, b, x) - y).square()
    return total / len(points)


def largest_square(w, b, points):
    losses = [(predict(w, b, x) - y).square() for x, y in points]
    return max(losses, key=lambda loss: loss.data)


# --- which square ------------------------------------------------------------------------------------


def mean_of_errors(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y)
    return total / len(points)


def mean_of_errors_turned(w, b, points):
    total = 0
    for x, y in points:
        total = total + (y - predict(w, b, x))
    return total / len(points)


def mean_of_distances(w, b, points):
    total = 0
    for x, y in points:
        error = predict(w, b, x) - y
        total = total + (error if error.data >= 0 else -error)
    return total / len(points)


def mean_of_roots(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square() ** 0.5
    return total / len(points)


def mean_of_abs(w, b, points):
    total = 0
    for x, y in points:
        total = total + abs(predict(w, b, x) - y)
    return total / len(points)


def square_of_the_mean_error(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y)
    return (total / len(points)).square()


def square_of_the_sum(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y)
    return total.square()


def square_of_the_sum_divided(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y)
    return total.square() / len(points)


def root_of_the_mean(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return (total / len(points)) ** 0.5


def root_of_the_sum(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total**0.5


def root_from_math(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return math.sqrt(total / len(points))


def root_of_a_number(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return Value(math.sqrt((total / len(points)).data))


def squared_twice(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square().square()
    return total / len(points)


def mean_squared_again(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return (total / len(points)).square()


def cubed(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y) ** 3
    return total / len(points)


def doubled(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y) * 2
    return total / len(points)


def square_not_called(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square
    return total / len(points)


def square_not_called_from_float(w, b, points):
    total = 0.0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square
    return total / len(points)


def square_with_a_caret(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y) ^ 2
    return total / len(points)


def bracket_with_a_caret(w, b, points):
    total = 0
    for x, y in points:
        total = total + ((predict(w, b, x) - y) ^ 2)
    return total / len(points)


def squares_apart(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x).square() - y**2)
    return total / len(points)


def y_squared_alone(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y**2)
    return total / len(points)


def prediction_squared_alone(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x).square() - y)
    return total / len(points)


def negative(w, b, points):
    total = 0
    for x, y in points:
        total = total - (predict(w, b, x) - y).square()
    return total / len(points)


# --- which points ------------------------------------------------------------------------------------


def last_point(w, b, points):
    for x, y in points:
        loss = (predict(w, b, x) - y).square()
    return loss


def last_point_divided(w, b, points):
    for x, y in points:
        total = (predict(w, b, x) - y).square()
    return total / len(points)


def last_point_from_zero(w, b, points):
    for x, y in points:
        total = 0
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def last_point_by_index(w, b, points):
    x, y = points[-1]
    return (predict(w, b, x) - y).square()


def first_point(w, b, points):
    for x, y in points:
        loss = (predict(w, b, x) - y).square()
        return loss


def first_point_divided(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
        return total / len(points)


def zero_dropped(w, b, points):
    total = 0
    for x, y in points:
        if x:
            total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def zero_dropped_and_not_counted(w, b, points):
    losses = [(predict(w, b, x) - y).square() for x, y in points if x]
    return sum(losses) / len(losses)


def zeros_dropped(w, b, points):
    losses = [(predict(w, b, x) - y).square() for x, y in points if x and y]
    return sum(losses) / len(losses)


def zeros_dropped_but_counted(w, b, points):
    losses = [(predict(w, b, x) - y).square() for x, y in points if x and y]
    return sum(losses) / len(points)


def negative_x_dropped(w, b, points):
    losses = [(predict(w, b, x) - y).square() for x, y in points if x > 0]
    return sum(losses) / len(points)


def equal_x_lost(w, b, points):
    table = dict(points)
    total = 0
    for x, y in table.items():
        total = total + (predict(w, b, x) - y).square()
    return total / len(table)


def equal_x_lost_but_counted(w, b, points):
    total = 0
    for x, y in dict(points).items():
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def equal_x_read_first(w, b, points):
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    total = 0
    for x in xs:
        total = total + (predict(w, b, x) - ys[xs.index(x)]).square()
    return total / len(points)


def equal_points_lost(w, b, points):
    total = 0
    for x, y in set(points):
        total = total + (predict(w, b, x) - y).square()
    return total / len(set(points))


def equal_points_lost_but_counted(w, b, points):
    total = 0
    for x, y in set(points):
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def without_the_first(w, b, points):
    total = 0
    for i in range(1, len(points)):
        x, y = points[i]
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def without_the_last(w, b, points):
    total = 0
    for i in range(len(points) - 1):
        x, y = points[i]
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def without_the_first_from_a_value(w, b, points):
    total = Value(0.0)
    for i in range(1, len(points)):
        x, y = points[i]
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def without_the_last_from_a_value(w, b, points):
    total = Value(0.0)
    for i in range(len(points) - 1):
        x, y = points[i]
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def past_the_end(w, b, points):
    total = 0
    for i in range(len(points) + 1):
        x, y = points[i]
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def counted_from_one(w, b, points):
    total = 0
    for i in range(1, len(points) + 1):
        x, y = points[i]
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def points_of_the_lesson(w, b, points):
    total = 0
    for x, y in POINTS:
        total = total + (predict(w, b, x) - y).square()
    return total / len(POINTS)


def points_unpacked_as_columns(w, b, points):
    xs, ys = points
    total = 0
    for x, y in zip(xs, ys, strict=True):
        total = total + (predict(w, b, x) - y).square()
    return total / len(xs)


def points_as_array(w, b, points):
    total = 0
    for i in range(len(points)):
        total = total + (predict(w, b, points[i, 0]) - points[i, 1]).square()
    return total / len(points)


def points_as_objects(w, b, points):
    total = 0
    for point in points:
        total = total + (predict(w, b, point.x) - point.y).square()
    return total / len(points)


def every_x_with_every_y(w, b, points):
    total = 0
    for x, _ in points:
        for _, y in points:
            total = total + (predict(w, b, x) - y).square()
    return total / len(points)


# --- which model -------------------------------------------------------------------------------------


def b_forgotten(w, b, points):
    total = 0
    for x, y in points:
        total = total + (w * x - y).square()
    return total / len(points)


def x_forgotten(w, b, points):
    total = 0
    for _, y in points:
        total = total + (w + b - y).square()
    return total / len(points)


def w_and_b_swapped(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(b, w, x) - y).square()
    return total / len(points)


def x_and_y_swapped(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, y) - x).square()
    return total / len(points)


def y_forgotten(w, b, points):
    total = 0
    for x, _ in points:
        total = total + predict(w, b, x).square()
    return total / len(points)


def y_added(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) + y).square()
    return total / len(points)


def x_subtracted(w, b, points):
    total = 0
    for x, _ in points:
        total = total + (predict(w, b, x) - x).square()
    return total / len(points)


def b_subtracted(w, b, points):
    total = 0
    for x, y in points:
        total = total + (w * x - b - y).square()
    return total / len(points)


# --- which kind of thing -----------------------------------------------------------------------------


def number_returned(w, b, points):
    total = 0
    for x, y in points:
        total += (w.data * x + b.data - y) ** 2
    return total / len(points)


def data_returned(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return (total / len(points)).data


def number_wrapped(w, b, points):
    total = 0
    for x, y in points:
        total += (predict(w, b, x) - y).data ** 2
    return Value(total / len(points))


def parameters_wrapped(w, b, points):
    w, b = Value(w), Value(b)
    total = Value(0.0)
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def parameters_copied(w, b, points):
    w, b = Value(w.data), Value(b.data)
    total = Value(0.0)
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def w_copied(w, b, points):
    total = Value(0.0)
    for x, y in points:
        total = total + (w.data * x + b - y).square()
    return total / len(points)


def b_copied(w, b, points):
    total = Value(0.0)
    for x, y in points:
        total = total + (w * x + b.data - y).square()
    return total / len(points)


def losses_returned(w, b, points):
    return [(predict(w, b, x) - y).square() for x, y in points]


def nothing_returned(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    total = total / len(points)


def goes_backward_itself(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    loss = total / len(points)
    loss.backward()
    return loss


def goes_backward_at_every_point(w, b, points):
    total = 0
    for x, y in points:
        loss = (predict(w, b, x) - y).square()
        loss.backward()
        total = total + loss
    return total / len(points)


# --- what lasts, and what is repeated ----------------------------------------------------------------


def errors_remembered(w, b, points, errors=[]):  # noqa: B006
    for x, y in points:
        errors.append(predict(w, b, x) - y)
    return sum(error.square() for error in errors) / len(errors)


def running_mean(w, b, points):
    mean = None
    for x, y in points:
        square = (predict(w, b, x) - y).square()
        mean = square if mean is None else (mean + square) / 2
    return mean
