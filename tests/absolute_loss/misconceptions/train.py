"""What goes wrong in `train` and `train_with_decay`: how the parameter moves, and what the rows say of it."""

from pathlib import Path

from grader.misconceptions import Behaviour
from tests.absolute_loss.misconceptions import decay, install, reference, walks
from tests.absolute_loss.misconceptions import wrong_loops as loops
from tests.absolute_loss.misconceptions import wrong_rows as rows
from tests.absolute_loss.misconceptions.explained import CHECKS

# --- the mistakes --------------------------------------------------------------------------------

LOOPS = {
    "train-no-reset": [
        loops.no_reset,
        loops.reset_after_the_loop,
        loops.reset_before_the_loop,
        loops.gradient_of_the_loss_reset,
    ],
    "train-resets-too-early": [loops.reset_too_early],
    "train-no-backward": [loops.no_backward],
    "train-never-updates": [loops.no_update],
    "train-only-watches": [loops.no_update_no_reset],
    "train-update-before-backward": [loops.update_first, loops.update_one_turn_late],
    "train-stale-graph": [
        loops.stale_graph,
        loops.stale_graph_no_reset,
        loops.stale_graph_fresh_loss,
    ],
    "train-one-gradient-for-all": [loops.one_gradient_for_all, loops.one_gradient_and_loss_for_all],
    "train-moves-at-the-end": [loops.moved_at_the_end],
    "train-result-of-backward": [loops.result_of_backward],
    "train-updates-twice": [
        loops.updated_twice,
        loops.two_turns_a_row,
        loops.two_graphs_backward,
    ],
    "train-backward-twice": [loops.one_graph_backward_twice],
    "train-loses-the-function": [loops.function_lost],
    "train-loss-of-the-number": [
        loops.loss_of_the_number,
        loops.loss_of_the_number_as_number,
        loops.loss_of_the_number_in_the_rows,
        loops.number_of_the_number_in_the_rows,
        loops.loss_of_the_number_without_backward,
    ],
    "train-loss-of-a-copy": [loops.loss_of_a_copy, loops.loss_of_a_value_in_a_value],
    "train-loss-never-called": [loops.loss_never_called],
    "train-function-goes-backward": [loops.function_goes_backward],
    "train-parameter-goes-backward": [loops.parameter_goes_backward],
    "train-data-goes-backward": [loops.data_goes_backward],
    "train-loss-with-other-arguments": [loops.loss_without_arguments, loops.loss_with_a_point],
    "train-own-loss": [
        loops.own_squared_loss,
        loops.own_absolute_loss,
        loops.own_loss_of_the_page,
    ],
    "train-goes-uphill": [loops.uphill],
    "train-without-rate": [loops.no_rate],
    "train-without-gradient": [
        loops.rate_without_gradient,
        loops.data_for_gradient,
        loops.loss_for_gradient,
        loops.gradient_of_the_loss,
    ],
    "train-sign-of-the-gradient": [loops.sign_of_the_gradient],
    "train-size-of-the-gradient": [loops.size_of_the_gradient],
    "train-divides-by-rate": [loops.divided_by_rate],
    "train-stores-the-step": [loops.step_stored, loops.step_stored_uphill],
    "train-fixed-rate": [
        loops.fixed_rate,
        loops.fixed_rate_of_the_squared_loss,
        loops.fixed_rate_of_the_page,
        loops.fixed_rate_set,
    ],
    "train-rate-shrinks": [
        loops.rate_shrinks,
        loops.rate_halves,
        loops.rate_decays,
        loops.rate_shrinks_when_rising,
    ],
    "train-clips-gradient": [loops.clips_at_one, loops.clips_at_ten],
    "train-works-on-a-copy": [
        loops.works_on_a_copy,
        loops.numbers_each_turn,
        loops.new_value_each_turn,
    ],
    "train-step-into-a-name": [loops.local_number_shrunk],
    "train-rebinds-parameter": [
        loops.rebound_each_turn,
        loops.rebound_in_short,
        loops.number_for_the_parameter,
    ],
    "train-new-value-as-reset": [loops.new_value_as_reset],
    "train-value-in-data": [loops.value_in_data],
    "train-starts-over": [loops.starts_over],
    "train-own-start": [loops.starts_at_two, loops.starts_at_two_anew, loops.starts_at_zero],
    "train-one-step-too-few": [rows.one_turn_too_few, rows.first_turn_left_out],
    "train-one-step-too-many": [rows.one_turn_too_many, rows.one_turn_too_many_from_one],
    "train-fixed-steps": [rows.always_ten, rows.always_sixteen],
    "train-returns-inside-loop": [rows.returns_inside_the_loop],
    "train-loops-over-a-number": [rows.loops_over_a_number],
}
ROWS = {
    "train-last-gradient-left": [loops.reset_before_backward],
    "train-resets-to-none": [loops.reset_to_none],
    "train-resets-data": [loops.data_reset],
    "train-stops-early": [
        rows.stops_when_rising,
        rows.stops_before_the_rise_is_recorded,
        rows.stops_when_no_longer_falling,
        rows.stops_when_small,
        rows.stops_before_updating,
    ],
    "train-takes-back-steps": [rows.skips_steps_uphill],
    "train-final-row-added": [rows.final_row_added],
    "train-steps-from-one": [rows.steps_from_one],
    "train-steps-all-the-same": [rows.steps_of_the_row],
    "train-only-last-row": [rows.only_last_row, rows.last_row_bare],
    "train-returns-nothing": [rows.nothing_returned],
    "train-empty-rows": [rows.no_rows],
    "train-returns-parameter": [rows.parameter_returned, rows.final_number_returned],
    "train-returns-more-than-rows": [
        rows.rows_and_parameter,
        rows.parameter_and_rows,
        rows.rows_and_final_number,
    ],
    "train-rows-incomplete": [
        rows.losses_only,
        rows.without_step,
        rows.without_value,
        rows.without_loss,
    ],
    "train-rows-too-long": [rows.gradient_too, rows.gradient_in_the_middle],
    "train-columns-instead-of-rows": [rows.columns],
    "train-rows-are-dicts": [rows.as_dicts, rows.dict_of_columns],
    "train-one-flat-list": [rows.one_flat_list],
    "train-entries-out-of-order": [rows.loss_before_value, rows.step_last],
    "train-gradient-in-the-rows": [rows.gradient_for_value, rows.gradient_for_loss],
    "train-rounds": [
        rows.rounded_to_two,
        rows.rounded_to_one,
        rows.rounded_to_three,
        rows.rounded_to_four,
        rows.rounded_loss,
    ],
    "train-rounds-the-parameter": [rows.rounds_the_parameter],
    "train-rows-are-text": [rows.as_text],
    "train-rows-hold-values": [
        rows.loss_is_a_value,
        rows.parameter_itself,
        rows.both_are_values,
    ],
    "train-one-row-for-all": [
        rows.one_row_for_all,
        rows.rows_multiplied,
        rows.one_row_that_grows,
    ],
    "train-rows-after-update": [
        rows.all_after_the_update,
        rows.value_after_the_update,
        rows.loss_after_the_update,
    ],
    "train-remembers": [rows.remembers_rows],
}


