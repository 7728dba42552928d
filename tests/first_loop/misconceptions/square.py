"""What goes wrong in `Value.square`."""

from pathlib import Path

from grader.checks import close, is_number
from grader.misconceptions import Behaviour, look, worded
from tests.first_loop.misconceptions import install, reference
from tests.first_loop.misconceptions import wrong_squares as wrong
from tests.lessons.local_rule import backward_works

# --- what to look at ---------------------------------------------------------------------------

AT_ONCE = ((3.0, 0.0), (-2.5, 0.25))  # (x, what its grad holds before)
PAIRS = ((3.0, 1.0), (3.0, 5.0), (-2.5, -0.5), (0.5, 4.0), (5, 3))  # (x, gradient that arrives)


def probe(modules):
    """Squares of several numbers, and what they send back when a gradient arrives."""
    Value = modules("engine").Value
    arrive = _by_local_rule if look(_local_rule_works, Value) is True else _by_backward
    forward = look(_forward, Value, 3.0), look(_forward, Value, 5)
    if look(_nearly_right, arrive, Value) is True:
        return *forward, "nearly right"  # by how much is no two people's the same
    if look(_puts_at_once, Value) is True:
        return *forward, *(look(_at_once, Value, x, already) for x, already in AT_ONCE)
    return (
        *forward,
        *(look(arrive, Value, x, [gradient], 0.0) for x, gradient in PAIRS),
        look(arrive, Value, 3.0, [5.0], 7.0),
        look(arrive, Value, -1.5, [2.0, 10.0], 0.25),
        look(_two_squares, arrive, Value),
        # A plain number, or None, was made from nothing; what else is said of it is about `backward`.
        "no Value" if type(forward[0]) in (type(None), int, float) else look(_made_from, Value),
    )


def _puts_at_once(Value):
    """Whether x.grad changes while the square is being made, as long as no gradient can have arrived."""
    return any(_at_once(Value, x, already) != already for x, already in AT_ONCE)


def _at_once(Value, x, already):
    value = Value(x)
    value.grad = already
    value.square()
    return value.grad


def _nearly_right(arrive, Value):
    """Whether slopes are right but for a little, as measured ones are."""
    found = [(arrive(Value, x, [1.0], 0.0)[0], 2 * x) for x in (3.0, 7000.0, -0.5)]
    exact = all(one == close(due) for one, due in found)
    return not exact and all(one == close(due, rel=0.15) for one, due in found)


def _two_squares(arrive, Value):
    """The gradient that arrives at 3 when the square of 5 is made after that of 3."""
    return arrive(Value, 3.0, [1.0], 0.0, beside=[5.0])[0]


def _forward(Value, x):
    value = Value(x)
    out = value.square()
    return out if type(out) in (type(None), int, float) else (out.data, value.data)


def _local_rule_works(Value):
    """Whether `_backward()` of a given operation hands its gradient on, as the lesson's engine does it."""
    value = Value(2.0)
    product = value * 3.0
    product.grad = 5.0
    product._backward()
    return value.grad == 15.0


def _by_local_rule(Value, x, gradients, already, beside=()):
    value = Value(x)
    value.grad = already
    squares = [value.square() for _ in gradients]
    _ = [Value(other).square() for other in beside]
    for out, gradient in zip(squares, gradients, strict=True):
        out.grad = gradient
        out._backward()
    return value.grad, value.data, [out.grad for out in squares]


def _by_backward(Value, x, gradients, already, beside=()):
    value = Value(x)
    value.grad = already
    squares = [value.square() for _ in gradients]
    _ = [Value(other).square() for other in beside]
    total = Value(0.0)
    for out, gradient in zip(squares, gradients, strict=True):
        total = total + out * gradient
    total.backward()
    return value.grad, value.data, [out.grad for out in squares]


def _made_from(Value):
    """What the square was made from: the very Value, by its odd grad, or another, or a plain number."""
    value = Value(2.0)
    out = value.square()
    if hasattr(out, "_prev"):
        value.grad = 42.0
        return tuple(sorted({_told(child) for child in out._prev}))
    if backward_works(Value):
        (out * 3.0).backward()
    else:
        out.grad = 1.0
        out._backward()
    return ("the Value",) if value.grad != 0 else ()


def _told(child):
    if is_number(child):
        return "a number"
    return "the Value" if child.grad == 42.0 else "another Value"


# --- the mistakes, and where the source tells them apart -----------------------------------------

