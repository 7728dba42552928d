"""What goes wrong in `gradients`: measuring one input after the other, and asking the engine."""

from pathlib import Path

from grader.misconceptions import Behaviour, plain, worded
from tests.gradient_check import engines
from tests.gradient_check.misconceptions import install, reference
from tests.gradient_check.misconceptions import wrong_measurements as measured
from tests.gradient_check.misconceptions import wrong_passes as passes
from tests.gradient_check.misconceptions.explained import CHECKS

WORDS = Path(__file__).with_suffix(".toml")

# --- what to look at ---------------------------------------------------------------------------

MEASURED = (  # f, xs, what else is handed over, and the slips of the engine
    ("lambda a, b: a * a * b + b", [3.0, -1.25], {"h": 0.25}, {}),
    ("lambda a, b, c: a * b * c * c + a.square() * 0.5", [2.0, 2.0, 2.0], {"h": 0.3}, {}),
    ("lambda a, b, c: a ** 3 * b + c ** 3 - a * c", [1.5173, 2.1234, -3.0], {"h": 1.7}, {}),
    ("lambda a: a.square() * a", [-1.5], {"h": 0.4}, {}),
    ("lambda a, b: a * a * b - b", [0.0, 4.0], {"h": 0.3}, {}),
    ("lambda a, b: a * b + a", [3.0, 5.0], {}, {"multiply": "x, y"}),
    ("lambda a, b, c: a * b - c / a", [2.0, -1.5, 3.0], {}, {}),
    ("lambda a, b: a * b + b", [3.0, 0.0571428], {}, {}),
)
ASKED = (  # f, xs, and the slips of the engine
    ("lambda a, b: a * b + a", [3.0, 5.0], {}),
    ("lambda a, b, c: a - b * c", [4.0, 0.5, -2.0], {"subtract": "1.0, 1.0"}),
    ("lambda a, b, c: a * b * c + a.square() * 0.25 - c", [2.0, 2.0, 2.0], {}),
    ("lambda a: a.square() + a", [3.0], {"square": "x"}),
    ("lambda a, b: (c := a - b) * c + c", [1.5, -2.0], {}),
    ("lambda a, b, c: a * b + c", [4.0, 0.0, 1.5], {}),
    ("lambda a, b: a * b * b", [0.123, 1.2345], {}),
)


def probe_measured(reach):
    """Measured gradients with large nudges and with the usual one, by a wrong engine as well."""
    return tuple(install.shown(_measured, reach, *case) for case in MEASURED)


def _measured(reach, text, xs, options, slips):
    return _listed(reach("checker").measured_gradients(*_given(reach, text, slips), [*xs], **options))


def probe_asked(reach):
    """What right and wrong engines are made to say."""
    return tuple(install.shown(_asked, reach, *case) for case in ASKED)


def _asked(reach, text, xs, slips):
    return _listed(reach("checker").engine_gradients(*_given(reach, text, slips), [*xs]))


def _given(reach, text, slips):
    return reach.define(engines.source(**slips), "Value"), reach.define(f"f = {text}", "f")


def _listed(found):
    """The same, where a dict shows what is in it: how its keys are called is everyone's own."""
    found = plain(found)
    return ("a dict of", *found.values()) if type(found) is dict else found


# --- the mistakes --------------------------------------------------------------------------------

