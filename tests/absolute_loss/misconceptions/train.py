"""What goes wrong in `train` and `train_with_decay`: how the parameter moves, and what the rows say of it."""

from pathlib import Path

from grader.misconceptions import Behaviour, plain
from tests.absolute_loss.misconceptions import install, reference
from tests.absolute_loss.misconceptions import wrong_decays as decays
from tests.absolute_loss.misconceptions import wrong_loops as loops
from tests.absolute_loss.misconceptions.seen import sequence, show

# --- what to look at ---------------------------------------------------------------------------

LOSSES = {  # all but one take plain numbers as well, and it shows what comes of that
    "bowl": "def bowl(w):\n    return (w * 2.5 - 9.0) ** 2\n",
    "wide": "def wide(w):\n    return (w * 0.5 + 3.0).square() + 1.0\n",
    "vee": "def vee(w):\n    return ((w * 2.0 - 7.0) ** 2) ** 0.5\n",
}
RUNS = (  # start, loss, lr and steps; none of them meets the kink
    (1.25, "bowl", 0.03, 4),
    (-2.0, "wide", 0.3, 1),
    (1.0, "vee", 0.3, 12),  # across the kink and back, again and again
    (5, "bowl", 0.19, 3),  # uphill in the end
    (3.605, "bowl", 0.03, 3),  # but this one is there already
)
RUNS_WITH_DECAY = (  # and decay
    (1.25, "bowl", 0.03, 0.6, 5),
    (1.0, "vee", 0.53, 0.25, 12),
    (-2.0, "wide", 1.7, 1.5, 4),
    (5, "bowl", 0.19, 0.4, 3),
    (3.605, "bowl", 0.03, 0.7, 3),
)


def probe(modules):
    """Some runs, with everything that they leave behind."""
    return _runs(modules, modules("losses").train, RUNS)


def probe_with_decay(modules):
    """The same with rates that get smaller."""
    return _runs(modules, modules("losses").train_with_decay, RUNS_WITH_DECAY)


def _runs(modules, train, runs):
    Value, losses = modules("engine").Value, _losses(modules)
    start, loss, *numbers = runs[0]
    first, again = (show(_length, Value, train, start, losses[loss], *numbers) for _ in range(2))
    if type(first) is type(again) is int and first < again:
        return "remembers"  # what, depends on who has called before
    return tuple(show(_run, Value, train, start, losses[loss], *numbers) for start, loss, *numbers in runs)


def probe_movement(modules):
    """Where the parameter ends after one step, two …: for loops whose rows are wrong in their own way."""
    return _movements(
        modules, modules("losses").train, {"bowl": (1.25, 0.03), "vee": (1.0, 0.53), "wide": (-5.2, 0.3)}
    )


def probe_movement_with_decay(modules):
    """The same with rates that get smaller."""
    starts = {"bowl": (1.25, 0.03, 0.6), "vee": (1.0, 1.53, 0.25), "wide": (-5.2, 0.3, 0.6)}
    return _movements(modules, modules("losses").train_with_decay, starts)


def _movements(modules, train, starts):
    Value, losses = modules("engine").Value, _losses(modules)
    runs = [(losses[name], *start, steps) for name, start in starts.items() for steps in (1, 2, 4, 5)]
    return tuple(show(_movement, Value, train, start, loss, *numbers) for loss, start, *numbers in runs)


def _losses(modules):
    return {name: modules.define(source, name) for name, source in LOSSES.items()}


def _movement(Value, train, *run):
    return _run(Value, train, *run)[1:]


def _run(Value, train, start, loss, *numbers):
    parameter = Value(start)
    history = train(parameter, loss, *numbers)
    return _rows(history), plain(parameter.data), plain(parameter.grad)


def _length(Value, train, start, *given):
    return len(sequence(train(Value(start), *given)))


