"""What goes wrong in `slopes`: a nudge to one side, a nudge to both sides, and the relative error."""

from pathlib import Path

from grader.misconceptions import Behaviour, worded
from tests.gradient_check.misconceptions import install, reference
from tests.gradient_check.misconceptions import wrong_errors as errors
from tests.gradient_check.misconceptions import wrong_slopes as wrong
from tests.gradient_check.misconceptions.explained import CHECKS

WORDS = Path(__file__).with_suffix(".toml")

# --- what to look at ---------------------------------------------------------------------------

PARABOLA = "lambda x: 2.0 * x * x - 3.0 * x + 1.0"
CUBIC = "lambda x: x * x * x - 0.5 * x * x + 7.0"
FALLING = "lambda x: 4.0 - 2.625 * x"
CASES = (  # f, x, h: never h = 1, 2 or a half, at which h, h², 2h or 1/h are one
    (PARABOLA, 3.0, 0.25),
    (CUBIC, 2.0, 0.3),
    (CUBIC, -1.5, 1.7),
    (PARABOLA, 0.0, 0.4),
    (FALLING, 5.0, 0.1),
    (CUBIC, 0.7, 0.01),
    (CUBIC, 1.234, 0.37),
)
# Without an h: how steep x³ seems to be at 0 is h², and x² by a nudge to one side is h.
UNTOLD = (
    ("lambda x: 1e10 * x * x * x", 0.0),
    ("lambda x: 1e5 * x * x", 0.0),
    (FALLING, 7.0),
    ("lambda x: x * x * x", 3.0),
)
PAIRS = (
    (3.0, 5.0),
    (5.0, 3.0),
    (-3.0, 5.0),
    (-4.0, -5.0),
    (-5.0, -4.0),
    (200.0, 0.5),
    (7.0, 6.123),
    (3e-9, 4e-9),
    (0.0, 2.0),
    (7.0, 0.0),
    (-7.0, 0.0),
    (0.0, -3.0),
    (-1e-7, 0.0),
    (2.5, 2.5),
    (0.0, 0.0),
    (3.0, -3.0),
)


def probe_forward(reach):
    """Forward slopes of curves that bend, at several places and with several h."""
    slope = reach("slopes").forward_slope
    return tuple(install.shown(slope, _function(reach, text), x, h) for text, x, h in CASES)


def probe_central(reach):
    """Central slopes of the same, and some without an h."""
    slope = reach("slopes").central_slope
    told = [install.shown(slope, _function(reach, text), x, h) for text, x, h in CASES]
    return (*told, *(install.shown(slope, _function(reach, text), x) for text, x in UNTOLD))


def probe_error(reach):
    """Relative errors of pairs in both orders and of all signs, and with zeros."""
    return tuple(install.shown(reach("slopes").relative_error, *pair) for pair in PAIRS)


def _function(reach, text):
    return reach.define(f"f = {text}", "f")


# --- the mistakes --------------------------------------------------------------------------------

