"""What goes wrong in `losses`: in the distance for one point, and in both means over several readings."""

from pathlib import Path

from grader.misconceptions import Behaviour, plain
from tests.absolute_loss.misconceptions import install, reference
from tests.absolute_loss.misconceptions import wrong_losses as one
from tests.absolute_loss.misconceptions import wrong_means as wrong
from tests.absolute_loss.misconceptions.explained import CHECKS
from tests.absolute_loss.misconceptions.install import with_squares
from tests.absolute_loss.misconceptions.seen import is_plain, show

# --- what to look at ---------------------------------------------------------------------------

POINTS = (  # w, x, y: predictions and errors on both sides of 0, none of them near it
    (3.0, 2.0, 1.2345),
    (-1.0, 2.0, 4.5),
    (1.5, -2.0, 5.25),
    (2.0, 0.5, 7.0),
    (-1.0, 2.0, -5.5),
    (-1.5, -2.0, -0.75),
    (4, 3, 5),
)
ON_THE_SPOT = (2.0, 3.0, 6.0)  # no error at all
READINGS = (  # b, ys: never two readings in all; a 0, and one that is there twice
    (1.5, [2.0, -1.0, 4.25]),
    (-0.5, [3.0, 3.0, 0.0, -2.25, 1.123]),
    (2.25, [5.0]),
    (0.75, [2.5, -3.0, 7.0, 1.0]),
    (4, [1, 7, -2]),
)


def probe(modules):
    """Distances for several w, x and y, and the gradient that reaches w from them."""
    Value, loss = modules("engine").Value, modules("losses").absolute_loss
    seen = tuple(show(_number_and_gradient, Value, loss, *point) for point in POINTS)
    return *seen, show(_number, Value, loss, *ON_THE_SPOT)


def probe_absolute(modules):
    """Mean distances for several b and readings, and the gradient that reaches b from them."""
    return _means(modules("engine").Value, modules("losses").mean_absolute_loss)


def probe_squared(modules):
    """The same for mean squares."""
    return _means(modules("engine").Value, modules("losses").mean_squared_loss)


def _means(Value, loss):
    b, ys = READINGS[0]
    first, again = (show(_number, Value, loss, b, list(ys)) for _ in range(2))
    if type(first) is type(again) is float and first != again:
        return "remembers"  # what, depends on who has called before
    return tuple(show(_number_and_gradient, Value, loss, b, list(ys)) for b, ys in READINGS)


def _number(Value, loss, parameter, *given):
    found = loss(Value(parameter), *given)
    return plain(found if is_plain(found) else found.data)


def _number_and_gradient(Value, loss, parameter, *given):
    parameter = Value(parameter)
    found = loss(parameter, *given)
    if is_plain(found):
        return plain(found), parameter.data, parameter.grad
    before = parameter.grad
    found.backward()
    return plain(found.data), parameter.data, before, plain(parameter.grad)


# --- the mistakes ----------------------------------------------------------------------------------

