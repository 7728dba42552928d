"""Exercise `train`: the loop. Where w goes is checked apart from what the rows say about it."""

from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from grader.checks import close, described, number
from tests.first_loop.strategies import numbers
from tests.lessons import curves

inputs = st.sampled_from([0.5, 1.0, 2.0, 2.5, -0.5, -1.0, -2.0])
rates = st.sampled_from([0.01, 0.05, 0.1, 0.125, 0.2])
# Shares of 1/x², the learning rate at which w is stuck: at every one of these the loss goes down.
shares = st.sampled_from([0.05, 0.25, 0.4, 0.6, 0.8, 0.95])
few = st.integers(2, 6)
VALLEY = (-1.6, 5.6)  # the w that are shown


def w_at(step, w, x, y, lr):
    """Where w is after `step` updates, in closed form: w* + (1 − 2·η·x²)^step · (w₀ − w*)."""
    best = y / x
    return best + (1 - 2 * lr * x * x) ** step * (w - best)


def run(engine, training, w, x, y, **options):
    """Train a fresh parameter; returns it and what `train` returned."""
    parameter = engine.Value(w)
    return parameter, training.train(parameter, x, y, **options)


def rows_of(history):
    """The rows as tuples of three, from whatever kind of sequence the student chose."""
    plain = (type(None), bool, int, float, str)
    assert type(history) not in plain, f"train should return its rows, but it returned {described(history)}"
    return [_entries(index, row) for index, row in enumerate(history)]


def count_of(rows):
    return "1 row" if len(rows) == 1 else f"{len(rows)} rows"


def _entries(index, row):
    try:
        entries = () if type(row) is dict else tuple(row)
    except TypeError:
        entries = ()
    assert len(entries) == 3, f"row {index} should be (step, w, loss), but it is {described(row)}"
    return entries


def start(w, x, y, lr):
    return f"from w = {w:g} with x = {x:g}, y = {y:g} and lr = {lr:g}"


@pytest.mark.weight(3)
@settings(max_examples=12)
@given(w=numbers, x=inputs, y=numbers, lr=rates)
@example(w=3.0, x=2.0, y=1.0, lr=0.1)
@example(w=-1.0, x=2.0, y=4.0, lr=0.1)
@example(w=2, x=1, y=-3, lr=0.2)
def test_one_step_of_the_loop(engine, training, w, x, y, lr):
    """With steps=1 w moves once, against the gradient of the loss where it stands."""
    parameter, _ = run(engine, training, w, x, y, lr=lr, steps=1)
    assert parameter.data == close(w_at(1, w, x, y, lr)), f"w.data after 1 step {start(w, x, y, lr)}"


@pytest.mark.weight(4)
@settings(max_examples=12)
@given(w=numbers, x=inputs, y=numbers, lr=rates, steps=few)
@example(w=3.0, x=2.0, y=1.0, lr=0.1, steps=2)
@example(w=-1.0, x=2.0, y=4.0, lr=0.25, steps=5)
@example(w=-1.0, x=2.0, y=4.0, lr=0.3, steps=5)
def test_every_step_uses_its_own_gradient(engine, training, w, x, y, lr, steps):
    """Each step uses the gradient at the w it starts from: neither an old graph nor an old sum."""
    parameter, _ = run(engine, training, w, x, y, lr=lr, steps=steps)
    due = w_at(steps, w, x, y, lr)
    assert parameter.data == close(due), f"w.data after {steps} steps {start(w, x, y, lr)}"


@pytest.mark.weight(4)
@settings(max_examples=12)
@given(w=numbers, x=inputs, y=numbers, share=shares)
@example(w=5.0, x=1.0, y=2.0, share=0.25)
@example(w=-1.0, x=2.0, y=4.0, share=0.4)
def test_loss_decreases_for_every_stable_learning_rate(engine, training, w, x, y, share):
    """With every learning rate below 1/x² the loss gets smaller from step to step, and w gets better."""
    assume(w * x != y)
    lr = share / (x * x)
    here = start(w, x, y, lr)
    parameter, history = run(engine, training, w, x, y, lr=lr, steps=6)
    losses = [number(loss) for _, _, loss in rows_of(history)]
    assert len(losses) > 1, f"steps=6 should give six losses, but the number of rows is {len(losses)}"
    for step, (before, after) in enumerate(pairwise(losses)):
        change = f"goes from {before:g} to {after:g}" if after != before else f"stays at {before:g}"
        assert after < before, f"the loss {change} in step {step} {here}"
    assert abs(number(parameter.data) * x - y) < abs(w * x - y), f"w is no better after 6 steps {here}"