def _goes_back(source):
    return source.has("call", "backward")


def _no_backward(source):
    return not _goes_back(source)


def _no_update(source):
    return _goes_back(source) and not source.has("store", "data") and not source.has("operator", "Mult")


def _into_a_name(source):
    return _goes_back(source) and not source.has("store", "data") and source.has("operator", "Mult")


def _wraps_for_the_loss(source):
    return bool(set(source.lines("call", "Value")) & set(source.lines("call", "loss")))


def _update_above_backward(source):
    moves, goes = source.lines("store", "data"), source.lines("call", "backward")
    return bool(moves and goes) and max(moves) < min(goes)


def _reset_between(source):
    moves, goes = source.lines("store", "data"), source.lines("call", "backward")
    resets = source.lines("store", "grad")
    return bool(moves and goes) and any(max(goes) < line < max(moves) for line in resets)


def _backward_in_the_loop(source):
    loop, goes = source.lines("loop"), source.lines("call", "backward")
    return bool(loop and goes) and max(goes) > min(loop)


def _backward_before_the_loop(source):
    return _goes_back(source) and not _backward_in_the_loop(source)


def _from_the_parameter(source):
    return source.has("name", "parameter.backward")


def _not_from_the_parameter(source):
    return not _from_the_parameter(source)


IN_VAIN = {
    "train-no-backward": _no_backward,
    "train-never-updates": _no_update,
    "train-resets-too-early": _reset_between,
    "train-update-before-backward": _update_above_backward,
    "train-step-into-a-name": _into_a_name,
    "train-loss-of-a-copy": _wraps_for_the_loss,
}
BY_THE_RATE = {  # whoever goes backward from the parameter has a gradient of 1
    "train-parameter-goes-backward": _from_the_parameter,
    "train-without-gradient": _not_from_the_parameter,
}
BY_THE_START = {  # every gradient is that of the start
    "train-one-gradient-for-all": _backward_before_the_loop,
    "train-moves-at-the-end": _backward_in_the_loop,
}
CLUES = {**IN_VAIN, **BY_THE_RATE, **BY_THE_START}
UNMOVED = list(IN_VAIN)
ALIKE = {
    "train-nothing-moves": UNMOVED,
    "train-steps-of-the-rate": list(BY_THE_RATE),
    "train-gradients-of-the-start": list(BY_THE_START),
}
# Seen by where it ends, a copy that learns looks as if nothing did.
ALIKE_BY_MOVEMENT = {
    **ALIKE,
    "train-nothing-moves": [*UNMOVED, "train-works-on-a-copy", "train-own-start"],
    "train-one-step-only": ["train-starts-over", "train-returns-inside-loop", "train-new-value-as-reset"],
}
ALIKE_WITH_DECAY = {"train-nothing-moves": ["train-no-backward", "train-resets-too-early"]}
ALIKE_WITH_DECAY_BY_MOVEMENT = {
    "train-nothing-moves": ["train-no-backward", "train-resets-too-early", "train-works-on-a-copy"]
}
CLUES_WITH_DECAY = {slug: CLUES[slug] for slug in ALIKE_WITH_DECAY["train-nothing-moves"]}
WORDS = Path(__file__).with_suffix(".toml")


def study(probe, right, models, clues=None, alike=None):
    return Behaviour(
        exercise="train",
        about=right.__name__,
        checks=CHECKS[right.__name__],
        probe=probe,
        install=install.function,
        write=install.function_source,
        right=(right,),
        **install.worded_for(right.__name__, WORDS, models, clues, alike),
    )


STUDIES = (
    study(walks.probe, reference.train, {**LOOPS, **ROWS}, CLUES, ALIKE),
    study(walks.probe_movement, reference.train, LOOPS, CLUES, ALIKE_BY_MOVEMENT),
    study(
        walks.probe_with_decay,
        reference.train_with_decay,
        {**decay.RATES, **decay.ROWS},
        CLUES_WITH_DECAY,
        ALIKE_WITH_DECAY,
    ),
    study(
        walks.probe_movement_with_decay,
        reference.train_with_decay,
        decay.RATES,
        CLUES_WITH_DECAY,
        ALIKE_WITH_DECAY_BY_MOVEMENT,
    ),
)
