"""What goes wrong in `train`: how w and b move, and what the rows say about it."""

from pathlib import Path

from grader.misconceptions import AN_OBJECT, Behaviour, look, plain, worded
from tests.two_parameters.misconceptions import install, reference
from tests.two_parameters.misconceptions import wrong_loops as loops
from tests.two_parameters.misconceptions import wrong_rows as rows

# --- what to look at ---------------------------------------------------------------------------

THREE = [(2.0, 1.0), (0.0, 3.0), (-1.0, -2.5)]
SAME_X = [(1.5, 2.0), (1.5, -1.0), (-1.0, 0.25)]
FIVE = [*SAME_X, (0.5, 3.0), (0.0, -2.0)]
ON_A_LINE = [(-1.0, 0.0), (0.0, 1.0), (1.0, 2.0)]
RUNS = (  # w, b, points, options; none of them comes close to its goal
    (0.5, -1.25, THREE, {"lr": 0.05, "steps": 4}),
    (2.0, 1.0, [(3.0, -2.0)], {"lr": 0.02, "steps": 1}),
    (-1.5, 2.0, SAME_X, {}),
    (2, -1, [(1, 3), (-2, 1), (3, -4)], {"lr": 0.02, "steps": 5}),
    (-2.0, 1.0, reference.POINTS, {"lr": 0.5, "steps": 3}),
    (3.0, -4.0, FIVE, {"lr": 0.9, "steps": 4}),  # uphill in the end
    (1.00001, 1.0, ON_A_LINE, {"lr": 0.25, "steps": 3}),  # but this one is there already
)


def probe(modules):
    """Some runs, with everything that they leave behind."""
    Value, train = modules("engine").Value, modules("regression").train
    return tuple(look(_run, Value, train, *run) for run in RUNS)


def probe_movement(modules):
    """Where w and b end up after one step, two, three …: for loops whose rows are wrong in their own way."""
    Value, train = modules("engine").Value, modules("regression").train
    counts = (1, 2, 4)
    runs = [look(_movement, Value, train, 0.5, -1.25, SAME_X, {"lr": 0.07, "steps": n}) for n in counts]
    return (*runs, look(_movement, Value, train, 4.0, 1.5, THREE, {"steps": 3}))


def curve(modules):
    """The losses at the lesson's points, as the chart of the report shows them."""
    Value, train = modules("engine").Value, modules("regression").train
    return [row[3] for row in _rows(train(Value(-1.0), Value(3.0), list(reference.POINTS)))]


def _movement(Value, train, w, b, points, options):
    history, *left = _run(Value, train, w, b, points, options)
    failed = type(history) is tuple and history[:1] == ("raised",)
    return history if failed else None, *left


def _run(Value, train, w, b, points, options):
    w, b = Value(w), Value(b)
    history = look(lambda: _rows(train(w, b, list(points), **options)))
    return history, plain(w.data), plain(w.grad), plain(b.data), plain(b.grad)


def _rows(history):
    """What was returned, with every row a tuple, whatever kind of sequence the student chose."""
    sequence = _sequence(history)
    return tuple(map(_sequence, sequence)) if type(sequence) is tuple else sequence


def _sequence(value):
    if type(value) is dict:  # what the columns are called is everyone's own
        return ("a dict of", *map(plain, value.values()))
    if type(value) is str:  # and how a text is laid out
        return "a text"
    if plain(value) != AN_OBJECT:
        return plain(value)
    try:
        return plain(list(value))
    except TypeError:
        return AN_OBJECT


# --- the mistakes --------------------------------------------------------------------------------

