"""What goes wrong in `check`: what counts as equal, which positions are told, and who is asked."""

from pathlib import Path

from grader.misconceptions import AN_OBJECT, Behaviour, plain, worded
from tests.gradient_check import engines
from tests.gradient_check.misconceptions import install, reference
from tests.gradient_check.misconceptions import wrong_checks as wrong

# --- what to look at ---------------------------------------------------------------------------

# An engine of inputs alone, and a function that says other gradients than it has, as both are wanted here.
VALUE = """\
class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
"""
FUNCTION = """\
SAID, DUE = {said}, {due}


class Result:
    def __init__(self, values):
        self.values = values
        self.data = sum(slope * value.data for slope, value in zip(DUE, values))

    def backward(self):
        for value, slope in zip(self.values, SAID):
            value.grad += slope


def f(*values):
    return Result(values)
"""
CLEAR = (  # xs, what the engine says, what is true, and what else is handed over; no slope is small
    ([1.1, 2.2, 3.3, 4.4], [0.3, 0.7, -1.1, 2.3], [0.3, 0.9, -1.1, 2.1], {}),
    ([1.3, -0.7, 2.9], [0.3, -1.7, 0.9], [0.3, -1.7, 0.9], {}),
    ([2.1, 2.1, 2.1, 2.1], [1.3, 0.7, 0.6, 0.9], [1.3, 0.7, 0.5, 0.9], {}),
    ([0.7, 1.9, 2.3], [1.3, 1.3, 1.3], [1.3, 1.9, 1.3], {}),
    ([1.1, 2.3, -1.7, 0.9], [0.0, 0.6, 0.0, 1.7], [0.8, 0.0, 0.0, 1.7], {}),
    ([0.7, 2.3, 1.9, -3.1], [-0.7, 0.7, -0.9, -0.5], [0.7, -0.7, -0.7, -0.7], {}),
    ([1.7], [0.9], [0.8], {}),
    ([1.7], [0.9], [0.9], {}),
)
FINE = (  # the same, for what is just equal and what is not
    ([1.9, 0.7, 2.3], [7000.0009, 30.0, 0.7003], [7000.0, 30.00003, 0.7], {}),
    ([1.9, 0.7, 2.3], [2.05e-5, 3e-5, 0.0500004], [2e-5, 3e-5, 0.05], {}),
    ([1.9, 0.7, 2.3], [5e-9, 0.4, -3e-9], [0.0, 0.4, 0.0], {}),
    ([1.9, 0.7, 2.3], [0.9, 5e-9, 0.6], [0.7, 0.0, 0.4], {}),
    ([1.3, 2.7, 0.9, 0.4], [1.05, 1.3, 0.73, -0.72], [1.0, 1.0, 0.7, 0.7], {"tolerance": 0.1}),
    ([1.3, 2.7], [1.3, 1.3002], [1.0, 1.3], {"tolerance": 0.25}),
)
CURVED = (  # f, xs, what else is handed over; the engine is right
    ("lambda a, b: a ** 3 + b", [0.1, 2.0], {"tolerance": 0.05}),
    ("lambda a, b: a.square() * b", [3.0, -2.0], {}),
    ("lambda a, b: a ** 3 - b", [0.7, 2.0], {}),
)


def probe(reach):
    """The positions that are found, in whatever kind of sequence."""
    straight = [install.shown(_straight, reach, *case) for case in (*CLEAR, *FINE)]
    return (*straight, *(install.shown(_curved, reach, *case) for case in CURVED))


def _straight(reach, xs, said, due, options):
    f = reach.define(FUNCTION.format(said=said, due=due), "f")
    return _listed(reach("checker").check(reach.define(VALUE, "Value"), f, [*xs], **options))


def _curved(reach, text, xs, options):
    value, f = reach.define(engines.source(), "Value"), reach.define(f"f = {text}", "f")
    return _listed(reach("checker").check(value, f, [*xs], **options))


def _listed(found):
    """What was found as plain values; the entries of a set in their order, and a text only as one."""
    if type(found) is str:
        return "a text"
    if plain(found) != AN_OBJECT:
        return plain(found)
    try:
        return plain(sorted(found))
    except TypeError:
        return AN_OBJECT


# --- the mistakes --------------------------------------------------------------------------------

