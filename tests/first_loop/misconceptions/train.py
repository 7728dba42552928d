"""What goes wrong in `train`: how w moves, and what the rows say about it."""

from pathlib import Path

from grader.misconceptions import AN_OBJECT, Behaviour, look, plain, worded
from tests.first_loop.misconceptions import install, reference
from tests.first_loop.misconceptions import wrong_loops as loops
from tests.first_loop.misconceptions import wrong_rows as rows

# --- what to look at ---------------------------------------------------------------------------

RUNS = (  # w, x, y, options; none of them comes close to its goal
    (3.0, 2.0, 1.0, {"lr": 0.05, "steps": 4}),
    (5.0, -1.0, 2.0, {"lr": 0.25, "steps": 1}),
    (-1.0, 0.5, 4.0, {}),
    (2, 1, -3, {"lr": 0.02, "steps": 12}),
    (-1.0, 2.0, 4.0, {"lr": 0.3, "steps": 3}),
    (2.00001, 1.0, 2.0, {"lr": 0.25, "steps": 3}),  # but this one is there already
)


def probe(modules):
    """Some runs, with everything that they leave behind."""
    Value, train = modules("engine").Value, modules("training").train
    return tuple(look(_run, Value, train, *run) for run in RUNS)


def probe_movement(modules):
    """Where w ends up after one step, two, three …: for loops whose rows are wrong in a way of their own."""
    Value, train = modules("engine").Value, modules("training").train
    return tuple(look(_movement, Value, train, 3.0, 1.5, 1.0, {"lr": 0.07, "steps": n}) for n in (1, 2, 3, 4))


def curve(modules):
    """The losses at the lesson's numbers, as the chart of the report shows them."""
    Value, train = modules("engine").Value, modules("training").train
    return [row[2] for row in _rows(train(Value(-1.0), 2.0, 4.0))]


def _movement(Value, train, w, x, y, options):
    return _run(Value, train, w, x, y, options)[1:]


def _run(Value, train, w, x, y, options):
    parameter = Value(w)
    history = train(parameter, x, y, **options)
    returned = _left(parameter)
    rows = _rows(history)
    left = _left(parameter)
    return (rows, *left) if left == returned else (rows, *left, "moved when its rows were read")


def _left(parameter):
    return plain(parameter.data), plain(parameter.grad)


def _rows(history):
    """What was returned, with every row a tuple, whatever kind of sequence the student chose."""
    sequence = _sequence(history)
    return tuple(map(_sequence, sequence)) if type(sequence) is tuple else sequence


def _sequence(value):
    if type(value) is dict:  # what the columns are called is everyone's own
        return ("a dict of", *map(plain, value.values()))
    if plain(value) != AN_OBJECT:
        return plain(value)
    try:
        return plain(list(value))
    except TypeError:
        return AN_OBJECT


# --- the mistakes --------------------------------------------------------------------------------

LOOPS = {
    "train-no-reset": [loops.no_reset, loops.reset_after_the_loop],
    "train-resets-another-gradient": [loops.loss_reset_instead],
    "train-resets-too-early": [loops.reset_too_early],
    "train-no-backward": [loops.no_backward],
    "train-names-backward-only": [loops.backward_named_only],
    "train-never-updates": [loops.no_update],
    "train-only-watches": [loops.no_update_no_reset],
    "train-update-before-backward": [loops.update_first, loops.update_one_turn_late],
    "train-stale-graph": [
        loops.stale_graph,
        loops.stale_graph_no_reset,
        loops.stale_graph_fresh_loss,
        loops.stale_prediction,
    ],
    "train-one-gradient-for-all": [loops.stale_graph_no_pile, loops.one_gradient_for_all],
    "train-goes-uphill": [loops.uphill],
    "train-updates-twice": [loops.updated_twice, loops.backward_twice, rows.two_steps_a_row],
    "train-backward-twice": [loops.one_graph_backward_twice],
    "train-works-on-a-copy": [loops.works_on_a_copy, loops.new_value_each_turn, loops.put_back_at_the_end],
    "train-rebinds-w": [loops.rebound_each_turn],
    "train-new-value-as-reset": [loops.new_value_as_reset],
    "train-starts-over": [loops.starts_over],
    "train-own-start": [loops.starts_at_minus_one, loops.own_w],
    "train-update-arguments-swapped": [loops.update_arguments_swapped],
    "train-hands-a-number-to-update": [loops.update_of_a_number],
    "train-hands-a-number-to-the-loss": [loops.loss_of_a_number],
    "train-goes-backward-from-w": [loops.backward_from_w],
    "train-backward-of-a-number": [loops.backward_of_a_number],
    "train-one-step-too-few": [rows.one_turn_too_few, rows.first_turn_left_out],
    "train-one-step-too-many": [rows.one_turn_too_many],
    "train-fixed-steps": [rows.always_ten],
    "train-returns-inside-loop": [rows.returns_inside_the_loop],
    "train-returns-inside-unreset": [rows.returns_inside_without_reset],
    "train-fixed-learning-rate": [rows.fixed_rate],
    "train-fixed-example": [rows.fixed_x, rows.fixed_y, rows.fixed_x_and_y],
    "train-page-numbers": [
        rows.page_example,
        rows.page_rate,
        rows.page_example_and_rate,
        loops.loop_of_the_page,
    ],
    "train-clips-gradient": [loops.clips_at_one, loops.clips_at_five, loops.clips_at_ten],
    "train-x-and-y-swapped": [rows.x_and_y_swapped],
    "train-learning-rate-shrinks": [rows.rate_shrinks, rows.rate_decays, rows.rate_decays_fast],
}
ROWS = {
    "train-last-gradient-left": [loops.reset_before_backward],
    "train-resets-to-none": [loops.reset_to_none],
    "train-resets-data": [loops.data_reset],
    "train-stores-nothing": [
        loops.step_stored_in_data,
        loops.step_stored_in_w,
        loops.step_stored_in_w_after_the_reset,
    ],
    "train-stops-early": [
        rows.stops_when_small,
        rows.stops_before_updating,
        rows.goes_on_while_large,
    ],
    "train-final-row-added": [rows.final_row_added],
    "train-leaves-out-a-row": [rows.first_row_left_out, rows.last_row_left_out],
    "train-one-row-for-all": [rows.one_row_for_all],
    "train-steps-from-one": [rows.steps_from_one],
    "train-only-last-row": [rows.only_last_row, rows.last_row_bare],
    "train-appends-after-the-loop": [rows.appended_after_the_loop],
    "train-rows-survive": [rows.rows_of_all_calls],
    "train-yields": [rows.yields_its_rows],
    "train-returns-nothing": [rows.nothing_returned],
    "train-empty-rows": [rows.no_rows],
    "train-returns-w": [rows.w_returned, rows.final_w_returned],
    "train-returns-more-than-rows": [rows.rows_and_w, rows.rows_and_final_w],
    "train-rows-incomplete": [rows.losses_only, rows.without_step, rows.without_w],
    "train-columns-instead-of-rows": [rows.three_lists],
    "train-rows-are-dicts": [rows.as_dicts, rows.columns_in_a_dict, rows.dict_by_step],
    "train-one-flat-list": [rows.one_flat_list],
    "train-loss-before-w": [rows.loss_before_w],
    "train-gradient-for-loss": [rows.gradient_for_loss],
    "train-rounds": [rows.rounded, rows.rounded_to_two, rows.rounded_to_three],
    "train-rows-are-text": [rows.as_text],
    "train-rows-hold-values": [rows.loss_is_a_value, rows.w_is_a_value, rows.both_are_values],
    "train-rows-after-update": [
        rows.all_after_the_update,
        rows.w_after_the_update,
        rows.loss_after_the_update,
    ],
}


