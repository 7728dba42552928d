"""Exercise `train`: the loop. Where w and b go is checked apart from what the rows say about it."""

from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from grader.checks import close, described, number
from tests.lessons.values import entries, items
from tests.two_parameters import lines, picture
from tests.two_parameters.strategies import ONE, SAME_X, THREE, THROUGH_ZERO, places, points, shown

ON_A_LINE = [(0.0, 1.0), (2.0, 5.0), (-1.0, -1.0)]  # 2·x + 1
# Shares of the largest rate at which the loss falls from every start.
shares = st.sampled_from([0.05, 0.25, 0.4, 0.6, 0.8, 0.95])
rates = st.sampled_from([0.01, 0.02, 0.05, 0.1])
few = st.integers(2, 5)


def run(engine, regression, w, b, data, **options):
    """Train fresh parameters; returns them and what `train` returned."""
    parameters = engine.Value(w), engine.Value(b)
    return parameters, regression.train(*parameters, data, **options)


def rows_of(history):
    """The rows as tuples of four, from whatever kind of sequence the student chose."""
    return [_row(index, row) for index, row in enumerate(items(history, "train"))]


def _row(index, row):
    found = entries(row)
    assert len(found) == 4, f"row {index} should be (step, w, b, loss), but it is {described(row)}"
    return found


def count_of(rows):
    return "1 row" if len(rows) == 1 else f"{len(rows)} rows"


def start(w, b, data, lr):
    return f"from w = {w:g} and b = {b:g} with lr = {lr:g} and {shown(data)}"


def assert_at(parameters, due, when):
    """Both parameters are where they should be."""
    for name, parameter, place in zip("wb", parameters, due, strict=True):
        assert parameter.data == close(place), f"{name}.data {when}"


@pytest.mark.weight(3)
@settings(max_examples=3)
@given(w=places, b=places, data=points, lr=rates)
@example(w=0.5, b=-1.25, data=THREE, lr=0.1)
@example(w=2.0, b=1.0, data=THROUGH_ZERO, lr=0.05)
@example(w=2.0, b=1.0, data=ONE, lr=0.05)
def test_one_step_of_the_loop(engine, regression, w, b, data, lr):
    """With steps=1 both parameters move once, each against its gradient at the place where both stood."""
    parameters, _ = run(engine, regression, w, b, data, lr=lr, steps=1)
    assert_at(parameters, lines.walk(w, b, data, lr, 1)[-1], f"after 1 step {start(w, b, data, lr)}")


@pytest.mark.weight(4)
@settings(max_examples=3)
@given(w=places, b=places, data=points, lr=rates, steps=few)
@example(w=0.5, b=-1.25, data=THREE, lr=0.1, steps=2)
@example(w=-2.0, b=1.5, data=SAME_X, lr=0.05, steps=5)
@example(w=3.0, b=2.0, data=THREE, lr=0.5, steps=4)
def test_every_step_uses_its_own_gradients(engine, regression, w, b, data, lr, steps):
    """Each step uses the gradients at the place it starts from: neither an old graph nor old sums."""
    parameters, _ = run(engine, regression, w, b, data, lr=lr, steps=steps)
    due = lines.walk(w, b, data, lr, steps)[-1]
    assert_at(parameters, due, f"after {steps} steps {start(w, b, data, lr)}")


@pytest.mark.weight(4)
@settings(max_examples=3)
@given(w=places, b=places, data=points, share=shares)
@example(w=3.0, b=-2.0, data=THREE, share=0.25)
@example(w=0.5, b=-1.25, data=SAME_X, share=0.6)
def test_loss_decreases_for_every_stable_learning_rate(engine, regression, w, b, data, share):
    """With every learning rate that is small enough, the loss of all points gets smaller in each step."""
    lr = share * lines.largest_rate(data)
    losses_due = [lines.loss(*place, data) for place in lines.walk(w, b, data, lr, 6)]
    # Next to the best line a step is smaller than what a float can tell.
    assume(all(before - after > 1e-6 * before for before, after in pairwise(losses_due)))
    here = start(w, b, data, lr)
    parameters, history = run(engine, regression, w, b, data, lr=lr, steps=6)
    losses = [number(loss) for *_, loss in rows_of(history)]
    assert len(losses) > 1, f"steps=6 should give six losses, but the number of rows is {len(losses)}"
    for step, (before, after) in enumerate(pairwise(losses)):
        change = f"goes from {before:g} to {after:g}" if after != before else f"stays at {before:g}"
        assert after < before, f"the loss {change} in step {step} {here}"
    reached = lines.loss(*(number(parameter.data) for parameter in parameters), data)
    assert reached < losses_due[0], f"the line is no better after 6 steps {here}"


