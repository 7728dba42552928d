"""What goes wrong in `gradients`, the formula from paper as code."""

from pathlib import Path

from grader.misconceptions import AN_OBJECT, Behaviour, look, plain, worded
from tests.two_parameters.misconceptions import install, reference
from tests.two_parameters.misconceptions import wrong_formulas as wrong

CASES = (  # w, b, points: some at x = 0, some one above the other, some twice the same; never two in all
    (0.5, -1.25, [(2.0, 1.0), (0.0, 3.0), (-1.0, -2.5)]),
    (-1.0, 0.5, [(1.5, 2.0), (1.5, -1.0), (-2.0, 0.25), (0.5, 3.0), (3.0, 1.0)]),
    (2.0, 1.25, [(3.0, 5.0)]),
    (1.3, -2.7, [(1.0, 2.0), (1.0, 2.0), (-3.0, 1.0), (2.0, 0.0), (0.0, -1.0), (0.7, 0.123)]),
    (2, -1, [(1, 3), (-2, 1), (3, -4)]),
)


def probe(modules):
    """Both gradients for several lines and lists of points, a tuple for a list."""
    gradients = modules("regression").gradients
    return tuple(look(_gradients, gradients, w, b, list(points)) for w, b, points in CASES)


def _gradients(gradients, w, b, points):
    result = gradients(w, b, points)
    found = plain(result)
    if found == AN_OBJECT:  # a named tuple is a tuple, too
        found = look(lambda: list(result))
    # Which names the two have in a dict is everyone's own.
    return ("a dict of", *found.values()) if type(found) is dict else found


MODELS = {
    "formula-sum-for-mean": [wrong.sum_for_mean],
    "formula-mean-in-one-only": [wrong.only_dw_divided, wrong.only_db_divided],
    "formula-n-is-fixed": [wrong.n_of_the_lesson],
    "formula-n-of-a-point": [wrong.n_of_a_point],
    "formula-n-is-off": [
        wrong.one_less_than_n,
        wrong.one_less_than_n_guarded,
        wrong.last_position_for_n,
    ],
    "formula-divides-too-often": [wrong.divided_twice, wrong.divided_in_every_turn],
    "formula-multiplies-by-n": [wrong.multiplied_by_n],
    "formula-product-of-means": [
        wrong.product_of_means,
        wrong.product_of_sums,
        wrong.product_of_sum_and_last_x,
    ],
    "formula-factor-two-missing": [wrong.two_missing],
    "formula-factor-two-missing-and-sum": [wrong.two_missing_and_sum],
    "formula-factor-two-in-one-only": [wrong.two_missing_in_db, wrong.two_missing_in_dw],
    "formula-factor-too-many": [wrong.four_for_two],
    "formula-x-missing": [wrong.x_missing_in_dw],
    "formula-x-in-both": [wrong.x_in_both],
    "formula-x-squared": [wrong.x_squared],
    "formula-adds-x": [wrong.x_added],
    "formula-sign-of-x-lost": [wrong.size_of_x],
    "formula-y-for-x": [wrong.y_for_x],
    "formula-parameter-as-factor": [
        wrong.w_and_b_as_factors,
        wrong.b_as_factor,
        wrong.w_as_factor,
        wrong.w_in_place_of_x,
    ],
    "formula-sign": [wrong.sign_lost],
    "formula-sign-in-one-only": [wrong.sign_lost_in_dw, wrong.sign_lost_in_db],
    "formula-bracket-missing": [wrong.minus_before_the_bracket_forgotten],
    "formula-keeps-the-square": [wrong.still_squared, wrong.squared_without_two],
    "formula-of-unsquared-errors": [wrong.of_unsquared_errors],
    "formula-of-distances": [wrong.of_distances],
    "formula-sign-of-errors-lost": [wrong.sizes_of_errors],
    "formula-without-b": [wrong.b_left_out, wrong.b_left_out_in_dw],
    "formula-each-alone": [wrong.each_with_itself_only, wrong.db_of_b_alone],
    "formula-without-y": [wrong.y_left_out],
    "formula-adds-y": [wrong.y_added],
    "formula-w-and-b-swapped": [wrong.w_and_b_swapped],
    "formula-x-and-y-swapped": [wrong.x_and_y_swapped],
    "formula-last-point": [wrong.last_point, wrong.last_point_divided],
    "formula-last-point-in-one-only": [wrong.last_point_in_db, wrong.last_point_in_db_divided],
    "formula-first-point": [wrong.first_point, wrong.first_point_divided],
    "formula-drops-zero": [wrong.zero_dropped, wrong.zero_dropped_and_not_counted],
    "formula-equal-x-lost": [wrong.equal_x_lost, wrong.equal_x_lost_but_counted],
    "formula-equal-points-lost": [wrong.equal_points_lost],
    "formula-leaves-one-out": [wrong.without_the_first, wrong.without_the_last],
    "formula-past-the-end": [wrong.past_the_end],
    "formula-fixed-points": [wrong.points_of_the_lesson],
    "formula-expects-columns": [wrong.points_unpacked_as_columns],
    "formula-expects-an-array": [wrong.points_as_array, wrong.points_as_objects],
    "formula-order-swapped": [wrong.swapped_order],
    "formula-returns-one": [wrong.only_dw, wrong.only_db, wrong.only_dw_in_a_tuple, wrong.only_db_in_a_tuple],
    "formula-adds-both": [wrong.both_added],
    "formula-returns-a-list-each": [wrong.one_pair_for_each_point, wrong.one_list_for_each],
    "formula-returns-a-dict": [wrong.as_dict, wrong.as_dict_of_parameters],
    "formula-returns-values": [wrong.as_values, wrong.as_parameters],
    "formula-returns-the-loss-too": [wrong.with_the_loss, wrong.with_the_loss_behind],
    "formula-returns-the-loss": [wrong.the_loss_itself],
    "formula-returns-nothing": [wrong.nothing_returned],
    "formula-rounds": [wrong.rounded_to_two, wrong.rounded_to_four, wrong.whole_division],
    "formula-share-is-a-whole-number": [wrong.two_over_n_whole, wrong.one_over_n_whole],
    "formula-takes-the-step": [wrong.new_parameters, wrong.steps_for_gradients],
    "formula-expects-values": [wrong.expects_values, wrong.loss_of_numbers],
    "formula-measures": [
        wrong.measured_with_a_large_nudge,
        wrong.measured_with_a_small_nudge,
        wrong.measured_with_a_tiny_nudge,
    ],
}


def _counts(source):
    return source.has("call", "len")


def _never_counts(source):
    return not _counts(source)


# 2 · sum / 2: whoever divides by the two numbers of a point, and whoever writes neither the 2 nor the mean.
CLUES = {"formula-n-of-a-point": _counts, "formula-factor-two-missing-and-sum": _never_counts}
ALIKE = {"formula-sum-of-errors": list(CLUES)}

STUDIES = (
    Behaviour(
        exercise="formula",
        about="gradients",
        probe=probe,
        install=install.function,
        write=install.source,
        right=(reference.gradients,),
        **worded(Path(__file__).with_suffix(".toml"), MODELS, CLUES, ALIKE),
    ),
)
