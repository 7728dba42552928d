"""Wrong versions of `mean_absolute_loss`, for the model ŷ = b, as they would be written.

`install.with_squares` makes wrong versions of `mean_squared_loss` of them.
"""

import math
import statistics

from tests.absolute_loss.misconceptions.reference import Value, absolute_loss

# --- which mean ------------------------------------------------------------------------------------------


def sum_for_mean(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total


def halved(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / (2 * len(ys))


def halved_sum(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / 2


def n_of_the_lesson(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / 5


def one_less_than_n(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / (len(ys) - 1)


def one_more_than_n(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / (len(ys) + 1)


def last_position_for_n(b, ys):
    total = 0.0
    for i, y in enumerate(ys):  # noqa: B007
        total = total + (b - y).abs()
    return total / i


def divided_twice(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs() / len(ys)
    return total / len(ys)


def divided_in_every_turn(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
        total = total / len(ys)
    return total


def only_the_last_divided(b, ys):
    total = 0.0
    for y in ys[:-1]:
        total = total + (b - y).abs()
    return total + (b - ys[-1]).abs() / len(ys)


def multiplied_by_n(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total * len(ys)


def n_divided_by_sum(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return len(ys) / total


def divided_by_the_sum_of_readings(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / sum(ys)


def starts_at_one(b, ys):
    total = Value(1.0)
    for y in ys:
        total = total + (b - y).abs()
    return total / len(ys)


def starts_at_b(b, ys):
    total = b
    for y in ys:
        total = total + (b - y).abs()
    return total / len(ys)


def product(b, ys):
    total = 1.0
    for y in ys:
        total = total * (b - y).abs()
    return total / len(ys)


def largest(b, ys):
    losses = [(b - y).abs() for y in ys]
    return max(losses, key=lambda loss: loss.data)


def smallest(b, ys):
    losses = [(b - y).abs() for y in ys]
    return min(losses, key=lambda loss: loss.data)


def largest_compared(b, ys):
    losses = [(b - y).abs() for y in ys]
    return max(losses)


def middle_reading(b, ys):
    readings = sorted(ys)
    return (b - readings[len(readings) // 2]).abs()


def middle_reading_unsorted(b, ys):
    return (b - ys[len(ys) // 2]).abs()


def median_of_the_module(b, ys):
    return (b - statistics.median(ys)).abs()


def middle_loss(b, ys):
    losses = [(b - y).abs() for y in ys]
    losses.sort(key=lambda loss: loss.data)
    return losses[len(losses) // 2]


def middle_loss_compared(b, ys):
    losses = sorted([(b - y).abs() for y in ys])
    return losses[len(losses) // 2]


def median_of_losses(b, ys):
    return Value(statistics.median([(b - y).abs().data for y in ys]))


def mean_by_python(b, ys):
    losses = [(b - y).abs() for y in ys]
    return statistics.mean(losses)


# --- which distance --------------------------------------------------------------------------------------


def not_taken(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y)
    return total / len(ys)


def not_taken_turned(b, ys):
    total = 0.0
    for y in ys:
        total = total + (y - b)
    return total / len(ys)


def taken_of_the_mean(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y)
    return (total / len(ys)).abs()


def taken_from_the_mean_reading(b, ys):
    return (b - sum(ys) / len(ys)).abs()


def taken_of_the_sum(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y)
    return total.abs()


def taken_of_the_sum_then_divided(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y)
    return total.abs() / len(ys)


def other_loss(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).square()
    return total / len(ys)


def root_of_the_mean_square(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).square()
    return (total / len(ys)) ** 0.5


def root_of_the_mean(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return (total / len(ys)) ** 0.5


def too_early(b, ys):
    total = 0.0
    for y in ys:
        total = total + b.abs() - abs(y)
    return total / len(ys)


def of_b_alone_too_early(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b.abs() - y)
    return total / len(ys)


def negative(b, ys):
    total = 0.0
    for y in ys:
        total = total - (b - y).abs()
    return total / len(ys)


def doubled(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs() * 2
    return total / len(ys)


def in_vain(b, ys):
    total = 0.0
    for y in ys:
        error = b - y
        error.abs()
        total = total + error
    return total / len(ys)


# --- which readings --------------------------------------------------------------------------------------


def last_reading(b, ys):
    for y in ys:
        loss = (b - y).abs()
    return loss


def last_reading_divided(b, ys):
    for y in ys:
        total = (b - y).abs()
    return total / len(ys)


def last_reading_from_zero(b, ys):
    for y in ys:
        total = 0.0
        total = total + (b - y).abs()
    return total / len(ys)


def last_reading_by_index(b, ys):
    return (b - ys[-1]).abs()


def sum_not_kept(b, ys):
    total = Value(0.0)
    for y in ys:
        total + (b - y).abs()
    return total / len(ys)


def sum_not_kept_from_a_number(b, ys):
    total = 0.0
    for y in ys:
        total + (b - y).abs()
    return total / len(ys)


def first_reading(b, ys):
    for y in ys:
        return (b - y).abs()


def first_reading_by_index(b, ys):
    return (b - ys[0]).abs()


def first_reading_divided(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
        return total / len(ys)


def zero_dropped(b, ys):
    total = 0.0
    for y in ys:
        if y:
            total = total + (b - y).abs()
    return total / len(ys)


def zero_dropped_and_not_counted(b, ys):
    losses = [(b - y).abs() for y in ys if y]
    return sum(losses) / len(losses)


def negative_dropped(b, ys):
    losses = [(b - y).abs() for y in ys if y > 0]
    return sum(losses) / len(ys)


def equal_readings_lost(b, ys):
    total = 0.0
    for y in set(ys):
        total = total + (b - y).abs()
    return total / len(set(ys))


def equal_readings_lost_but_counted(b, ys):
    total = 0.0
    for y in set(ys):
        total = total + (b - y).abs()
    return total / len(ys)


def without_the_first(b, ys):
    total = 0.0
    for i in range(1, len(ys)):
        total = total + (b - ys[i]).abs()
    return total / len(ys)


def without_the_last(b, ys):
    total = 0.0
    for i in range(len(ys) - 1):
        total = total + (b - ys[i]).abs()
    return total / len(ys)


def without_the_largest_of_several(b, ys):
    kept = sorted(ys)[:-1] or ys
    total = 0.0
    for y in kept:
        total = total + (b - y).abs()
    return total / len(kept)


def without_the_largest(b, ys):
    kept = sorted(ys)[:-1]
    total = 0.0
    for y in kept:
        total = total + (b - y).abs()
    return total / len(kept)


def past_the_end(b, ys):
    total = 0.0
    for i in range(len(ys) + 1):
        total = total + (b - ys[i]).abs()
    return total / len(ys)


def counted_from_one(b, ys):
    total = 0.0
    for i in range(1, len(ys) + 1):
        total = total + (b - ys[i]).abs()
    return total / len(ys)


def positions_for_readings(b, ys):
    total = 0.0
    for i in range(len(ys)):
        total = total + (b - i).abs()
    return total / len(ys)


def readings_of_the_lesson(b, ys):
    total = 0.0
    for y in [1, 2, 3, 4, 40]:
        total = total + (b - y).abs()
    return total / 5


def readings_of_the_page(b, ys):
    ys = [0, 1, 5, 6, 23]
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / len(ys)


def list_at_once(b, ys):
    return (b - ys).abs()


def list_of_data_at_once(b, ys):
    return (b - Value(ys)).abs()


# --- which prediction ------------------------------------------------------------------------------------


def b_forgotten(b, ys):
    mean = sum(ys) / len(ys)
    total = Value(0.0)
    for y in ys:
        total = total + Value(y - mean).abs()
    return total / len(ys)


def y_forgotten(b, ys):
    total = 0.0
    for _ in ys:
        total = total + b.abs()
    return total / len(ys)


def y_added(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b + y).abs()
    return total / len(ys)


def b_times_y(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b * y - y).abs()
    return total / len(ys)


def b_times_position(b, ys):
    total = 0.0
    for i, y in enumerate(ys):
        total = total + (b * i - y).abs()
    return total / len(ys)


def loss_of_a_point_with_two(b, ys):
    total = 0.0
    for y in ys:
        total = total + absolute_loss(b, y)
    return total / len(ys)


def loss_of_a_point_with_the_list(b, ys):
    return absolute_loss(b, 1, ys) / len(ys)


def loss_of_a_point_with_y_twice(b, ys):
    total = 0.0
    for y in ys:
        total = total + absolute_loss(b, y, y)
    return total / len(ys)


def loss_of_a_point_with_x_zero(b, ys):
    total = 0.0
    for y in ys:
        total = total + absolute_loss(b, 0, y)
    return total / len(ys)


def pairs_expected(b, ys):
    total = 0.0
    for x, y in ys:
        total = total + (b * x - y).abs()
    return total / len(ys)


# --- which kind of thing ---------------------------------------------------------------------------------


def number_returned(b, ys):
    total = 0.0
    for y in ys:
        total += abs(b.data - y)
    return total / len(ys)


def data_returned(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return (total / len(ys)).data


def sum_of_data_returned(b, ys):
    return sum((b - y).abs().data for y in ys) / len(ys)


def method_of_a_number(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b.data - y).abs()
    return total / len(ys)


def method_of_the_data(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).data.abs()
    return total / len(ys)


def number_wrapped(b, ys):
    total = 0.0
    for y in ys:
        total += abs(b.data - y)
    return Value(total / len(ys))


def sum_of_data_wrapped(b, ys):
    total = 0.0
    for y in ys:
        total += (b - y).abs().data
    return Value(total / len(ys))


def b_copied(b, ys):
    b = Value(b.data)
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / len(ys)


def total_wrapped_in_every_turn(b, ys):
    total = Value(0.0)
    for y in ys:
        total = Value(total.data + (b - y).abs().data)
    return total / len(ys)


def total_changed_in_place(b, ys):
    total = Value(0.0)
    for y in ys:
        total.data += (b - y).abs().data
    return total / len(ys)


def wrapped_again_then_compared(b, ys):
    b = Value(b)
    total = Value(0.0)
    for y in ys:
        error = b - y
        max(error.data, -error.data)  # what an `abs` does that is not written with Python's own
        total = total + error.abs()
    return total / len(ys)


def wrapped_again(b, ys):
    b = Value(b)
    total = Value(0.0)
    for y in ys:
        total = total + (b - y).abs()
    return total / len(ys)


def expects_values(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y.data).abs()
    return total / len(ys)


def by_python(b, ys):
    total = 0.0
    for y in ys:
        total = total + abs(b - y)
    return total / len(ys)


def compares(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y if b > y else y - b)
    return total / len(ys)


def losses_returned(b, ys):
    return [(b - y).abs() for y in ys]


def numbers_returned(b, ys):
    return [(b - y).abs().data for y in ys]


def nothing_returned(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    total = total / len(ys)


def goes_backward_itself(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    loss = total / len(ys)
    loss.backward()
    return loss


def goes_backward_at_every_reading(b, ys):
    total = 0.0
    for y in ys:
        loss = (b - y).abs()
        loss.backward()
        total = total + loss
    return total / len(ys)


def b_changed(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    b.data = total.data / len(ys)
    return b


def remembers_losses(b, ys, losses=[]):  # noqa: B006
    for y in ys:
        losses.append((b - y).abs())
    return sum(losses) / len(losses)


def remembers_losses_and_divides_by_n(b, ys, losses=[]):  # noqa: B006
    for y in ys:
        losses.append((b - y).abs())
    return sum(losses) / len(ys)


def rounded(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return round((total / len(ys)).data, 2)


def rounded_and_wrapped(b, ys):
    total = 0.0
    for y in ys:
        total += abs(b.data - y)
    return Value(round(total / len(ys), 2))


def rounded_in_place(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    loss = total / len(ys)
    loss.data = round(loss.data, 2)
    return loss


def whole_division(b, ys):
    total = 0.0
    for y in ys:
        total += abs(b.data - y)
    return Value(total // len(ys))


# --- with squares only -------------------------------------------------------------------------------------


def doubled_for_squared(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y) * 2
    return total / len(ys)


def squared_twice(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).square().square()
    return total / len(ys)


def mean_distance_squared(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return (total / len(ys)).square()


def mean_squared_once_more(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).square()
    return (total / len(ys)).square()


def root_from_math(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).square()
    return math.sqrt((total / len(ys)).data)


def xor(b, ys):
    total = 0.0
    for y in ys:
        total = total + ((b - y) ^ 2)
    return total / len(ys)
