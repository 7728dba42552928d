"""Exercise `train`: the loop along a loss that the check brings. Where a parameter goes is checked apart
from what the rows say about it, and the learning rate that gets smaller apart from both."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from grader.checks import close, described, number
from tests.absolute_loss import picture, ways
from tests.absolute_loss.strategies import eighths
from tests.lessons import curves
from tests.lessons.values import entries, items

starts = eighths(-4, 4)
slopes = st.sampled_from([0.5, 1.0, 2.0, -1.5])
shifts = eighths(-6, 6)
rates = st.sampled_from([0.01, 0.02, 0.05, 0.1])
decays = st.sampled_from([0.1, 0.25, 0.5, 1.0, 2.0])
few = st.integers(2, 5)

SQUARED = "loss = lambda w: (w * 3 - 11).square()"
# Right of its kink it grows, left of it it falls; no operation of the student's makes it.
ABSOLUTE = "loss = lambda w: w * 3 - 11 if w.data * 3 > 11 else 11 - w * 3"
LONG = 16  # steps of a walk that is drawn


class Valley:
    """The loss (a·p − c)², as the check hands it over, and in plain numbers."""

    def __init__(self, a, c):
        self.a, self.c = a, c
        self.text = f"loss = lambda p: (p * {a:g} - {c:g}).square()"

    def loss(self, p):
        return (self.a * p - self.c) ** 2

    def slope(self, p):
        return 2 * self.a * (self.a * p - self.c)


@pytest.fixture
def run(submission, engine, losses):
    """`run(start, text, lr, steps)`: a parameter trained along the loss of `text`, and what came back.

    With a `decay` it is `train_with_decay` that trains.
    """

    def trained(start, text, lr, steps, decay=None):
        parameter, loss = engine.Value(start), submission.define(text, "loss")
        if decay is None:
            return parameter, losses.train(parameter, loss, lr, steps)
        return parameter, losses.train_with_decay(parameter, loss, lr, decay, steps)

    return trained


def rows_of(history, name="train"):
    """The rows as tuples of three, from whatever kind of sequence the student chose."""
    return [_row(index, row) for index, row in enumerate(items(history, name))]


def _row(index, row):
    found = entries(row)
    assert len(found) == 3, f"row {index} should be (step, value, loss), but it is {described(row)}"
    return found


def count_of(rows):
    return "1 row" if len(rows) == 1 else f"{len(rows)} rows"


def here(start, a, c, lr, decay=None):
    slower = "" if decay is None else f" and decay = {decay:g}"
    return f"from {start:g} along the loss ({a:g}·p − {c:g})², with lr = {lr:g}{slower}"


# --- train -------------------------------------------------------------------------------------------------


@pytest.mark.weight(2)
@settings(max_examples=5)
@given(start=starts, a=slopes, c=shifts, lr=rates)
@example(start=3.0, a=2.0, c=1.0, lr=0.1)
@example(start=-1.0, a=1.0, c=4.0, lr=0.05)
@example(start=2, a=-1.5, c=3, lr=0.1)
def test_one_step_of_the_loop(run, start, a, c, lr):
    """With steps=1 the parameter moves once, against the gradient of the loss that was handed in."""
    valley = Valley(a, c)
    parameter, _ = run(start, valley.text, lr, 1)
    due = ways.walk(start, valley.slope, lr, 1)[-1]
    assert parameter.data == close(due), f"parameter.data after 1 step {here(start, a, c, lr)}"


@pytest.mark.weight(3)
@settings(max_examples=5)
@given(start=starts, a=slopes, c=shifts, lr=rates, steps=few)
@example(start=3.0, a=2.0, c=1.0, lr=0.1, steps=2)
@example(start=-1.0, a=1.0, c=4.0, lr=0.05, steps=5)
def test_every_step_uses_its_own_gradient(run, start, a, c, lr, steps):
    """Each step uses the gradient at the place it starts from: neither an old graph nor an old sum."""
    valley = Valley(a, c)
    parameter, _ = run(start, valley.text, lr, steps)
    due = ways.walk(start, valley.slope, lr, steps)[-1]
    assert parameter.data == close(due), f"parameter.data after {steps} steps {here(start, a, c, lr)}"


@settings(max_examples=4)
@given(start=starts, steps=few)
@example(start=3.0, steps=3)
def test_gradient_is_reset(run, start, steps):
    """After training the parameter has moved, and its gradient is back at 0, ready for whoever comes next."""
    assume(start != 0.5)
    parameter, _ = run(start, Valley(2.0, 1.0).text, 0.05, steps)
    assert number(parameter.data) != start, f"the parameter did not move {here(start, 2, 1, 0.05)}"
    assert parameter.grad == close(0.0), f"parameter.grad after {steps} steps {here(start, 2, 1, 0.05)}"


def test_rows_count_their_steps(run):
    """There is one row (step, value, loss) for each step, and the steps count from 0."""
    for steps in (1, 3, 12):
        _, history = run(3.0, Valley(2.0, 1.0).text, 0.05, steps)
        counted = [step for step, _, _ in rows_of(history)]
        assert counted == close(list(range(steps))), f"the first entries of the rows with steps = {steps}"


@pytest.mark.weight(2)
@settings(max_examples=4)
@given(start=starts, a=slopes, c=shifts, lr=rates, steps=few)
@example(start=3.0, a=2.0, c=1.0, lr=0.1, steps=3)
@example(start=-1.0, a=1.0, c=4.0, lr=0.05, steps=3)
def test_rows_show_the_parameter_before_its_update(run, start, a, c, lr, steps):
    """A row shows the parameter as it was before that step's update; row 0 shows where you started."""
    valley = Valley(a, c)
    _, history = run(start, valley.text, lr, steps)
    rows = rows_of(history)
    assert rows, "there is no row"
    due = ways.walk(start, valley.slope, lr, len(rows))
    for k, (_, found, _) in enumerate(rows):
        assert found == close(due[k]), f"the value in row {k} {here(start, a, c, lr)}"