def _rows(history):
    """What was returned, with every row a tuple, whatever kind of sequence the student chose."""
    told = sequence(history)
    return told if type(told) is not tuple or type(history) is dict else tuple(map(sequence, history))


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
    "train-one-step-too-few": [loops.one_turn_too_few, loops.first_turn_left_out],
    "train-one-step-too-many": [loops.one_turn_too_many, loops.one_turn_too_many_from_one],
    "train-fixed-steps": [loops.always_ten, loops.always_sixteen],
    "train-returns-inside-loop": [loops.returns_inside_the_loop],
    "train-loops-over-a-number": [loops.loops_over_a_number],
}
ROWS = {
    "train-last-gradient-left": [loops.reset_before_backward],
    "train-resets-to-none": [loops.reset_to_none],
    "train-resets-data": [loops.data_reset],
    "train-stops-early": [
        loops.stops_when_rising,
        loops.stops_before_the_rise_is_recorded,
        loops.stops_when_no_longer_falling,
        loops.stops_when_small,
        loops.stops_before_updating,
    ],
    "train-takes-back-steps": [loops.skips_steps_uphill],
    "train-final-row-added": [loops.final_row_added],
    "train-steps-from-one": [loops.steps_from_one],
    "train-steps-all-the-same": [loops.steps_of_the_row],
    "train-only-last-row": [loops.only_last_row, loops.last_row_bare],
    "train-returns-nothing": [loops.nothing_returned],
    "train-empty-rows": [loops.no_rows],
    "train-returns-parameter": [loops.parameter_returned, loops.final_number_returned],
    "train-returns-more-than-rows": [
        loops.rows_and_parameter,
        loops.parameter_and_rows,
        loops.rows_and_final_number,
    ],
    "train-rows-incomplete": [
        loops.losses_only,
        loops.without_step,
        loops.without_value,
        loops.without_loss,
    ],
    "train-rows-too-long": [loops.gradient_too, loops.gradient_in_the_middle],
    "train-columns-instead-of-rows": [loops.columns],
    "train-rows-are-dicts": [loops.as_dicts, loops.dict_of_columns],
    "train-one-flat-list": [loops.one_flat_list],
    "train-entries-out-of-order": [loops.loss_before_value, loops.step_last],
    "train-gradient-in-the-rows": [loops.gradient_for_value, loops.gradient_for_loss],
    "train-rounds": [
        loops.rounded_to_two,
        loops.rounded_to_one,
        loops.rounded_to_three,
        loops.rounded_to_four,
        loops.rounded_loss,
    ],
    "train-rounds-the-parameter": [loops.rounds_the_parameter],
    "train-rows-are-text": [loops.as_text],
    "train-rows-hold-values": [
        loops.loss_is_a_value,
        loops.parameter_itself,
        loops.both_are_values,
    ],
    "train-one-row-for-all": [
        loops.one_row_for_all,
        loops.rows_multiplied,
        loops.one_row_that_grows,
    ],
    "train-rows-after-update": [
        loops.all_after_the_update,
        loops.value_after_the_update,
        loops.loss_after_the_update,
    ],
    "train-remembers": [loops.remembers_rows],
}
RATES = {
    "decay-ignored": [
        decays.decay_ignored,
        decays.decay_ignored_by_calling,
        decays.rate_computed_and_dropped,
    ],
    "decay-minus-for-division": [
        decays.minus_for_division,
        decays.decay_taken_away,
        decays.decay_taken_away_each_turn,
    ],
    "decay-without-the-one": [
        decays.without_the_one,
        decays.without_the_one_from_one,
        decays.without_the_one_but_at_the_start,
    ],
    "decay-brackets-missing": [
        decays.brackets_missing,
        decays.brackets_missing_in_the_step,
        decays.rate_below_the_line_with_the_gradient,
        decays.one_and_decay_first,
        decays.divided_by_decay_times_step,
    ],
    "decay-multiplies": [decays.multiplied],
    "decay-adds-step": [decays.step_added],
    "decay-without-step": [decays.decay_without_step],
    "decay-step-alone": [decays.step_without_decay],
    "decay-all-steps": [decays.all_steps_for_step, decays.one_rate_for_all],
    "decay-share-of-steps": [decays.share_of_steps, decays.share_of_steps_left],
    "decay-to-the-step": [
        decays.decay_to_the_step,
        decays.decay_to_the_step_each_turn,
        decays.power_for_product,
        decays.sum_to_the_step,
        decays.rest_to_the_step,
        decays.share_taken_away_each_turn,
    ],
    "decay-root": [decays.root_of_step],
    "decay-from-one": [decays.steps_counted_from_one, decays.rows_and_rate_from_one],
    "decay-one-step-late": [decays.one_step_late],
    "decay-compounds": [
        decays.compounds,
        decays.compounds_after_the_step,
        decays.compounds_after_the_step_from_one,
        decays.compounds_without_step,
        decays.compounds_from_one,
    ],
    "decay-rounds-the-rate": [decays.rate_rounded, decays.whole_division],
    "decay-fixed": [decays.fixed_decay],
    "decay-fixed-rate": [decays.fixed_rate, decays.never_below],
    "decay-of-the-gradient": [
        decays.taken_from_the_gradient,
        decays.gradient_times_decay,
        decays.gradient_kept_in_part,
        decays.gradient_kept_in_part_without_step,
        decays.gradient_divided_and_kept,
    ],
    "decay-twice": [decays.both_rate_and_gradient],
    "decay-of-the-parameter": [
        decays.parameter_shrinks,
        decays.parameter_divided_after_its_step,
        decays.weight_decay,
    ],
    "decay-when-rising": [decays.lowered_when_rising],
    "train-no-reset": [decays.no_reset, decays.reset_after_the_loop],
    "train-resets-too-early": [decays.reset_too_early],
    "train-no-backward": [decays.no_backward],
    "train-result-of-backward": [decays.result_of_backward],
    "train-stale-graph": [decays.stale_graph, decays.stale_graph_fresh_loss],
    "train-loses-the-function": [decays.function_lost],
    "train-loss-of-the-number": [decays.loss_of_the_number],
    "train-own-loss": [decays.own_absolute_loss],
    "train-goes-uphill": [decays.uphill],
    "train-without-gradient": [decays.rate_without_gradient],
    "train-works-on-a-copy": [decays.works_on_a_copy],
    "train-one-step-too-few": [decays.one_turn_too_few, decays.first_turn_left_out],
    "train-one-step-too-many": [decays.one_turn_too_many],
    "train-returns-inside-loop": [decays.returns_inside_the_loop],
}
ROWS_WITH_DECAY = {
    "decay-calls-train-for-each-step": [
        decays.train_for_each_step,
        decays.train_for_each_step_appended,
    ],
    "decay-calls-train-with-all-steps": [
        decays.train_whole_in_every_step,
        decays.train_whole_and_last_kept,
    ],
    "decay-of-the-loss": [decays.loss_shrinks],
    "decay-rate-in-the-rows": [decays.rate_in_the_rows, decays.rate_for_the_loss],
    "train-last-gradient-left": [decays.reset_before_backward],
    "train-steps-from-one": [decays.rows_from_one],
    "train-returns-nothing": [decays.nothing_returned],
    "train-rows-after-update": [decays.all_after_the_update, decays.value_after_the_update],
    "train-rounds": [decays.rounded],
    "train-one-row-for-all": [decays.one_row_for_all],
    "train-stops-early": [decays.stops_when_rising],
    "train-remembers": [decays.remembers_rows],
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
        probe=probe,
        install=install.function,
        write=install.function_source,
        right=(right,),
        **install.worded_for(right.__name__, WORDS, models, clues, alike),
    )


STUDIES = (
    study(probe, reference.train, {**LOOPS, **ROWS}, CLUES, ALIKE),
    study(probe_movement, reference.train, LOOPS, CLUES, ALIKE_BY_MOVEMENT),
    study(
        probe_with_decay,
        reference.train_with_decay,
        {**RATES, **ROWS_WITH_DECAY},
        CLUES_WITH_DECAY,
        ALIKE_WITH_DECAY,
    ),
    study(
        probe_movement_with_decay,
        reference.train_with_decay,
        RATES,
        CLUES_WITH_DECAY,
        ALIKE_WITH_DECAY_BY_MOVEMENT,
    ),
)
