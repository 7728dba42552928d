"""What goes wrong in `mean_squared_loss`: in the prediction, and in the mean of the squares."""

from pathlib import Path

from grader.misconceptions import AN_OBJECT, Behaviour, look, plain, worded
from tests.two_parameters.misconceptions import install, reference
from tests.two_parameters.misconceptions import wrong_losses as wrong
from tests.two_parameters.misconceptions.explained import CHECKS

# --- what to look at ---------------------------------------------------------------------------

LINES = ((1.5, -0.75, 2.0), (-1.0, 3.0, 0.0), (0.5, 2.5, -3.0), (4, -7, 5))  # w, b, x
CASES = (  # w, b, points: some at x = 0, some one above the other, some twice the same; never two in all
    (1.5, -0.75, [(2.0, 1.0), (0.0, 3.0), (-1.0, -2.5)]),
    (-1.0, 0.5, [(1.5, 2.0), (1.5, -1.0), (-2.0, 0.25), (0.5, 3.0), (3.0, 1.0)]),
    (2.0, 1.25, [(3.0, 5.0)]),
    (0.5, -2.0, [(1.0, 2.0), (1.0, 2.0), (-3.0, 1.0), (2.0, 0.0), (0.0, -1.0), (0.5, 0.5)]),
    (2, -1, [(1, 3), (-2, 1), (3, -4)]),
)


def probe_line(modules):
    """Predictions for several w, b and x, and the gradients that reach w and b from them."""
    Value, predict = modules("engine").Value, modules("regression").predict
    return tuple(look(_number_and_gradients, Value, predict, *line) for line in LINES)


def probe(modules):
    """Losses for several lines and lists of points, and the gradients that reach w and b from them."""
    Value, loss = modules("engine").Value, modules("regression").mean_squared_loss
    return tuple(look(_number_and_gradients, Value, loss, *case) for case in CASES)


def _number_and_gradients(Value, function, w, b, given):
    w, b = Value(w), Value(b)
    result = function(w, b, given)
    if plain(result) != AN_OBJECT:
        return plain(result), w.data, w.grad, b.data, b.grad
    before = w.grad, b.grad
    result.backward()
    return plain(result.data), w.data, b.data, before, plain(w.grad), plain(b.grad)


# --- the mistakes ----------------------------------------------------------------------------------