MODELS = {
    "absolute-loss-squared": [one.squared, one.squared_by_power, one.absolute_then_squared],
    "absolute-loss-with-its-sign": [one.not_absolute, one.not_absolute_turned, one.abs_in_vain],
    "absolute-loss-sizes-too-early": [
        one.abs_of_the_prediction,
        one.sizes_apart,
        one.size_of_w,
        one.size_of_the_prediction_first,
        one.sizes_apart_then_absolute,
        one.both_absolute,
    ],
    "absolute-loss-on-one-side-only": [one.too_large_only, one.too_small_only],
    "absolute-loss-fails-at-zero": [one.nothing_at_zero, one.side_by_division],
    "absolute-loss-negative": [one.negative, one.turned_where_too_large],
    "absolute-loss-scaled": [one.halved, one.doubled, one.root_of_the_distance],
    "absolute-loss-as-a-share": [one.share_of_y, one.share_of_y_outside, one.divided_by_x],
    "absolute-loss-adds-y": [one.y_added],
    "absolute-loss-without-y": [one.y_forgotten],
    "absolute-loss-without-x": [one.x_forgotten],
    "absolute-loss-x-outside": [one.x_outside, one.x_outside_with_its_size],
    "absolute-loss-adds-x-to-w": [one.x_added],
    "absolute-loss-x-and-y-swapped": [one.x_and_y_swapped],
    "absolute-loss-subtracts-first": [one.subtracts_first],
    "absolute-loss-without-w": [one.x_for_w],
    "absolute-loss-fixed-point": [
        one.numbers_of_the_lesson,
        one.numbers_of_the_page,
        one.points_x_only_of_the_lesson,
    ],
    "absolute-loss-returns-number": [
        one.number_returned,
        one.data_returned,
        one.size_of_the_data_returned,
    ],
    "absolute-loss-method-of-a-number": [one.method_of_a_number, one.method_of_the_data],
    "absolute-loss-detached": [
        one.number_wrapped,
        one.error_wrapped,
        one.data_wrapped,
        one.w_copied,
        one.data_of_w,
        one.prediction_copied,
    ],
    "absolute-loss-wraps-again": [
        one.wrapped_again,
        one.wrapped_again_then_compared,
        one.all_wrapped_again,
    ],
    "absolute-loss-expects-values": [one.of_x_and_y_data],
    "absolute-loss-by-python": [one.size_by_python, one.size_by_python_of_a_name],
    "absolute-loss-compares-a-value": [one.compares_the_error, one.largest_of_both],
    "absolute-loss-method-not-called": [one.method_not_called],
    "absolute-loss-returns-nothing": [one.nothing_returned],
    "absolute-loss-goes-backward-itself": [one.goes_backward_itself],
    "absolute-loss-changes-w": [one.w_changed],
    "absolute-loss-rounds": [one.rounded, one.rounded_and_wrapped, one.rounded_in_place],
}
MEANS = {
    "mean-sum-for-mean": [wrong.sum_for_mean],
    "mean-halved": [wrong.halved, wrong.doubled],
    "mean-n-is-fixed": [wrong.halved_sum, wrong.n_of_the_lesson],
    "mean-n-is-off": [wrong.one_less_than_n, wrong.one_more_than_n, wrong.last_position_for_n],
    "mean-divides-twice": [wrong.divided_twice],
    "mean-divides-in-every-turn": [wrong.divided_in_every_turn, wrong.only_the_last_divided],
    "mean-multiplies-by-n": [wrong.multiplied_by_n],
    "mean-divides-the-wrong-way": [wrong.n_divided_by_sum],
    "mean-divides-by-the-readings": [wrong.divided_by_the_sum_of_readings],
    "mean-starts-elsewhere": [wrong.starts_at_one, wrong.starts_at_b],
    "mean-multiplies-losses": [wrong.product],
    "mean-one-extreme-only": [wrong.largest, wrong.smallest],
    "mean-of-the-middle-reading": [
        wrong.middle_reading,
        wrong.middle_reading_unsorted,
        wrong.median_of_the_module,
    ],
    "mean-middle-loss": [wrong.middle_loss, wrong.median_of_losses],
    "mean-asks-python-for-the-mean": [wrong.mean_by_python],
    "mean-with-their-signs": [wrong.not_taken, wrong.not_taken_turned, wrong.in_vain],
    "mean-before-the-loss": [
        wrong.taken_of_the_mean,
        wrong.taken_from_the_mean_reading,
        wrong.taken_of_the_sum,
        wrong.taken_of_the_sum_then_divided,
    ],
    "mean-takes-a-root": [wrong.root_of_the_mean],
    "mean-too-early": [wrong.too_early, wrong.of_b_alone_too_early],
    "mean-negative": [wrong.negative],
    "mean-sum-not-kept": [wrong.sum_not_kept, wrong.sum_not_kept_from_a_number],
    "mean-last-reading": [
        wrong.last_reading,
        wrong.last_reading_divided,
        wrong.last_reading_from_zero,
        wrong.last_reading_by_index,
    ],
    "mean-first-reading": [
        wrong.first_reading,
        wrong.first_reading_by_index,
        wrong.first_reading_divided,
    ],
    "mean-drops-readings": [
        wrong.zero_dropped,
        wrong.zero_dropped_and_not_counted,
        wrong.negative_dropped,
    ],
    "mean-equal-readings-lost": [wrong.equal_readings_lost, wrong.equal_readings_lost_but_counted],
    "mean-leaves-one-out": [
        wrong.without_the_first,
        wrong.without_the_last,
        wrong.without_the_largest,
        wrong.without_the_largest_of_several,
    ],
    "mean-past-the-end": [wrong.past_the_end, wrong.counted_from_one],
    "mean-positions-for-readings": [wrong.positions_for_readings],
    "mean-fixed-readings": [wrong.readings_of_the_lesson, wrong.readings_of_the_page],
    "mean-of-the-whole-list": [
        wrong.list_at_once,
        wrong.list_of_data_at_once,
        wrong.loss_of_a_point_with_the_list,
    ],
    "mean-without-b": [wrong.b_forgotten],
    "mean-without-y": [wrong.y_forgotten],
    "mean-adds-y": [wrong.y_added],
    "mean-b-times-something": [
        wrong.b_times_y,
        wrong.b_times_position,
        wrong.loss_of_a_point_with_y_twice,
        wrong.loss_of_a_point_with_x_zero,
    ],
    "mean-loss-of-a-point-with-two": [wrong.loss_of_a_point_with_two],
    "mean-pairs-expected": [wrong.pairs_expected],
    "mean-returns-number": [wrong.number_returned, wrong.data_returned, wrong.sum_of_data_returned],
    "mean-method-of-a-number": [wrong.method_of_a_number, wrong.method_of_the_data],
    "mean-detached": [
        wrong.number_wrapped,
        wrong.sum_of_data_wrapped,
        wrong.b_copied,
        wrong.total_wrapped_in_every_turn,
        wrong.total_changed_in_place,
    ],
    "mean-wraps-again": [wrong.wrapped_again],
    "mean-expects-values": [wrong.expects_values],
    "mean-compares-values": [wrong.largest_compared, wrong.middle_loss_compared],
    "mean-returns-a-list": [wrong.losses_returned, wrong.numbers_returned],
    "mean-returns-nothing": [wrong.nothing_returned],
    "mean-goes-backward-itself": [wrong.goes_backward_itself, wrong.goes_backward_at_every_reading],
    "mean-changes-b": [wrong.b_changed],
    "mean-remembers": [wrong.remembers_losses, wrong.remembers_losses_and_divides_by_n],
    "mean-rounds": [
        wrong.rounded,
        wrong.rounded_and_wrapped,
        wrong.rounded_in_place,
        wrong.whole_division,
    ],
}
ABSOLUTE = {
    **MEANS,
    "mean-absolute-squared": [wrong.other_loss, wrong.root_of_the_mean_square],
    "mean-by-python": [wrong.by_python],
    "mean-compares-values": [*MEANS["mean-compares-values"], wrong.compares],
    "mean-wraps-again": [wrong.wrapped_again, wrong.wrapped_again_then_compared],
}
SQUARED = {
    **{slug: with_squares(*models) for slug, models in MEANS.items()},
    "mean-squared-absolute": with_squares(wrong.other_loss),
    "mean-squared-doubled-instead": [wrong.doubled_for_squared],
    "mean-squared-at-the-end": [wrong.mean_distance_squared],
    "mean-squared-twice": [wrong.squared_twice, wrong.mean_squared_once_more],
    "mean-takes-a-root": [*with_squares(wrong.root_of_the_mean), wrong.root_from_math],
    "mean-squared-xor": [wrong.xor],
}