FINE_MODELS = {
    "check-exactly-equal": [
        wrong.exactly_equal,
        wrong.exactly_equal_or_tiny,
        wrong.no_error_at_all,
    ],
    "check-absolute-for-relative": [
        wrong.absolute,
        wrong.absolute_or_tiny,
        wrong.tolerance_rounded_away,
        wrong.rounded_to_three,
        wrong.rounded_to_four,
    ],
    "check-absolute-where-small": [
        wrong.absolute_below_one,
        wrong.absolute_and_relative,
        wrong.absolute_added_to_relative,
    ],
    "check-tolerance-ignored": [wrong.tolerance_ignored],
    "check-tolerance-scaled": [wrong.tolerance_in_percent, wrong.tolerance_times_hundred],
    "check-stops-at-noise": [wrong.stops_at_noise, wrong.gives_up_at_noise],
    "check-other-default": [wrong.other_default, wrong.other_default_of_a_tenth],
    "check-no-default": [wrong.no_default],
    "check-tolerance-as-nudge": [wrong.tolerance_as_nudge, wrong.tolerance_as_nudge_too],
    "check-large-nudge": [wrong.large_nudge, wrong.larger_nudge, wrong.nudge_of_one],
    "check-measures-forward": [wrong.measured_forward],
    "check-noise-counts": [
        wrong.noise_counts,
        wrong.noise_limit_too_small,
        wrong.only_two_zeros_are_tiny,
    ],
    "check-noise-limit-too-large": [wrong.noise_limit_too_large],
    "check-tiny-disagrees": [wrong.tiny_disagrees, wrong.only_tiny_disagrees],
    "check-compares-with-inputs": [wrong.compared_with_the_inputs],
}
CLEAR_MODELS = {  # these show even where noise or the tolerance is wrong as well
    "check-sign-of-the-difference": [
        wrong.absolute_signed,
        wrong.absolute_signed_turned,
        wrong.absolute_signed_or_tiny,
        wrong.relative_signed,
        wrong.relative_signed_turned,
        wrong.relative_signed_without_tiny,
        wrong.relative_signed_with_a_floor,
        wrong.relative_signed_with_a_floor_turned,
        wrong.one_larger_than_the_other,
    ],
    "check-compares-sizes": [wrong.sizes_compared],
    "check-compares-signs": [wrong.signs_compared],
    "check-share-of-one": [
        wrong.share_of_the_measured,
        wrong.share_of_the_measured_or_tiny,
        wrong.share_of_the_engines,
        wrong.share_of_the_engines_or_tiny,
    ],
    "check-tells-those-that-agree": [
        wrong.agreeing_ones,
        wrong.agreeing_ones_without_tiny,
        wrong.agreeing_and_not_tiny,
    ],
    "check-one-tiny-is-enough": [
        wrong.one_tiny_is_enough,
        wrong.smaller_one_is_tiny,
        wrong.only_two_that_are_something,
    ],
    "check-zero-of-the-engine-skipped": [
        wrong.zero_of_the_engine_skipped,
        wrong.tiny_of_the_engine_skipped,
    ],
    "check-zero-of-the-measured-skipped": [
        wrong.zero_of_the_measured_skipped,
        wrong.tiny_of_the_measured_skipped,
    ],
    "check-negative-is-tiny": [wrong.negative_is_tiny, wrong.one_negative_is_tiny],
    "check-counts-from-one": [wrong.from_one, wrong.enumerated_from_one],
    "check-counts-from-the-end": [wrong.from_the_end],
    "check-index-of-the-input": [wrong.index_of_the_input],
    "check-index-of-the-gradient": [wrong.index_of_the_gradient],
    "check-first-input-only": [wrong.first_input_only, wrong.returns_in_the_loop],
    "check-last-input-only": [wrong.last_input_only],
    "check-leaves-one-out": [wrong.last_input_is_left_out, wrong.first_input_is_left_out],
    "check-one-disagreement-only": [
        wrong.first_disagreement_only,
        wrong.first_disagreement_bare,
        wrong.last_disagreement_only,
    ],
    "check-stops-at-agreement": [
        wrong.stops_at_the_first_agreement,
        wrong.gives_up_at_the_first_agreement,
    ],
    "check-turned-order": [wrong.backwards, wrong.inserted_in_front],
    "check-all-if-one": [wrong.all_if_one],
    "check-always-all": [wrong.always_all, wrong.all_if_lists_differ],
    "check-compares-sums": [wrong.sums_compared],
    "check-compares-across": [wrong.all_pairs_compared, wrong.somewhere_in_the_other_list],
    "check-asks-the-engine-for-both": [wrong.engine_asked_twice],
    "check-measures-both": [wrong.measured_twice],
    "check-finds-nothing": [wrong.always_empty, wrong.never_collected, wrong.compared_with_itself],
    "check-gives-truths": [
        wrong.whether_each_disagrees,
        wrong.whether_each_agrees,
        wrong.whether_each_disagrees_but_tiny_ones,
        wrong.trues,
        wrong.zeros_and_ones,
        wrong.a_dict,
    ],
    "check-gives-one-truth": [wrong.whether_all_agree, wrong.whether_any_disagrees],
    "check-gives-a-count": [wrong.how_many, wrong.how_many_in_a_list],
    "check-counts-disagreements": [wrong.how_many_so_far],
    "check-gives-inputs": [wrong.inputs],
    "check-gives-gradients": [wrong.engines_gradients, wrong.measured_slopes, wrong.both_lists],
    "check-gives-errors": [wrong.errors, wrong.all_errors, wrong.differences],
    "check-gives-more-than-positions": [
        wrong.positions_with_both,
        wrong.positions_with_errors,
        wrong.both,
    ],
    "check-gives-texts": [wrong.texts],
    "check-no-list-for-none": [wrong.none_for_none, wrong.true_for_none],
    "check-returns-nothing": [wrong.nothing],
    "check-raises": [wrong.raises],
    "check-calls-without-the-class": [wrong.without_the_class],
    "check-hands-over-one-input": [wrong.one_input_at_a_time],
    "check-lists-for-numbers": [wrong.lists_into_the_error, wrong.lists_subtracted],
}


def _asks(source):
    return source.has("call", "engine_gradients")


def _measures(source):
    return source.has("call", "measured_gradients")


def _asks_only(source):
    return _asks(source) and not _measures(source)


def _measures_only(source):
    return _measures(source) and not _asks(source)


def _asks_as_it_measures(source):
    return _asks(source) == _measures(source)


CLUES = {
    "check-asks-the-engine-for-both": _asks_only,
    "check-measures-both": _measures_only,
    "check-finds-nothing": _asks_as_it_measures,
}

ALIKE = {"check-never-disagrees": list(CLUES)}


def study(models, cases=None):
    return Behaviour(
        exercise="check",
        about="check",
        probe=probe,
        install=install.function,
        write=install.source,
        right=(reference.check,),
        **worded(Path(__file__).with_suffix(".toml"), models, CLUES, ALIKE),
        cases=cases,
    )


STUDIES = (
    study({**FINE_MODELS, **CLEAR_MODELS}),
    study(CLEAR_MODELS, len(CLEAR)),  # of code that is wrong in fine cases for a reason of its own
)
