"""Exercise `contours`: a table of losses, a picture that is read, and learning rates."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.checks import close, described, todo
from tests.lessons.values import items
from tests.two_parameters import lines, valley
from tests.two_parameters.strategies import ONE, SAME_X, THREE, THROUGH_ZERO, eighths, points, shown

axes = st.lists(eighths(-4, 4), min_size=3, max_size=4, unique=True)


def rows_of(table):
    """The rows of a table as lists, from whatever kinds of sequence the student chose."""
    rows = items(table, "loss_table(ws, bs, points)")
    return [list(items(row, f"loss_table(ws, bs, points)[{index}]")) for index, row in enumerate(rows)]


def grid(ws, bs, data):
    return f"for ws = {described(list(ws))}, bs = {described(list(bs))} and {shown(data)}"


@pytest.mark.weight(4)
@settings(max_examples=5)
@given(ws=axes, bs=axes, data=points)
@example(ws=[2.0, -1.0, 0.5], bs=[1.0, -3.0], data=THREE)
@example(ws=[0.5, 3.0], bs=[1.0, -2.0, 0.25, 4.0], data=SAME_X)
@example(ws=[1.5], bs=[2.0, -1.0, 3.0], data=THROUGH_ZERO)
@example(ws=[1, 2, -3], bs=[4], data=ONE)
def test_table_of_losses(contours, ws, bs, data):
    """The table has a row for each b and in it a loss for each w, in the order in which they came."""
    rows = rows_of(contours.loss_table(ws, bs, data))
    here = grid(ws, bs, data)
    assert len(rows) == len(bs), f"there should be one row for each b, but there are {len(rows)} {here}"
    for b, row in zip(bs, rows, strict=True):
        due = [lines.loss(w, b, data) for w in ws]
        assert row == close(due), f"the row for b = {b:g} {here}"


@pytest.mark.weight(3)
@settings(max_examples=5)
@given(ws=axes, bs=axes, data=points)
@example(ws=[2.0, -1.0, 0.5], bs=[1.0, -3.0, 2.0], data=THREE)
def test_one_place_of_the_table(contours, ws, bs, data):
    """Each number in the table is the loss of one line: that of its own w and its own b."""
    rows = rows_of(contours.loss_table(ws, bs, data))
    for row, column in ((0, 1), (1, 0), (2, 1)):
        entries = rows[row] if row < len(rows) else []
        assert column < len(entries), f"there is no loss_table(…)[{row}][{column}] {grid(ws, bs, data)}"
        due = lines.loss(ws[column], bs[row], data)
        here = f"w = {ws[column]:g}, b = {bs[row]:g} and {shown(data)}"
        assert entries[column] == close(due), f"loss_table(…)[{row}][{column}], where {here}"


# --- words ---------------------------------------------------------------------------------------------


def read_as(written):
    """A word in small letters, with single spaces and no hyphens; anything else as it is."""
    return " ".join(written.replace("-", " ").lower().split()) if type(written) is str else written


@pytest.fixture
def reads(readings, remark):
    """Marks one word that was read from the picture; a wrong one is met with a question, not the answer."""

    def mark(name, words, due, question):
        written = getattr(readings, name)
        if written is None:
            todo(f"{name} is still None")
        known = {word.lower(): word for word in words}
        word = known.get(read_as(written))
        listed = ", ".join(f'"{word}"' for word in words)
        assert word is not None, f"{name} is {described(written)}; it should be one of {listed}"
        assert word == due, f'{name} is "{word}"; {question}'
        if written != word:
            remark(f'`{name}` was read as "{word}"')

    return mark


@pytest.mark.weight(2)
def test_lower(reads):
    """You can say which of two places is lower."""
    question = "count lines, not centimetres: how many lie between the star and P, how many between it and Q?"
    reads("LOWER", ("P", "Q"), valley.lower(), question)


@pytest.mark.weight(2)
def test_first_step_from_p(reads):
    """You can say which way a step goes from P."""
    question = "follow the line through P with a pencil, and leave it at a right angle, to the lower side"
    reads("FIRST_STEP_FROM_P", valley.DIRECTIONS, valley.first_step(), question)


@pytest.mark.weight(2)
def test_leaves_its_line(reads):
    """You know at which angle a step leaves its line."""
    question = "what changes along a line, and would the steepest way down waste any of its length on that?"
    reads("LEAVES_ITS_LINE", valley.LEAVES, valley.leaves_its_line(), question)


@pytest.mark.weight(2)
def test_steepest(reads):
    """You can see where a valley is steep."""
    question = "in which direction from the star do the lines follow each other most closely?"
    reads("STEEPEST", valley.STEEPNESS, valley.steepest(), question)


# --- learning rates ------------------------------------------------------------------------------------


@pytest.fixture
def behaves(readings, remark):
    """Marks the word for one learning rate; a wrong one is met with numbers, not with the answer."""

    def mark(eta):
        key, written = _entry(readings, eta)
        word = read_as(written)
        listed = ", ".join(f'"{word}"' for word in valley.BEHAVIOURS)
        assert word in valley.BEHAVIOURS, (
            f"BEHAVIOUR[{eta}] is {described(written)}; it should be one of {listed}"
        )
        assert word == valley.behaviour(eta), f'{_travels(eta)}: is that "{word}"?'
        if key != eta or written != word:
            remark(f'`BEHAVIOUR[{eta}]` was read as "{word}"')

    return mark


def _entry(readings, eta):
    """The student's key and word for `eta`."""
    table = readings.BEHAVIOUR
    assert type(table) is dict, "BEHAVIOUR should be a dict from learning rate to word"
    entries = [(key, word) for key, word in table.items() if key == close(eta, rel=1e-6)]
    assert entries, f"BEHAVIOUR has no entry for η = {eta}"
    if entries[0][1] is None:
        todo(f"BEHAVIOUR[{eta}] is still None")
    return entries[0]


def _travels(eta):
    places = lines.walk(*valley.START, lines.LESSON, eta, valley.STEPS - 1)
    ws = ", ".join(f"{w:.3g}" for w, _ in places[:5])
    first, last = (lines.loss(*place, lines.LESSON) for place in (places[0], places[-1]))
    best = lines.best(lines.LESSON)[0]
    return f"at η = {eta} w goes {ws}, … with its best at {best:g}, and the loss from {first:g} to {last:.3g}"


@pytest.mark.weight(1.25)
def test_eta_0_1(behaves):
    """You know how w and b travel at η = 0.1."""
    behaves(0.1)


@pytest.mark.weight(1.25)
def test_eta_0_25(behaves):
    """You know how w and b travel at η = 0.25."""
    behaves(0.25)


@pytest.mark.weight(1.25)
def test_eta_0_5(behaves):
    """You know how w and b travel at η = 0.5."""
    behaves(0.5)


@pytest.mark.weight(1.25)
def test_eta_0_6(behaves):
    """You know how w and b travel at η = 0.6."""
    behaves(0.6)