@pytest.mark.weight(2)
@settings(max_examples=4)
@given(start=starts, a=slopes, c=shifts, lr=rates)
@example(start=3.0, a=2.0, c=1.0, lr=0.1)
@example(start=-1.0, a=1.0, c=4.0, lr=0.05)
def test_rows_show_the_loss_of_their_value(run, start, a, c, lr):
    """The loss in a row is the loss of the value in that row, which is another one in every row."""
    valley = Valley(a, c)
    assume(valley.slope(start))
    _, history = run(start, valley.text, lr, 4)
    rows = rows_of(history)
    assert len(rows) > 1, f"train with 4 steps should return 4 rows, but it returned {count_of(rows)}"
    assert number(rows[0][1]) != number(rows[1][1]), "the value is the same in the first two rows"
    for k, (_, value, found) in enumerate(rows):
        due = valley.loss(number(value))
        assert found == close(due), f"the loss in row {k}, where the value is {value:g}, a = {a:g}, c = {c:g}"


def test_walk_along_both_losses(run, plot):
    """Along a round valley the steps shrink; along a V they are equal, and jump over its kink for ever."""
    ends = []
    for title, text, loss, slope, lr in (
        ("Your steps along the squared loss", SQUARED, ways.squared, ways.squared_slope, 0.02),
        ("Your steps along the absolute loss", ABSOLUTE, ways.absolute, ways.absolute_slope, 0.1),
    ):
        parameter, history = run(ways.START, text, lr, LONG)
        places = ways.walk(ways.START, slope, lr, LONG)
        due = [(w, loss(w)) for w in places[:-1]]
        shown = curves.walk(loss, picture.WINDOW, due, curves.drawable(rows_of(history)), lowest=picture.GOAL)
        plot(title, "w", "loss", shown, window=curves.seen(loss, picture.WINDOW))
        ends.append((parameter, places[-1], f"{LONG} steps", text, lr))
    # One step fewer ends on the other side of the kink.
    one_fewer, before = run(ways.START, ABSOLUTE, 0.1, LONG - 1)[0], places[-2]
    ends.append((one_fewer, before, f"{LONG - 1} steps", ABSOLUTE, 0.1))
    for parameter, end, steps, text, lr in ends:
        where = f"from w = 2 along {text.removeprefix('loss = ')}, with lr = {lr:g}"
        assert parameter.data == close(end), f"w.data after {steps} {where}"