MEASUREMENTS = {
    "gradients-measured-all-at-once": [
        measured.all_at_once,
        measured.all_at_once_a_single_slope,
        measured.all_at_once_a_bare_slope,
        measured.all_at_once_forward,
        measured.all_at_once_forward_bare,
        measured.all_at_once_over_h,
    ],
    "gradients-measured-all-in-one-place": [measured.all_moved_along],
    "gradients-measured-not-this-one-alone": [measured.those_so_far, measured.all_but_this],
    "gradients-measured-nudges-the-result": [measured.result_nudged, measured.result_measured],
    "gradients-measured-first-of-equals": [measured.first_of_equals],
    "gradients-measured-all-equals": [measured.all_equals],
    "gradients-measured-one-input-for-all": [
        measured.last_for_all,
        measured.first_for_all,
        measured.first_place_with_each,
    ],
    "gradients-measured-leaves-xs-changed": [
        measured.below_is_left,
        measured.above_is_left,
        measured.below_is_left_by_place,
        measured.put_back_too_far,
        measured.values_left_below,
        measured.changed_by_the_function,
        measured.one_copy_for_all,
        measured.forward_and_left_there,
    ],
    "gradients-measured-others-not-held": [measured.others_are_zero, measured.others_are_one],
    "gradients-measured-others-are-numbers": [measured.others_are_numbers],
    "gradients-measured-others-are-missing": [
        measured.others_are_missing,
        measured.f_handed_on_with_values,
    ],
    "gradients-measured-nudge-for-the-input": [measured.nudge_for_the_place],
    "gradients-measured-nudges-by-a-factor": [
        measured.nudged_by_a_factor,
        measured.nudged_by_a_factor_of_its_own,
    ],
    "gradients-measured-of-the-neighbour": [measured.the_one_before, measured.the_next_one],
    "gradients-measured-two-inputs-in-one": [measured.up_here_and_down_at_the_first],
    "gradients-measured-nothing-moves": [
        measured.graph_built_once,
        measured.constant_along,
        measured.copy_is_the_same_list,
        measured.grad_of_the_result,
    ],
    "gradients-measured-data-forgotten": [
        measured.data_forgotten,
        measured.data_forgotten_by_hand,
        measured.in_values,
    ],
    "gradients-measured-numbers-into-f": [
        measured.numbers_into_f,
        measured.numbers_into_f_with_data,
        measured.data_of_the_inputs,
    ],
    "gradients-measured-f-handed-on": [measured.f_handed_on],
    "gradients-measured-f-handed-on-with-the-list": [measured.f_handed_the_list],
    "gradients-measured-list-into-f": [measured.list_into_f],
    "gradients-measured-forward": [
        measured.forward,
        measured.forward_by_hand,
        measured.backward_slope,
    ],
    "gradients-measured-own-nudge": [
        measured.h_ignored,
        measured.h_fixed,
        measured.h_fixed_thousandth,
        measured.h_fixed_forward,
    ],
    "gradients-measured-way-is-h": [measured.way_is_h],
    "gradients-measured-divides-by-two-times-h": [measured.over_two_times_h],
    "gradients-measured-rise-of-one-side": [measured.forward_over_two_h, measured.never_goes_down],
    "gradients-measured-rise-only": [measured.rise_only],
    "gradients-measured-turned": [measured.turned_sign],
    "gradients-measured-nudges-twice": [measured.slope_again_around_zero],
    "gradients-measured-asks-the-engine": [
        measured.asks_the_engine,
        measured.asks_the_engine_gradients,
        measured.mean_of_engine_gradients,
        measured.gradient_of_a_nudged_input,
    ],
    "gradients-measured-slope-of-the-gradient": [measured.slope_of_the_gradient],
    "gradients-measured-one-slope-only": [
        measured.first_only,
        measured.first_bare,
        measured.last_only,
        measured.last_bare,
    ],
    "gradients-measured-leaves-one-out": [measured.all_but_the_last, measured.all_but_the_first],
    "gradients-measured-turned-order": [measured.turned_order],
    "gradients-measured-added-up": [measured.sum_of_slopes],
    "gradients-measured-returns-a-dict": [measured.by_input, measured.by_position],
    "gradients-measured-equals-lost": [measured.values_of_a_dict],
    "gradients-measured-returns-more": [
        measured.pairs,
        measured.pairs_with_inputs,
        measured.appended_in_one_list,
    ],
    "gradients-measured-rounds": [measured.rounded, measured.rounded_to_four, measured.rounded_to_six],
    "gradients-measured-loses-the-sign": [measured.sizes],
    "gradients-measured-returns-nothing": [measured.nothing],
    "gradients-measured-returns-no-slopes": [measured.never_appended],
    "gradients-measured-returns-results": [measured.results_returned],
}
PASSES = {
    "gradients-engine-goes-backward-again": [
        passes.once_for_each_input,
        passes.once_for_each_input_read_afterwards,
        passes.one_result_many_times,
        passes.one_result_many_times_read_afterwards,
        passes.twice,
        passes.twice_on_one_result,
    ],
    "gradients-engine-never-goes-backward": [
        passes.never,
        passes.never_called,
        passes.never_asked_f,
    ],
    "gradients-engine-reads-other-values": [passes.other_values_read, passes.other_list_read],
    "gradients-engine-resets": [passes.reset_before_reading],
    "gradients-engine-reads-too-early": [passes.read_before],
    "gradients-engine-is-not-asked": [passes.measured, passes.measured_forward],
    "gradients-engine-all-one": [
        passes.of_the_result,
        passes.from_the_inputs,
        passes.from_everything,
    ],
    "gradients-engine-of-the-result-alone": [passes.of_the_result_alone, passes.of_the_result_bare],
    "gradients-engine-data-for-grad": [passes.data_of_inputs, passes.data_of_the_result],
    "gradients-engine-returns-values": [passes.inputs_themselves, passes.in_values],
    "gradients-engine-numbers-into-f": [passes.numbers_into_f],
    "gradients-engine-numbers-have-no-grad": [passes.numbers_read],
    "gradients-engine-list-into-f": [passes.list_into_f],
    "gradients-engine-list-has-no-grad": [passes.list_read],
    "gradients-engine-one-value-of-all": [passes.one_value_of_all],
    "gradients-engine-backward-on-data": [passes.backward_on_data],
    "gradients-engine-f-goes-backward": [passes.f_goes_backward],
    "gradients-engine-one-input-at-a-time": [passes.one_input_at_a_time],
    "gradients-engine-others-are-numbers": [passes.others_are_numbers],
    "gradients-engine-equals-are-one": [passes.equals_share_a_value],
    "gradients-engine-first-of-equals": [passes.first_of_equals],
    "gradients-engine-equals-lost": [passes.values_of_a_dict],
    "gradients-engine-one-value-for-all": [passes.same_value_everywhere],
    "gradients-engine-one-gradient-only": [
        passes.first_only,
        passes.first_bare,
        passes.last_only,
        passes.last_bare,
    ],
    "gradients-engine-turned-order": [
        passes.turned_order,
        passes.by_insertion_in_front,
        passes.sorted_by_size,
        passes.inputs_turned,
    ],
    "gradients-engine-added-up": [passes.added_up],
    "gradients-engine-returns-a-dict": [passes.by_input],
    "gradients-engine-returns-more": [
        passes.pairs,
        passes.pairs_with_positions,
        passes.with_the_result,
    ],
    "gradients-engine-returns-nothing": [passes.nothing, passes.returned_by_backward],
    "gradients-engine-loses-the-sign": [passes.sizes],
    "gradients-engine-rounds": [passes.rounded, passes.rounded_to_four],
    "gradients-engine-leaves-zeros-out": [passes.zeros_left_out],
}


