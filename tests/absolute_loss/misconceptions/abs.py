"""What goes wrong in `Value.abs`."""

from pathlib import Path

from grader.misconceptions import Behaviour, worded
from tests.absolute_loss.misconceptions import install, reference, sizes
from tests.absolute_loss.misconceptions import wrong_abs as wrong

# --- the mistakes, and where the source tells them apart -----------------------------------------

MODELS = {
    "abs-slope-always-one": [wrong.always_one, wrong.one_times, wrong.size_over_itself],
    "abs-sign-of-output": [
        wrong.sign_of_output,
        wrong.sign_of_output_from_zero_on,
        wrong.sign_of_output_in_branches,
    ],
    "abs-slope-always-minus-one": [wrong.always_minus_one, wrong.always_taken_away],
    "abs-slope-turned-around": [wrong.turned_around, wrong.right_slope_taken_away],
    "abs-nothing-on-one-side": [
        wrong.nothing_on_the_left,
        wrong.nothing_on_the_left_in_branches,
        wrong.nothing_on_the_right,
    ],
    "abs-slope-times-value": [
        wrong.value_as_slope,
        wrong.size_as_slope,
        wrong.output_as_slope,
        wrong.size_of_value_and_gradient,
        wrong.turned_value_as_slope,
        wrong.minus_size_on_the_left,
    ],
    "abs-slope-of-the-square": [
        wrong.slope_of_the_square,
        wrong.twice_the_size,
        wrong.rule_of_square_left,
    ],
    "abs-slope-scaled": [wrong.slope_twice_as_steep, wrong.half_as_steep],
    "abs-fails-at-zero": [
        wrong.divided_by_size,
        wrong.divided_by_output,
        wrong.output_divided,
        wrong.size_divided,
        wrong.divided_in_advance,
        wrong.sign_times_number,
        wrong.root_of_the_square,
        wrong.root_of_the_power,
        wrong.root_of_the_product,
        wrong.fails_at_zero_on_purpose,
        wrong.nothing_at_zero,
        wrong.no_slope_at_zero,
    ],
    "abs-ignores-upstream": [
        wrong.upstream_ignored,
        wrong.upstream_ignored_in_branches,
        wrong.upstream_ignored_and_assigned,
        wrong.upstream_ignored_by_division,
        wrong.upstream_ignored_with_a_zero,
    ],
    "abs-upstream-on-one-side-only": [
        wrong.brackets_missing,
        wrong.brackets_missing_turned,
        wrong.upstream_on_the_left_only,
    ],
    "abs-combines-upstream-wrongly": [wrong.upstream_added, wrong.upstream_divided],
    "abs-takes-the-size-of-the-gradient": [
        wrong.size_of_upstream,
        wrong.size_of_upstream_with_sign,
        wrong.sign_of_upstream_times_it,
        wrong.size_of_the_sum,
    ],
    "abs-sign-of-upstream": [wrong.sign_of_upstream],
    "abs-assigns-gradient": [
        wrong.assigned,
        wrong.assigned_in_branches,
        wrong.assigned_by_division,
        wrong.assigned_on_the_left,
    ],
    "abs-multiplies-into-gradient": [wrong.multiplied_into],
    "abs-reads-own-gradient": [
        wrong.own_gradient,
        wrong.own_gradient_without_sign,
        wrong.sign_of_own_gradient,
    ],
    "abs-gradient-is-a-value": [wrong.value_in_the_rule],
    "abs-gradient-on-output": [
        wrong.grad_put_on_output,
        wrong.grad_assigned_to_output,
        wrong.output_takes_from_self,
    ],
    "abs-moves-data": [wrong.data_moved],
    "abs-compares-the-value": [
        wrong.compares_in_the_rule,
        wrong.compares,
        wrong.compares_and_returns,
        wrong.larger_of_both,
    ],
    "abs-of-the-value": [
        wrong.abs_of_the_value,
        wrong.abs_of_the_value_wrapped,
        wrong.abs_of_the_value_in_the_rule,
    ],
    "abs-asks-itself": [wrong.asks_itself, wrong.asks_itself_for_the_number],
    "abs-without-rule": [wrong.connected_without_rule],
    "abs-backward-never-attached": [wrong.never_attached],
    "abs-backward-attached-to-self": [wrong.attached_to_self],
    "abs-backward-attached-under-another-name": [wrong.attached_under_another_name],
    "abs-backward-called-at-once": [wrong.called_at_once],
    "abs-reads-gradient-too-early": [wrong.grad_read_too_early, wrong.grad_used_at_once],
    "abs-gradient-not-stored": [wrong.computed_and_dropped],
    "abs-backward-attached-as-result": [wrong.result_attached, wrong.slope_attached],
    "abs-rule-takes-arguments": [wrong.rule_with_arguments],
    "abs-slope-put-at-once": [wrong.slope_put_at_once, wrong.slope_set_at_once],
    "abs-slope-shared": [wrong.slope_kept_in_the_class],
    "abs-returns-self": [wrong.self_where_positive, wrong.self_where_positive_else_turned],
    "abs-changes-nothing": [wrong.self_returned, wrong.unchanged, wrong.unchanged_with_slope_one],
    "abs-changes-data-in-place": [
        wrong.changed_in_place,
        wrong.changed_where_negative,
        wrong.changed_then_wrapped,
    ],
    "abs-returns-number": [wrong.number_returned, wrong.number_of_the_value],
    "abs-returns-nothing": [wrong.nothing_returned],
    "abs-returns-on-one-side-only": [wrong.nothing_where_negative],
    "abs-not-connected": [wrong.not_connected, wrong.forward_only],
    "abs-made-from-a-copy": [wrong.copy_turned, wrong.copy_as_child, wrong.copy_with_a_rule],
    "abs-number-among-children": [wrong.number_among_children, wrong.number_as_child],
    "abs-children-without-comma": [wrong.comma_missing],
    "abs-children-and-op-swapped": [wrong.children_and_op_swapped, wrong.children_left_out],
    "abs-data-is-a-value": [wrong.value_as_data],
    "abs-relu": [
        wrong.relu,
        wrong.relu_with_the_right_slope,
        wrong.relu_with_slope_one,
        wrong.zero_where_negative,
    ],
    "abs-always-negates": [wrong.negated, wrong.negated_number, wrong.negated_number_with_slope],
    "abs-never-positive": [wrong.never_positive, wrong.turned_where_positive],
    "abs-squares": [wrong.squared, wrong.squared_number],
    "abs-sign-alone": [wrong.sign_alone],
    "abs-rounds": [wrong.rounded, wrong.whole_number],
}