def _wraps(source):
    return source.has("call", "Value") and (source.has("argument", "w") or source.has("argument", "b"))


def _wraps_not(source):
    return not _wraps(source)


# A Value inside a Value: whoever asks for its size, or which side of 0 it is on, asks for that of a Value.
CLUES = {
    "absolute-loss-wraps-again": _wraps,
    "absolute-loss-by-python": _wraps_not,
    "absolute-loss-compares-a-value": _wraps_not,
}
ALIKE = {
    "absolute-loss-size-of-a-value": ["absolute-loss-wraps-again", "absolute-loss-by-python"],
    "absolute-loss-side-of-a-value": ["absolute-loss-wraps-again", "absolute-loss-compares-a-value"],
}
CLUES_OF_MEANS = {
    "mean-wraps-again": _wraps,
    "mean-by-python": _wraps_not,
    "mean-compares-values": _wraps_not,
}
ALIKE_OF_MEANS = {
    "mean-size-of-a-value": ["mean-wraps-again", "mean-by-python"],
    "mean-side-of-a-value": ["mean-wraps-again", "mean-compares-values"],
}
WORDS = Path(__file__).with_suffix(".toml")


def study(probe, right, models, clues=None, alike=None):
    return Behaviour(
        exercise="losses",
        about=right.__name__,
        checks=CHECKS[right.__name__],
        probe=probe,
        install=install.function,
        write=install.function_source,
        right=(right,),
        **install.worded_for(right.__name__, WORDS, models, clues, alike),
    )


STUDIES = (
    study(probe, reference.absolute_loss, MODELS, CLUES, ALIKE),
    study(probe_absolute, reference.mean_absolute_loss, ABSOLUTE, CLUES_OF_MEANS, ALIKE_OF_MEANS),
    study(probe_squared, reference.mean_squared_loss, SQUARED),
)