LINE_MODELS = {
    "predict-without-b": [wrong.line_without_b],
    "predict-without-w": [wrong.line_without_w],
    "predict-without-x": [wrong.line_without_x],
    "predict-w-and-b-swapped": [wrong.line_swapped],
    "predict-adds-all": [wrong.line_of_sums],
    "predict-multiplies-all": [wrong.line_of_products],
    "predict-adds-first": [wrong.line_with_bracket, wrong.line_with_bracket_around_w],
    "predict-subtracts-b": [wrong.line_minus_b],
    "predict-squares-x": [wrong.line_squared_x],
    "predict-returns-number": [wrong.line_as_number, wrong.line_data_returned],
    "predict-detached": [wrong.line_wrapped_number, wrong.line_detached_w, wrong.line_detached_b],
    "predict-wraps-again": [wrong.line_wrapped_parameters, wrong.line_all_wrapped],
    "predict-returns-nothing": [wrong.line_not_returned],
    "predict-expects-a-value": [wrong.line_expects_value],
    "predict-changes-w": [wrong.line_changes_w],
}
MODELS = {
    "mean-squared-loss-sum-for-mean": [wrong.sum_for_mean],
    "mean-squared-loss-halved": [wrong.halved],
    "mean-squared-loss-remembers": [wrong.errors_remembered],
    "mean-squared-loss-running-mean": [wrong.running_mean],
    "mean-squared-loss-n-is-fixed": [wrong.halved_sum, wrong.n_of_a_point, wrong.n_of_the_lesson],
    "mean-squared-loss-n-is-off": [
        wrong.one_less_than_n,
        wrong.two_less_than_n,
        wrong.one_more_than_n,
        wrong.last_position_for_n,
    ],
    "mean-squared-loss-divides-twice": [wrong.divided_twice],
    "mean-squared-loss-divides-in-every-turn": [
        wrong.divided_in_every_turn,
        wrong.mean_of_two_in_every_turn,
    ],
    "mean-squared-loss-divides-by-those-so-far": [
        wrong.each_divided_by_those_so_far,
        wrong.all_divided_by_those_so_far,
    ],
    "mean-squared-loss-multiplies-by-n": [wrong.multiplied_by_n],
    "mean-squared-loss-divides-the-wrong-way": [wrong.n_divided_by_sum],
    "mean-squared-loss-starts-at-one": [wrong.starts_at_one],
    "mean-squared-loss-multiplies-losses": [wrong.product_of_squares],
    "mean-squared-loss-largest-only": [wrong.largest_square],
    "mean-squared-loss-not-squared": [wrong.mean_of_errors, wrong.mean_of_errors_turned],
    "mean-squared-loss-absolute": [
        wrong.mean_of_distances,
        wrong.mean_of_roots,
        wrong.mean_of_abs,
    ],
    "mean-squared-loss-square-of-the-mean": [
        wrong.square_of_the_mean_error,
        wrong.square_of_the_sum,
        wrong.square_of_the_sum_divided,
    ],
    "mean-squared-loss-takes-a-root": [
        wrong.root_of_the_mean,
        wrong.root_of_the_sum,
        wrong.root_from_math,
        wrong.root_of_a_number,
    ],
    "mean-squared-loss-another-power": [wrong.squared_twice, wrong.mean_squared_again, wrong.cubed],
    "mean-squared-loss-doubled-instead": [wrong.doubled],
    "mean-squared-loss-square-not-called": [
        wrong.square_not_called,
        wrong.square_not_called_from_float,
    ],
    "mean-squared-loss-caret": [wrong.square_with_a_caret, wrong.bracket_with_a_caret],
    "mean-squared-loss-squares-too-early": [
        wrong.squares_apart,
        wrong.y_squared_alone,
        wrong.prediction_squared_alone,
    ],
    "mean-squared-loss-negative": [wrong.negative],
    "mean-squared-loss-last-point": [
        wrong.last_point,
        wrong.last_point_divided,
        wrong.last_point_from_zero,
        wrong.last_point_by_index,
    ],
    "mean-squared-loss-first-point": [wrong.first_point, wrong.first_point_divided],
    "mean-squared-loss-drops-zero": [
        wrong.zero_dropped,
        wrong.zero_dropped_and_not_counted,
        wrong.zeros_dropped,
        wrong.zeros_dropped_but_counted,
    ],
    "mean-squared-loss-drops-left": [wrong.negative_x_dropped],
    "mean-squared-loss-equal-x-lost": [
        wrong.equal_x_lost,
        wrong.equal_x_lost_but_counted,
        wrong.equal_x_read_first,
    ],
    "mean-squared-loss-equal-points-lost": [
        wrong.equal_points_lost,
        wrong.equal_points_lost_but_counted,
    ],
    "mean-squared-loss-leaves-one-out": [
        wrong.without_the_first,
        wrong.without_the_last,
        wrong.without_the_first_from_a_value,
        wrong.without_the_last_from_a_value,
    ],
    "mean-squared-loss-past-the-end": [wrong.past_the_end, wrong.counted_from_one],
    "mean-squared-loss-fixed-points": [wrong.points_of_the_lesson],
    "mean-squared-loss-expects-columns": [wrong.points_unpacked_as_columns],
    "mean-squared-loss-expects-an-array": [wrong.points_as_array, wrong.points_as_objects],
    "mean-squared-loss-every-x-with-every-y": [wrong.every_x_with_every_y],
    "mean-squared-loss-without-b": [wrong.b_forgotten],
    "mean-squared-loss-without-x": [wrong.x_forgotten],
    "mean-squared-loss-w-and-b-swapped": [wrong.w_and_b_swapped],
    "mean-squared-loss-x-and-y-swapped": [wrong.x_and_y_swapped],
    "mean-squared-loss-without-y": [wrong.y_forgotten],
    "mean-squared-loss-adds-y": [wrong.y_added],
    "mean-squared-loss-x-for-y": [wrong.x_subtracted],
    "mean-squared-loss-subtracts-b": [wrong.b_subtracted],
    "mean-squared-loss-returns-number": [wrong.number_returned, wrong.data_returned],
    "mean-squared-loss-detached": [
        wrong.number_wrapped,
        wrong.parameters_copied,
        wrong.w_copied,
        wrong.b_copied,
    ],
    "mean-squared-loss-wraps-again": [wrong.parameters_wrapped],
    "mean-squared-loss-returns-a-list": [wrong.losses_returned],
    "mean-squared-loss-returns-nothing": [wrong.nothing_returned],
    "mean-squared-loss-goes-backward-itself": [
        wrong.goes_backward_itself,
        wrong.goes_backward_at_every_point,
    ],
}
WORDS = Path(__file__).with_suffix(".toml")


def study(about, probe, right, models):
    return Behaviour(
        exercise="mean_squared_loss",
        about=about,
        checks=CHECKS[about],
        probe=probe,
        install=install.function,
        write=install.source,
        right=(right,),
        **worded(WORDS, models),
    )


STUDIES = (
    study("predict", probe_line, reference.predict, LINE_MODELS),
    study("mean_squared_loss", probe, reference.mean_squared_loss, MODELS),
)