def _asks_output(source):
    return any(e.kind == "name" and _is_foreign_data(e.name) for e in source.rows)


def _is_foreign_data(name):
    return name.endswith(".data") and name != "self.data"


def _asks_no_output(source):
    return not _asks_output(source)


def _inner_calls(source):
    """Whether a function that is defined inside is also called there."""
    return any(source.has("call", inner.name) for inner in source.functions())


def _attached(source):
    return source.has("store", "_backward") or source.has("store", "backward")


def _without_rule(source):
    return not source.has("store", "grad") and not _attached(source)


def _never_attached(source):
    defined = bool(source.functions()) and source.has("store", "grad")
    return defined and not _attached(source) and not _inner_calls(source)


def _attached_under_another_name(source):
    return source.has("store", "backward") and not source.has("store", "_backward")


def _called_at_once(source):
    return _inner_calls(source) and not _attached(source)


def _not_stored(source):
    reads_what_arrives = source.has("name", "grad")
    return _attached(source) and reads_what_arrives and not source.has("store", "grad")


def _read_too_early(source):
    if not source.functions():
        return source.has("store", "grad") and not _attached(source)
    later = [range(inner.line, inner.end + 1) for inner in source.functions()]
    now = [line for line in source.lines("name", "grad") if not any(line in lines for lines in later)]
    return bool(now) and bool(later) and source.has("store", "_backward")


NOTHING_ARRIVES = {
    "abs-without-rule": _without_rule,
    "abs-backward-never-attached": _never_attached,
    "abs-backward-attached-under-another-name": _attached_under_another_name,
    "abs-backward-called-at-once": _called_at_once,
    "abs-reads-gradient-too-early": _read_too_early,
    "abs-gradient-not-stored": _not_stored,
}
SAME_ON_BOTH_SIDES = {"abs-slope-always-one": _asks_no_output, "abs-sign-of-output": _asks_output}
ALIKE = {
    "abs-hands-nothing-on": list(NOTHING_ARRIVES),
    "abs-same-slope-on-both-sides": list(SAME_ON_BOTH_SIDES),
}

STUDIES = (
    Behaviour(
        exercise="abs",
        about="abs",
        probe=sizes.probe,
        forms={"children in a set": install.children_in_a_set},
        install=install.method,
        write=install.method_source,
        right=(reference.Value.abs,),
        **worded(
            Path(__file__).with_suffix(".toml"), MODELS, {**NOTHING_ARRIVES, **SAME_ON_BOTH_SIDES}, ALIKE
        ),
    ),
)
