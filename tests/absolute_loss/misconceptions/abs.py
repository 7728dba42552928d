"""What goes wrong in `Value.abs`."""

from pathlib import Path

from grader.checks import is_number
from grader.misconceptions import Behaviour, worded
from tests.absolute_loss.misconceptions import install, reference
from tests.absolute_loss.misconceptions import wrong_abs as wrong
from tests.absolute_loss.misconceptions.seen import is_plain, show

# --- what to look at ---------------------------------------------------------------------------

NUMBERS = (3.0, -5.0, 2, -4, 0.375, -1.2345)
PAIRS = ((3.0, 1.0), (3.0, 5.0), (-2.5, 1.0), (-2.5, 4.0), (-0.75, -0.5), (0.5, -4.0), (5, 3), (-7, 2))
# x, gradients, already there; twice the same, because which of them arrives last is each engine's own
ARRIVING = ((3.0, (5.0,), 7.0), (-2.5, (3.0,), 0.5), (-1.5, (2.0, 2.0), 0.25))
AT_ONCE = ((3.0, 0.0), (-2.5, 0.25))  # x, what its grad holds before


def probe(modules):
    """Sizes of several numbers, and what they send back when a gradient arrives."""
    Value = modules("engine").Value
    forward = tuple(show(_forward, Value, x) for x in NUMBERS)
    if show(_puts_at_once, Value) is True:
        return *forward, *(show(_at_once, Value, x, already) for x, already in AT_ONCE)
    return (
        *forward,
        *(show(_arrive, Value, x, (gradient,), 0.0) for x, gradient in PAIRS),
        *(show(_arrive, Value, *case) for case in ARRIVING),
        show(_two_sizes, Value),
        show(_through, Value),
        _at_zero(Value),
        # A plain number was made from nothing.
        *(() if type(forward[0]) in (int, float) else (show(_made_from, Value, x) for x in (2.0, -2.0))),
    )


def _forward(Value, x):
    value = Value(x)
    out = value.abs()
    return out if is_plain(out) else (out.data, value.data)


def _puts_at_once(Value):
    """Whether x.grad changes while the size is taken, as long as no gradient can have arrived."""
    return any(_at_once(Value, x, already) != already for x, already in AT_ONCE)


def _at_once(Value, x, already):
    value = Value(x)
    value.grad = already
    value.abs()
    return value.grad


def _arrive(Value, x, gradients, already):
    """What is left in x, once each of its sizes got its gradient."""
    value = Value(x)
    value.grad = already
    sizes = [value.abs() for _ in gradients]
    total = Value(0.0)
    for out, gradient in zip(sizes, gradients, strict=True):
        total = total + out * gradient
    total.backward()
    return value.grad, value.data, [out.grad for out in sizes]


def _two_sizes(Value):
    """What arrives at 3 when the size of −5 is taken after that of 3."""
    first, second = Value(3.0), Value(-5.0)
    (first.abs() + second.abs() * 2.0).backward()
    return first.grad, second.grad


def _through(Value):
    """What arrives where x itself was made from something."""
    start = Value(1.5)
    ((start * -2.0).abs() * 5.0).backward()
    return start.grad


def _at_zero(Value):
    """The size of 0, and whether what it sends back is one of the many slopes that are right there."""
    found = show(_arrive, Value, 0.0, (1.0,), 0.0)
    number = show(_forward, Value, 0.0)
    if type(found) is not tuple or found[0] == "raised":
        return "fails"
    slope = found[0]
    return number, "a slope" if type(slope) in (int, float) and -1 <= slope <= 1 else slope


def _made_from(Value, x):
    """What the size was made from: the very Value, or that Value itself, or another, or a plain number."""
    value = Value(x)
    out = value.abs()
    if _is_the_same(value, out):
        return "x itself"
    if not hasattr(out, "_prev"):
        (out * 3.0).backward()
        return ("the Value",) if value.grad != 0 else ()
    value.grad = 42.0
    return tuple(sorted({_child(child) for child in out._prev}))


def _is_the_same(value, out):
    """Whether a gradient that is put into `out` stands in `value`."""
    before = value.grad
    out.grad = 0.625
    same = value.grad == 0.625
    out.grad = before
    return same


def _child(child):
    if is_number(child):
        return "a number"
    return "the Value" if child.grad == 42.0 else "another Value"


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
    return any(e.kind == "name" and _is_foreign_data(e.name) for e in source.entries)


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
        probe=probe,
        forms={"children in a set": install.children_in_a_set},
        install=install.method,
        write=install.method_source,
        right=(reference.Value.abs,),
        **worded(
            Path(__file__).with_suffix(".toml"), MODELS, {**NOTHING_ARRIVES, **SAME_ON_BOTH_SIDES}, ALIKE
        ),
    ),
)