@pytest.mark.weight(2)
@settings(max_examples=5)
@given(w=numbers, steps=few)
@example(w=3.0, steps=3)
def test_gradient_is_reset(engine, training, w, steps):
    """After training w has moved, and its gradient is back at 0, ready for whoever comes next."""
    assume(w != 0.5)
    parameter, _ = run(engine, training, w, 2.0, 1.0, lr=0.05, steps=steps)
    assert number(parameter.data) != w, f"w did not move {start(w, 2, 1, 0.05)}"
    assert parameter.grad == close(0.0), f"w.grad after {steps} steps {start(w, 2, 1, 0.05)}"


@pytest.mark.weight(2)
def test_rows_count_their_steps(engine, training):
    """There is one row (step, w, loss) for each step, and the steps count from 0."""
    for steps in (1, 3, 12):
        _, history = run(engine, training, 3.0, 2.0, 1.0, lr=0.05, steps=steps)
        counted = [step for step, _, _ in rows_of(history)]
        assert counted == close(list(range(steps))), f"the first entries of the rows with steps={steps}"


@pytest.mark.weight(2)
@settings(max_examples=10)
@given(w=numbers, x=inputs, y=numbers, lr=rates, steps=few)
@example(w=3.0, x=2.0, y=1.0, lr=0.1, steps=3)
@example(w=-1.0, x=2.0, y=4.0, lr=0.1, steps=3)
def test_rows_show_w_before_its_update(engine, training, w, x, y, lr, steps):
    """A row shows w as it was before that step's update; row 0 shows where you started."""
    _, history = run(engine, training, w, x, y, lr=lr, steps=steps)
    rows = rows_of(history)
    assert rows, "there is no row"
    for k, (_, found, _) in enumerate(rows):
        assert found == close(w_at(k, w, x, y, lr)), f"w in row {k} {start(w, x, y, lr)}"


@pytest.mark.weight(2)
@settings(max_examples=10)
@given(w=numbers, x=inputs, y=numbers, lr=rates)
@example(w=3.0, x=2.0, y=1.0, lr=0.1)
@example(w=-1.0, x=2.0, y=4.0, lr=0.1)
def test_rows_show_the_loss_of_their_w(engine, training, w, x, y, lr):
    """The loss in a row is the loss of the w in that row, which is another w in every row."""
    assume(w * x != y)
    _, history = run(engine, training, w, x, y, lr=lr, steps=4)
    rows = rows_of(history)
    assert len(rows) > 1, f"train with steps=4 should return 4 rows, but it returned {count_of(rows)}"
    assert number(rows[0][1]) != number(rows[1][1]), "w is the same in the first two rows"
    for k, (_, row_w, found) in enumerate(rows):
        due = (number(row_w) * x - y) ** 2
        assert found == close(due), f"the loss in row {k}, where w = {row_w:g}, x = {x:g} and y = {y:g}"


def test_ten_steps_of_the_lesson(engine, training, chart, plot):
    """Unless told otherwise, train makes ten steps with a learning rate of 0.1."""
    parameter, history = run(engine, training, -1.0, 2.0, 4.0)
    rows = rows_of(history)
    losses = [loss for _, _, loss in rows]
    places = [w_at(k, -1.0, 2.0, 4.0, 0.1) for k in range(10)]
    due = [((2 * w - 4) ** 2) for w in places]
    draw(plot, list(zip(places, due, strict=True)), rows)
    chart("Loss at the lesson's numbers", "step", "loss", scale="logarithmic", expected=due, yours=losses)
    assert len(losses) == 10, f"train(w, 2, 4) should make 10 steps, but it returned {count_of(losses)}"
    assert parameter.data == close(w_at(10, -1.0, 2.0, 4.0, 0.1)), "w.data after train(w, 2, 4) from w = -1"


def draw(plot, due, rows):
    """The valley of the lesson's numbers, with the way that is due and the way of the rows."""

    def loss(w):
        return (2 * w - 4) ** 2

    yours = curves.drawable(rows)
    plot(
        "w on its valley",
        "w",
        "loss",
        curves.walk(loss, VALLEY, due, yours),
        window=curves.seen(loss, VALLEY),
    )