MODELS = {
    "square-missing-factor-2": [wrong.factor_missing],
    "square-missing-x": [wrong.x_missing, wrong.passed_straight_through],
    "square-ignores-upstream": [wrong.upstream_ignored],
    "square-combines-upstream-wrongly": [
        wrong.upstream_added,
        wrong.upstream_divided,
        wrong.raised_to_upstream,
        wrong.slope_raised_to_upstream,
    ],
    "square-assigns-gradient": [wrong.assigned],
    "square-multiplies-into-gradient": [wrong.multiplied_into],
    "square-sign-flipped": [wrong.subtracted],
    "square-sign-lost": [wrong.slope_without_sign],
    "square-uses-output-data": [wrong.slope_at_the_square],
    "square-slope-is-the-square": [wrong.square_as_slope],
    "square-reads-own-gradient": [wrong.slope_times_own_grad],
    "square-grad-instead-of-data": [wrong.grad_for_data],
    "square-gradient-is-a-value": [wrong.value_in_the_rule],
    "square-counted-twice": [wrong.counted_twice],
    "square-backward-never-attached": [wrong.never_attached],
    "square-backward-attached-to-self": [wrong.attached_to_self],
    "square-backward-attached-under-another-name": [wrong.attached_under_another_name],
    "square-backward-called-at-once": [wrong.called_at_once],
    "square-reads-gradient-too-early": [wrong.grad_read_too_early],
    "square-gradient-not-stored": [wrong.computed_and_dropped],
    "square-backward-attached-as-result": [wrong.result_attached, wrong.number_attached],
    "square-gradient-on-output": [
        wrong.grad_put_on_output,
        wrong.grad_assigned_to_output,
        wrong.output_takes_from_self,
    ],
    "square-returns-number": [wrong.number_returned],
    "square-returns-its-rule": [wrong.rule_returned],
    "square-returns-nothing": [wrong.nothing_returned],
    "square-not-connected": [wrong.not_connected, wrong.forward_only],
    "square-made-from-a-copy": [
        wrong.copies_multiplied,
        wrong.copy_multiplied,
        wrong.copy_squared,
        wrong.copy_as_child,
    ],
    "square-one-factor-is-a-number": [wrong.number_times_itself],
    "square-number-among-children": [
        wrong.number_among_children,
        wrong.number_as_only_child,
        wrong.product_with_number_among_children,
    ],
    "square-slope-put-at-once": [wrong.slope_put_at_once, wrong.slope_set_at_once],
    "square-slope-shared": [wrong.slope_kept_in_the_class],
    "square-slope-measured": [wrong.slope_measured, wrong.slope_measured_backwards],
    "square-children-without-comma": [wrong.comma_missing],
    "square-children-and-op-swapped": [wrong.children_and_op_swapped],
    "square-uses-xor": [wrong.xor],
    "square-data-is-a-value": [wrong.value_as_data, wrong.value_as_data_alone],
    "square-doubles": [
        wrong.doubled,
        wrong.doubled_with_its_slope,
        wrong.doubled_as_one_node,
        wrong.added_to_itself,
    ],
    "square-cubes": [wrong.cubed, wrong.cubed_with_its_slope, wrong.cubed_as_one_node],
    "square-changes-data-in-place": [wrong.changed_in_place, wrong.changed_then_wrapped],
}


def _inner_calls(source):
    """Whether a function that is defined inside is also called there."""
    return any(source.has("call", inner.name) for inner in source.functions())


def _attached(source):
    return source.has("store", "_backward") or source.has("store", "backward")


def _never_attached(source):
    return source.has("store", "grad") and not _attached(source) and not _inner_calls(source)


def _attached_to_self(source):
    return source.has("store", "self._backward")


def _attached_under_another_name(source):
    return source.has("store", "backward") and not source.has("store", "_backward")


def _called_at_once(source):
    return _inner_calls(source) and not _attached(source)


def _not_stored(source):
    reads_what_arrives = source.has("name", "grad")
    return _attached(source) and reads_what_arrives and not source.has("store", "grad")


def _read_too_early(source):
    later = [range(inner.line, inner.end + 1) for inner in source.functions()]
    now = [line for line in source.lines("name", "grad") if not any(line in lines for lines in later)]
    return bool(now) and bool(later) and source.has("store", "_backward")


def _divides(source):
    return source.has("operator", "Div")


CLUES = {
    "square-slope-measured": _divides,
    "square-reads-gradient-too-early": _read_too_early,
    "square-backward-attached-under-another-name": _attached_under_another_name,
    "square-backward-never-attached": _never_attached,
    "square-backward-attached-to-self": _attached_to_self,
    "square-backward-called-at-once": _called_at_once,
    "square-gradient-not-stored": _not_stored,
}
ALIKE = {"square-hands-nothing-on": [slug for slug in CLUES if slug != "square-slope-measured"]}

STUDIES = (
    Behaviour(
        exercise="square",
        about="square",
        probe=probe,
        forms=install.FORMS,
        install=install.method,
        write=install.method_source,
        right=(reference.Value.square,),
        **worded(Path(__file__).with_suffix(".toml"), MODELS, CLUES, ALIKE),
    ),
)