def _never_backward(source):
    return not source.has("call", "backward")


def _resets(source):
    return source.has("call", "backward") and source.has("store", "grad")


def _reads_first(source):
    goes, reads = source.lines("call", "backward"), source.lines("name", "grad")
    return not _resets(source) and bool(goes and reads) and max(reads) < min(goes)


def _makes_more_values(source):
    return not _resets(source) and not _reads_first(source) and len(source.lines("call", "Value")) > 1


ALL_ZERO = {
    "gradients-engine-never-goes-backward": _never_backward,
    "gradients-engine-resets": _resets,
    "gradients-engine-reads-too-early": _reads_first,
    "gradients-engine-reads-other-values": _makes_more_values,
}
ALIKE = {"gradients-engine-all-zero": list(ALL_ZERO)}


def study(about, probe, models, clues=None, alike=None):
    return Behaviour(
        exercise="gradients",
        about=about,
        checks=CHECKS[about],
        probe=probe,
        install=install.function,
        write=install.source,
        right=(getattr(reference, about),),
        precision=1e-7,  # a measured slope of 0 is noise
        **worded(WORDS, models, clues, alike),
    )


STUDIES = (
    study("measured_gradients", probe_measured, MEASUREMENTS),
    study("engine_gradients", probe_asked, PASSES, ALL_ZERO, ALIKE),
)
