"""Exercise `update`: exactly one step for every parameter, each against its own gradient."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.checks import close, number
from tests.two_parameters.strategies import nonzero, numbers

rates = st.sampled_from([0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1.0])


def parameters(engine, *places):
    """Values as they are after a backward pass: data and grad are set by the check, no engine needed."""
    made = []
    for data, grad in places:
        value = engine.Value(data)
        value.grad = grad
        made.append(value)
    return made


def start(places, lr):
    data, grads = zip(*places, strict=True)
    return f"from {_listed(data)} with gradients {_listed(grads)} and lr = {lr:g}"


def _listed(found):
    return f"[{', '.join(f'{number(n):g}' for n in found)}]"


@pytest.mark.weight(3)
@settings(max_examples=6)
@given(w=numbers, dw=nonzero, b=numbers, db=nonzero, lr=rates)
@example(w=5.0, dw=2.0, b=3.0, db=-4.0, lr=0.5)
@example(w=1.0, dw=17.0, b=-1.0, db=-6.0, lr=0.1)
@example(w=5, dw=-3, b=2, db=7, lr=1)
def test_both_parameters_move(engine, regression, w, dw, b, db, lr):
    """One update moves every parameter by lr times its own gradient, downhill."""
    places = (w, dw), (b, db)
    values = parameters(engine, *places)
    regression.update(values, lr)
    for k, (data, grad) in enumerate(places):
        due = data - lr * grad
        assert values[k].data == close(due), f"parameters[{k}].data after one update {start(places, lr)}"


@pytest.mark.weight(3)
def test_lists_of_any_length(engine, regression):
    """One parameter or five: all that are in the list take their step."""
    for length in (1, 3, 5):
        places = [(k + 1.0, 2.0 * k - 3.0) for k in range(length)]
        values = parameters(engine, *places)
        regression.update(values, 0.25)
        for k, (data, grad) in enumerate(places):
            due = data - 0.25 * grad
            assert values[k].data == close(due), (
                f"parameters[{k}].data after one update {start(places, 0.25)}"
            )


@pytest.mark.weight(2)
@settings(max_examples=5)
@given(w=numbers, dw=nonzero, b=numbers, db=nonzero, lr=rates)
@example(w=5.0, dw=2.0, b=3.0, db=-4.0, lr=0.5)
def test_update_leaves_the_gradients_alone(engine, regression, w, dw, b, db, lr):
    """An update changes data and nothing else: the gradients stay for whoever wants to look at them."""
    values = parameters(engine, (w, dw), (b, db))
    regression.update(values, lr)
    moved = number(values[0].data) != w or number(values[1].data) != b
    assert moved, f"nothing moved {start([(w, dw), (b, db)], lr)}"
    for k, grad in enumerate((dw, db)):
        here = start([(w, dw), (b, db)], lr)
        assert values[k].grad == close(grad), f"parameters[{k}].grad after one update {here}"


@settings(max_examples=5)
@given(w=numbers, dw=nonzero, lr=rates)
@example(w=5.0, dw=2.0, lr=0.5)
def test_every_update_is_one_step(engine, regression, w, dw, lr):
    """Called twice with the same gradients, update makes two equal steps, one a call."""
    places = (w, dw), (3.0, 1.0)
    values = parameters(engine, *places)
    for calls in (1, 2):
        regression.update(values, lr)
        for k, (data, grad) in enumerate(places):
            due = data - calls * lr * grad
            here = start(places, lr)
            assert values[k].data == close(due), f"parameters[{k}].data after update number {calls} {here}"


def test_zero_gradient_stays(engine, regression):
    """A parameter whose gradient is 0 stays where it is, while the other one moves."""
    for places in (((3.0, 0.0), (1.0, 8.0)), ((3.0, -8.0), (1.0, 0.0))):
        values = parameters(engine, *places)
        regression.update(values, 0.25)
        for k, (data, grad) in enumerate(places):
            due = data - 0.25 * grad
            assert values[k].data == close(due), (
                f"parameters[{k}].data after one update {start(places, 0.25)}"
            )