# --- train_with_decay --------------------------------------------------------------------------------------


@pytest.mark.weight(4)
@settings(max_examples=5)
@given(start=starts, a=slopes, c=shifts, lr=rates, decay=decays, steps=st.integers(3, 6))
@example(start=3.0, a=2.0, c=1.0, lr=0.1, decay=0.5, steps=3)
@example(start=-1.0, a=1.0, c=4.0, lr=0.05, decay=1.0, steps=4)
@example(start=2.0, a=0.5, c=-3.0, lr=0.1, decay=2.0, steps=5)
def test_step_k_uses_its_own_rate(run, start, a, c, lr, decay, steps):
    """Step k goes lr / (1 + decay · k) times the gradient, and the first step, k = 0, goes lr times it."""
    valley = Valley(a, c)
    parameter, _ = run(start, valley.text, lr, steps, decay)
    due = ways.walk(start, valley.slope, lr, steps, decay)
    assert parameter.data == close(due[-1]), (
        f"parameter.data after {steps} steps {here(start, a, c, lr, decay)}"
    )


@pytest.mark.weight(2)
@settings(max_examples=4)
@given(start=starts, a=slopes, c=shifts, lr=rates, decay=decays)
@example(start=3.0, a=2.0, c=1.0, lr=0.1, decay=0.5)
def test_decay_returns_the_same_kind_of_rows(run, start, a, c, lr, decay):
    """Its rows say what those of train say, its gradient is reset, and only the way is another."""
    valley = Valley(a, c)
    assume(valley.slope(start))
    parameter, history = run(start, valley.text, lr, 4, decay)
    rows = rows_of(history, "train_with_decay")
    due = ways.walk(start, valley.slope, lr, 4, decay)
    expected = [(k, due[k], valley.loss(due[k])) for k in range(4)]
    assert len(rows) == 4, f"with 4 steps there should be 4 rows, but there are {len(rows)}"
    for k, row in enumerate(rows):
        assert list(row) == close(list(expected[k])), f"row {k} {here(start, a, c, lr, decay)}"
    assert parameter.grad == close(0.0), f"parameter.grad after 4 steps {here(start, a, c, lr, decay)}"


@pytest.mark.weight(2)
def test_decay_ends_the_walk(run, plot):
    """Where equal steps jump over the kink for ever, smaller and smaller ones come to rest beside it."""
    parameter, history = run(ways.START, ABSOLUTE, 0.2, LONG, 0.5)
    due = ways.walk(ways.START, ways.absolute_slope, 0.2, LONG, 0.5)
    yours = [w for w, _ in curves.drawable(rows_of(history, "train_with_decay"))]
    equal = ways.walk(ways.START, ways.absolute_slope, 0.2, LONG)[:-1]
    walks = {"lr = 0.2 all the time": equal}
    if yours != close(due[:-1]):
        walks["expected, with decay = 0.5"] = due[:-1]
    walks["yours, with decay = 0.5"] = yours
    title = "Along the absolute loss, without an end and with one"
    plot(title, "step", "w", picture.over_steps(walks), window=(-0.5, LONG, 1.0, 6.0))
    where = f"after {LONG} steps from w = 2 along |3·w − 11|, with lr = 0.2 and decay = 0.5"
    assert parameter.data == close(due[-1]), f"w.data {where}"