LOOPS = {
    "train-no-reset": [loops.no_reset, loops.reset_after_the_loop, loops.reset_before_the_loop],
    "train-no-reset-of-b": [
        loops.no_reset_of_b,
        loops.no_reset_of_b_before,
        loops.b_reset_after_the_loop,
    ],
    "train-no-reset-of-w": [loops.no_reset_of_w, loops.w_reset_after_the_loop],
    "train-resets-too-early": [loops.reset_too_early],
    "train-resets-b-too-early": [loops.b_reset_too_early],
    "train-resets-w-too-early": [loops.w_reset_too_early],
    "train-no-backward": [loops.no_backward],
    "train-never-updates": [loops.no_update],
    "train-only-watches": [loops.no_update_no_reset],
    "train-update-before-backward": [loops.update_first, loops.update_one_turn_late],
    "train-stale-graph": [
        loops.stale_graph,
        loops.stale_graph_no_reset,
        loops.stale_graph_fresh_loss,
        loops.stale_predictions,
    ],
    "train-one-gradient-for-all": [
        loops.one_gradient_for_all,
        loops.one_gradient_and_loss_for_all,
        loops.one_formula_for_all,
    ],
    "train-updates-twice": [
        loops.updated_twice,
        loops.two_graphs_gone_backward,
        loops.update_inside_the_reset_loop,
        loops.w_moves_twice,
        rows.two_steps_a_row,
    ],
    "train-backward-twice": [loops.one_graph_backward_twice],
    "train-goes-uphill": [loops.uphill],
    "train-one-uphill": [loops.b_moves_uphill],
    "train-one-after-the-other": [loops.b_at_the_new_w, loops.b_at_both_places, loops.w_at_the_new_b],
    "train-in-turns": [loops.w_and_b_in_turns],
    "train-only-w-moves": [loops.only_w_moves, loops.only_w_moves_and_is_reset],
    "train-only-b-moves": [loops.only_b_moves],
    "train-gradients-swapped": [loops.gradients_swapped],
    "train-one-gradient-for-both": [loops.one_gradient_for_both, loops.other_gradient_for_both],
    "train-w-and-b-swapped": [loops.w_and_b_swapped],
    "train-point-after-point": [
        loops.point_after_point,
        loops.point_after_point_own_losses,
        loops.point_after_point_with_a_share,
        loops.point_after_point_row_for_each,
        loops.point_after_point_last_loss,
    ],
    "train-a-step-for-each-point": [loops.point_after_point_all_points],
    "train-one-point-a-step": [loops.one_point_a_step, loops.one_point_a_step_whole_loss],
    "train-one-point-only": [
        loops.first_point_only,
        loops.last_point_only,
        loops.last_point_of_a_loop,
    ],
    "train-sum-for-mean": [loops.gradients_added_up, loops.gradients_and_losses_added_up],
    "train-divides-again": [loops.mean_taken_again, loops.rate_divided_by_n],
    "train-fixed-points": [loops.points_of_the_lesson],
    "train-fixed-learning-rate": [loops.fixed_rate],
    "train-learning-rate-shrinks": [loops.rate_shrinks, loops.rate_decays, loops.rate_halves],
    "train-clips-gradient": [loops.clips_at_one, loops.clips_at_five],
    "train-works-on-copies": [
        loops.works_on_copies,
        loops.new_values_each_turn,
        loops.numbers_each_turn,
        loops.put_back_at_the_end,
    ],
    "train-rebinds-parameters": [loops.rebound_each_turn],
    "train-new-values-as-reset": [loops.new_values_as_reset],
    "train-starts-over": [loops.starts_over],
    "train-own-start": [
        loops.starts_as_the_lesson,
        loops.starts_as_the_lesson_anew,
        loops.starts_at_zero,
        loops.starts_at_zero_anew,
    ],
    "train-values-into-the-formula": [loops.values_into_the_formula],
    "train-update-wants-a-list": [loops.two_arguments_for_a_list, loops.three_arguments_for_two],
    "train-numbers-for-parameters": [
        loops.numbers_into_the_loss,
        loops.numbers_into_a_loss_with_powers,
        loops.numbers_into_update,
    ],
    "train-one-step-too-few": [rows.one_turn_too_few, rows.first_turn_left_out],
    "train-one-step-too-many": [rows.one_turn_too_many, rows.one_turn_too_many_from_one],
    "train-fixed-steps": [rows.always_ten],
    "train-steps-of-the-points": [rows.one_turn_a_point],
    "train-returns-inside-loop": [rows.returns_inside_the_loop],
}
ROWS = {
    "train-last-gradient-left": [
        rows.reset_before_backward,
        rows.one_left_behind,
        rows.other_left_behind,
        rows.formula_with_gradients_in_them,
    ],
    "train-resets-to-none": [rows.reset_to_none],
    "train-resets-data": [rows.data_reset],
    "train-stores-nothing": [rows.step_stored_in_both, rows.step_stored_in_each, rows.step_stored_in_data],
    "train-stops-early": [
        rows.stops_when_small,
        rows.stops_before_updating,
        rows.stops_when_rising,
        rows.no_row_once_the_loss_rises,
    ],
    "train-final-row-added": [rows.final_row_added],
    "train-steps-from-one": [rows.steps_from_one],
    "train-only-last-row": [rows.only_last_row, rows.last_row_bare],
    "train-returns-nothing": [rows.nothing_returned],
    "train-empty-rows": [rows.no_rows],
    "train-returns-parameters": [
        rows.parameters_returned,
        rows.final_numbers_returned,
        rows.b_returned,
    ],
    "train-returns-a-value": [rows.w_returned, rows.last_loss_returned],
    "train-returns-more-than-rows": [
        rows.rows_and_parameters,
        rows.parameters_and_rows,
        rows.rows_and_final_numbers,
    ],
    "train-rows-incomplete": [
        rows.losses_only,
        rows.without_step,
        rows.without_parameters,
        rows.without_b,
        rows.without_w,
        rows.without_loss,
    ],
    "train-rows-with-pairs": [rows.w_and_b_as_pair, rows.w_and_b_as_list],
    "train-rows-too-long": [rows.gradients_too],
    "train-columns-instead-of-rows": [rows.columns],
    "train-rows-are-dicts": [rows.as_dicts, rows.columns_in_a_dict],
    "train-one-flat-list": [rows.one_flat_list],
    "train-entries-out-of-order": [
        rows.loss_before_parameters,
        rows.loss_before_b,
        rows.b_before_w,
        rows.w_before_step,
        rows.step_last,
    ],
    "train-gradients-for-parameters": [rows.gradients_for_parameters],
    "train-sum-in-the-rows": [rows.sum_of_losses],
    "train-rounds": [rows.rounded, rows.rounded_to_two, rows.rounded_to_three],
    "train-rows-are-text": [rows.as_text],
    "train-rows-hold-values": [rows.loss_is_a_value, rows.parameters_are_values, rows.all_are_values],
    "train-one-row-for-all": [rows.one_row_for_all, rows.rows_multiplied, rows.one_row_that_grows],
    "train-rows-after-update": [
        rows.all_after_the_update,
        rows.parameters_after_the_update,
        rows.loss_after_the_update,
    ],
}