FORWARD = {
    "slopes-forward-is-central": [wrong.central_for_forward, wrong.central_for_forward_with_half],
    "slopes-forward-goes-backward": [wrong.backward_for_forward],
    "slopes-forward-rise-of-both-sides": [wrong.central_rise_over_h],
    "slopes-forward-turned": [wrong.forward_turned, wrong.backward_turned],
    "slopes-forward-without-the-start": [
        wrong.forward_without_the_start,
        wrong.forward_minus_x,
        wrong.forward_of_h,
        wrong.forward_from_zero,
    ],
    "slopes-forward-nudges-the-result": [
        wrong.forward_result_nudged,
        wrong.forward_result_nudged_twice,
    ],
    "slopes-forward-nudges-by-a-factor": [
        wrong.forward_of_a_factor,
        wrong.forward_of_a_share,
        wrong.forward_of_a_share_of_the_way,
    ],
    "slopes-forward-calls-f-with-two": [wrong.forward_two_arguments],
    "slopes-forward-f-for-a-number": [wrong.forward_f_plus_h, wrong.forward_f_as_factor],
    "slopes-forward-rise-only": [wrong.forward_rise_only],
    "slopes-forward-bracket-missing": [wrong.forward_bracket_missing],
    "slopes-forward-multiplies": [wrong.forward_multiplied],
    "slopes-forward-other-way": [
        wrong.forward_over_two_h,
        wrong.forward_over_two_times_h,
        wrong.forward_over_h_squared,
        wrong.forward_over_x,
        wrong.forward_over_the_place,
    ],
    "slopes-forward-upside-down": [wrong.forward_upside_down],
    "slopes-forward-own-nudge": [
        wrong.forward_fixed_hundredth,
        wrong.forward_fixed_thousandth,
        wrong.forward_fixed_ten_thousandth,
        wrong.forward_fixed_hundred_thousandth,
        wrong.forward_fixed_millionth,
        wrong.forward_ten_millionth,
        wrong.forward_fixed_one,
    ],
    "slopes-forward-loses-the-sign": [wrong.forward_size_only],
    "slopes-forward-rounds": [
        wrong.forward_rounded,
        wrong.forward_rounded_to_whole,
        wrong.forward_rounded_to_four,
        wrong.forward_whole_division,
    ],
    "slopes-forward-returns-nothing": [wrong.forward_nothing],
    "slopes-forward-returns-a-pair": [wrong.forward_pair],
    "slopes-forward-returns-a-function": [wrong.forward_as_function],
    "slopes-forward-returns-the-tangent": [wrong.forward_tangent],
    "slopes-forward-formula-of-the-cube": [wrong.cube_by_formula],
}
CENTRAL = {
    "slopes-central-one-side": [wrong.forward_for_central, wrong.backward_for_central],
    "slopes-central-rise-of-one-side": [
        wrong.forward_rise_over_two_h,
        wrong.backward_rise_over_two_h,
        wrong.wide_forward,
    ],
    "slopes-central-nudge-of-another-size": [
        wrong.half_nudges,
        wrong.half_nudges_over_two_h,
        wrong.double_nudges,
        wrong.double_nudges_over_two_h,
    ],
    "slopes-central-turned": [wrong.central_turned],
    "slopes-central-adds": [wrong.central_added],
    "slopes-central-same-place": [wrong.central_same_place],
    "slopes-central-measures-the-bend": [
        wrong.bend_for_slope,
        wrong.bend_over_two_h,
        wrong.difference_of_the_slopes,
    ],
    "slopes-central-nudges-the-result": [wrong.central_result_nudged],
    "slopes-central-around-zero": [wrong.central_from_zero],
    "slopes-central-nudges-by-a-factor": [
        wrong.central_of_a_share,
        wrong.central_of_a_share_of_the_way,
    ],
    "slopes-central-calls-f-with-two": [wrong.central_two_arguments],
    "slopes-central-f-for-a-number": [wrong.central_f_plus_h],
    "slopes-central-way-is-h": [wrong.over_h, wrong.slopes_added],
    "slopes-central-divides-by-two-times-h": [wrong.over_two_times_h],
    "slopes-central-h-squared": [
        wrong.over_h_squared,
        wrong.over_two_h_squared,
        wrong.over_two_h_all_squared,
    ],
    "slopes-central-without-h": [wrong.central_rise_only, wrong.over_two],
    "slopes-central-bracket-missing": [
        wrong.central_bracket_missing,
        wrong.central_both_brackets_missing,
    ],
    "slopes-central-multiplies": [wrong.central_multiplied, wrong.central_multiplied_by_two_h],
    "slopes-central-other-way": [
        wrong.over_four_h,
        wrong.over_two_plus_h,
        wrong.over_x,
        wrong.over_places,
    ],
    "slopes-central-upside-down": [wrong.central_upside_down],
    "slopes-central-other-default": [
        wrong.default_one,
        wrong.default_hundredth,
        wrong.default_thousandth,
        wrong.default_in_ten_digits,
    ],
    "slopes-central-no-default": [wrong.no_default],
    "slopes-central-own-nudge": [
        wrong.central_fixed,
        wrong.central_fixed_in_the_formula,
        wrong.central_fixed_thousandth,
        wrong.central_fixed_millionth,
    ],
    "slopes-central-loses-the-sign": [wrong.central_size_only],
    "slopes-central-rounds": [
        wrong.central_rounded,
        wrong.central_rounded_to_whole,
        wrong.central_rounded_to_four,
        wrong.central_whole_division,
    ],
    "slopes-central-returns-nothing": [wrong.central_nothing],
    "slopes-central-returns-two": [wrong.central_both_sides],
    "slopes-central-returns-a-function": [wrong.central_as_function],
    "slopes-central-formula-of-the-cube": [wrong.cube_by_formula_for_central],
}
ERROR = {
    "slopes-error-keeps-the-sign": [
        errors.sign_kept,
        errors.sign_kept_turned,
        errors.sign_kept_unguarded,
    ],
    "slopes-error-largest-with-signs": [
        errors.largest_with_signs,
        errors.largest_with_signs_guarded,
        errors.largest_with_signs_both_zero,
        errors.size_of_the_largest,
        errors.size_of_the_largest_guarded,
        errors.size_of_the_largest_unguarded,
        errors.no_sizes_but_in_the_end,
    ],
    "slopes-error-no-sizes": [errors.no_sizes, errors.no_sizes_guarded, errors.no_sizes_both_zero],
    "slopes-error-difference-of-sizes": [
        errors.difference_of_sizes,
        errors.difference_of_sizes_signed,
    ],
    "slopes-error-adds": [errors.added_up],
    "slopes-error-by-due": [
        errors.by_due,
        errors.by_due_guarded,
        errors.by_due_both_zero,
        errors.by_due_equal,
        errors.by_due_or_found,
        errors.by_due_or_absolute,
        errors.by_due_with_a_floor,
        errors.by_due_with_a_larger_floor,
        errors.by_due_at_least_a_little,
    ],
    "slopes-error-by-due-with-its-sign": [
        errors.by_due_signed,
        errors.by_due_signed_guarded,
        errors.by_due_sign_of_due,
        errors.by_due_sign_of_due_guarded,
    ],
    "slopes-error-by-found": [
        errors.by_found,
        errors.by_found_guarded,
        errors.by_found_both_zero,
        errors.by_found_or_one,
        errors.by_found_signed,
    ],
    "slopes-error-by-sum": [
        errors.by_sum,
        errors.by_sum_unguarded,
        errors.by_sum_with_signs,
        errors.by_sum_with_signs_guarded,
        errors.by_sum_both_zero,
    ],
    "slopes-error-by-mean": [errors.by_mean, errors.by_mean_unguarded, errors.by_mean_with_signs],
    "slopes-error-by-the-smaller": [
        errors.by_smaller,
        errors.by_smaller_guarded,
        errors.by_smaller_both_zero,
    ],
    "slopes-error-by-product": [errors.by_product, errors.by_product_unguarded],
    "slopes-error-upside-down": [errors.by_difference],
    "slopes-error-bracket-missing": [errors.bracket_missing],
    "slopes-error-absolute": [
        errors.not_divided,
        errors.not_divided_signed,
        errors.not_divided_signed_turned,
    ],
    "slopes-error-multiplies": [errors.multiplied],
    "slopes-error-floor": [
        errors.floor_of_a_hundred_millionth,
        errors.floor_of_one,
        errors.floor_added,
        errors.floor_of_twelve_digits_added,
        errors.one_added,
    ],
    "slopes-error-zero-by-zero": [errors.unguarded],
    "slopes-error-zero-if-one-is": [
        errors.zero_if_either,
        errors.zero_if_due_is,
        errors.zero_if_found_is,
    ],
    "slopes-error-absolute-if-one-is-zero": [errors.absolute_if_either, errors.absolute_if_due_is],
    "slopes-error-small-is-zero": [errors.zero_if_small, errors.zero_if_very_small],
    "slopes-error-of-two-zeros": [
        errors.one_for_zeros,
        errors.none_for_zeros,
        errors.nan_for_zeros,
        errors.infinite_for_zeros,
    ],
    "slopes-error-is-a-ratio": [errors.ratio, errors.ratio_guarded, errors.ratio_of_sizes],
    "slopes-error-is-agreement": [errors.agreement, errors.agreement_of_equals],
    "slopes-error-in-percent": [errors.percent],
    "slopes-error-squared": [errors.squared, errors.squared_over_square],
    "slopes-error-capped": [errors.capped],
    "slopes-error-rounds": [
        errors.rounded,
        errors.rounded_to_three,
        errors.rounded_to_four,
        errors.rounded_to_six,
        errors.whole_division,
    ],
    "slopes-error-is-a-verdict": [errors.whether_small, errors.whether_equal],
    "slopes-error-returns-nothing": [errors.nothing],
}


def study(about, probe, models, precision=1e-9):
    return Behaviour(
        exercise="slopes",
        about=about,
        checks=CHECKS[about],
        probe=probe,
        install=install.function,
        write=install.source,
        right=(getattr(reference, about),),
        precision=precision,
        **worded(WORDS, models),
    )


STUDIES = (
    study("forward_slope", probe_forward, FORWARD, precision=1e-7),
    study("central_slope", probe_central, CENTRAL, precision=1e-7),
    study("relative_error", probe_error, ERROR),
)