@pytest.mark.weight(2)
@settings(max_examples=3)
@given(w=places, b=places, steps=few)
@example(w=0.5, b=-1.25, steps=3)
def test_both_gradients_are_reset(engine, regression, w, b, steps):
    """After training w and b have moved, and both gradients are back at 0, ready for whoever comes next."""
    here = f"after {steps} steps {start(w, b, THREE, 0.05)}"
    assume(all(lines.slopes(w, b, THREE)))
    parameters, _ = run(engine, regression, w, b, THREE, lr=0.05, steps=steps)
    for name, parameter, before in zip("wb", parameters, (w, b), strict=True):
        assert number(parameter.data) != before, f"{name} did not move {here}"
        assert parameter.grad == close(0.0), f"{name}.grad {here}"


@pytest.mark.weight(2)
def test_rows_count_their_steps(engine, regression):
    """There is one row (step, w, b, loss) for each step, and the steps count from 0."""
    for steps in (1, 3, 12):
        _, history = run(engine, regression, 0.5, -1.25, THREE, lr=0.05, steps=steps)
        counted = [step for step, *_ in rows_of(history)]
        assert counted == close(list(range(steps))), f"the first entries of the rows with steps={steps}"
    _, history = run(engine, regression, 2.0, 1.0, ON_A_LINE, steps=4)
    counted = [step for step, *_ in rows_of(history)]
    where = "with steps=4, from the best line, where the loss is 0 from the start"
    assert counted == close([0, 1, 2, 3]), f"the first entries of the rows {where}"


@pytest.mark.weight(2)
@settings(max_examples=3)
@given(w=places, b=places, data=points, lr=rates, steps=few)
@example(w=0.5, b=-1.25, data=THREE, lr=0.1, steps=3)
@example(w=-2.0, b=1.5, data=SAME_X, lr=0.05, steps=3)
def test_rows_show_both_parameters_before_their_update(engine, regression, w, b, data, lr, steps):
    """A row shows w and b as they were before that step's update; row 0 shows where you started."""
    _, history = run(engine, regression, w, b, data, lr=lr, steps=steps)
    rows = rows_of(history)
    assert rows, "there is no row"
    due = lines.walk(w, b, data, lr, len(rows))
    for k, (_, found_w, found_b, _) in enumerate(rows):
        assert found_w == close(due[k][0]), f"w in row {k} {start(w, b, data, lr)}"
        assert found_b == close(due[k][1]), f"b in row {k} {start(w, b, data, lr)}"


@pytest.mark.weight(2)
@settings(max_examples=3)
@given(w=places, b=places, data=points, lr=rates)
@example(w=0.5, b=-1.25, data=THREE, lr=0.1)
@example(w=-2.0, b=1.5, data=SAME_X, lr=0.05)
def test_rows_show_the_loss_of_their_line(engine, regression, w, b, data, lr):
    """The loss in a row is the loss of the w and b in that row, over all points."""
    assume(all(lines.slopes(w, b, data)))
    _, history = run(engine, regression, w, b, data, lr=lr, steps=4)
    rows = rows_of(history)
    assert len(rows) > 1, f"train with steps=4 should return 4 rows, but it returned {count_of(rows)}"
    moved = [number(rows[0][k]) != number(rows[1][k]) for k in (1, 2)]
    assert any(moved), "w and b are the same in the first two rows"
    for k, (_, row_w, row_b, found) in enumerate(rows):
        due = lines.loss(number(row_w), number(row_b), data)
        here = f"where w = {row_w:g}, b = {row_b:g} and {shown(data)}"
        assert found == close(due), f"the loss in row {k}, {here}"


def draw_map(plot, data, due, yours):
    """The map with the way of the rows, and the line among the points."""
    if yours is not None:
        window = {"scale": "equal", "window": picture.WINDOW}
        plot("The loss over w and b, and your way", "w", "b", picture.valley(data, due, yours), **window)
        spread = {"window": picture.spread(data)}
        plot("Your line among the points", "x", "y", picture.learning(data, yours), **spread)


def test_ten_steps_of_the_lesson(engine, regression, chart, plot):
    """Unless told otherwise, train makes ten steps with a learning rate of 0.1."""
    data = list(lines.LESSON)
    parameters, history = run(engine, regression, -1.0, 3.0, data)
    rows = rows_of(history)
    losses = [loss for *_, loss in rows]
    due = lines.walk(-1.0, 3.0, data, 0.1, 10)
    draw_map(plot, data, due[:10], picture.places(rows))
    expected = [lines.loss(*place, data) for place in due[:10]]
    chart("Loss at the lesson's points", "step", "loss", scale="logarithmic", expected=expected, yours=losses)
    count = count_of(losses)
    assert len(losses) == 10, f"train(w, b, points) should make 10 steps, but it returned {count}"
    assert_at(
        parameters, due[-1], "after train(w, b, points) from w = -1 and b = 3, with the lesson's points"
    )