def _goes_back(source):
    return source.has("call", "backward") or source.has("call", "gradients")


def _no_backward(source):
    return not _goes_back(source)


def _moves(source):
    return source.has("call", "update") or source.has("store", "data")


def _no_update(source):
    return _goes_back(source) and not _moves(source)


def _update_above_backward(source):
    moves = source.lines("call", "update") + source.lines("store", "data")
    goes = source.lines("call", "backward")
    return bool(moves and goes) and max(moves) < min(goes)


def _reset_between(source):
    moves = source.lines("call", "update") + source.lines("store", "data")
    goes = source.lines("call", "backward")
    resets = source.lines("store", "grad")
    return bool(moves and goes) and any(max(goes) < line < max(moves) for line in resets)


def _asks_the_formula(source):
    return source.has("call", "gradients")


def _no_reset_between(source):
    return not _reset_between(source)


CLUES = {
    "train-no-backward": _no_backward,
    "train-never-updates": _no_update,
    "train-resets-too-early": _reset_between,
    "train-update-before-backward": _update_above_backward,
    "train-values-into-the-formula": _asks_the_formula,
    "train-resets-b-too-early": _reset_between,
    "train-resets-w-too-early": _reset_between,
    "train-only-w-moves": _no_reset_between,
    "train-only-b-moves": _no_reset_between,
}
UNMOVED = [
    "train-no-backward",
    "train-never-updates",
    "train-resets-too-early",
    "train-update-before-backward",
]
ONE_STAYS = {
    "train-b-stays": ["train-only-w-moves", "train-resets-b-too-early"],
    "train-w-stays": ["train-only-b-moves", "train-resets-w-too-early"],
}
ALIKE = {**ONE_STAYS, "train-nothing-moves": UNMOVED}
# Seen by where they end, copies that learn look as if nothing did.
ALIKE_BY_MOVEMENT = {
    **ONE_STAYS,
    "train-nothing-moves": [*UNMOVED, "train-works-on-copies", "train-own-start"],
    "train-one-step-only": ["train-starts-over", "train-returns-inside-loop"],
}
WORDS = Path(__file__).with_suffix(".toml")


def study(probe, models, alike):
    return Behaviour(
        exercise="train",
        about="train",
        probe=probe,
        install=install.function,
        write=install.source,
        curve=curve,
        right=(reference.train,),
        **worded(WORDS, models, CLUES, alike),
    )


STUDIES = (study(probe, {**LOOPS, **ROWS}, ALIKE), study(probe_movement, LOOPS, ALIKE_BY_MOVEMENT))