def _no_backward(source):
    return not source.has("call", "backward") and not source.has("name", "backward")


def _names_backward_only(source):
    return source.has("name", "backward") and not source.has("call", "backward")


def _moves(source):
    return source.has("call", "update") or source.has("store", "data")


def _no_update(source):
    return source.has("call", "backward") and not _moves(source)


def _update_above_backward(source):
    moves = source.lines("call", "update") + source.lines("store", "data")
    goes = source.lines("call", "backward")
    return bool(moves and goes) and max(moves) < min(goes)


def _reset_between(source):
    moves = source.lines("call", "update") + source.lines("store", "data")
    goes = source.lines("call", "backward")
    resets = source.lines("store", "grad")
    return bool(moves and goes) and any(max(goes) < line < max(moves) for line in resets)


def _new_value(source):
    return source.has("call", "Value")


def _resets_another(source):
    return source.has("store", "grad") and not source.has("store", "w.grad")


def _resets_no_other(source):
    return not _resets_another(source)


UNMOVED_CLUES = {
    "train-no-backward": _no_backward,
    "train-names-backward-only": _names_backward_only,
    "train-never-updates": _no_update,
    "train-resets-too-early": _reset_between,
    "train-update-before-backward": _update_above_backward,
}


def _update_gets_w(source):
    return bool(set(source.lines("call", "update")) & set(source.lines("argument", "w")))


def _update_gets_a_number(source):
    return not _update_gets_w(source) and source.has("call", "update")


def _backward_from_w(source):
    return source.has("name", "w.backward")


UPDATE_CLUES = {
    "train-update-arguments-swapped": _update_gets_w,
    "train-hands-a-number-to-update": _update_gets_a_number,
}
UNMOVED = list(UNMOVED_CLUES)
# Seen by w alone, a loop that goes on with another Value looks like one that has ended.
CLUES = {
    **UNMOVED_CLUES,
    **UPDATE_CLUES,
    "train-no-reset": _resets_no_other,
    "train-resets-another-gradient": _resets_another,
    "train-new-value-as-reset": _new_value,
    "train-goes-backward-from-w": _backward_from_w,
}
# `update` meets a number in both.
UPDATE_ALIKE = {"train-update-meets-a-number": list(UPDATE_CLUES)}
RESET_ALIKE = {"train-gradients-pile-up": ["train-no-reset", "train-resets-another-gradient"]}
# Seen by w alone, a copy that learns looks as if nothing did.
ALIKE_BY_MOVEMENT = {
    **UPDATE_ALIKE,
    **RESET_ALIKE,
    "train-steps-all-alike": ["train-clips-gradient", "train-goes-backward-from-w"],
    "train-w-stays": [*UNMOVED, "train-works-on-a-copy", "train-own-start"],
    "train-one-step-only": [
        "train-starts-over",
        "train-returns-inside-loop",
        "train-returns-inside-unreset",
        "train-new-value-as-reset",
    ],
}
WORDS = Path(__file__).with_suffix(".toml")

STUDIES = (
    Behaviour(
        exercise="train",
        about="train",
        probe=probe,
        install=install.function,
        write=install.function_source,
        curve=curve,
        right=(reference.train,),
        **worded(WORDS, {**LOOPS, **ROWS}, CLUES, {"train-w-stays": UNMOVED, **UPDATE_ALIKE, **RESET_ALIKE}),
    ),
    Behaviour(
        exercise="train",
        about="train",
        probe=probe_movement,
        install=install.function,
        write=install.function_source,
        curve=curve,
        right=(reference.train,),
        **worded(WORDS, LOOPS, CLUES, ALIKE_BY_MOVEMENT),
    ),
)
