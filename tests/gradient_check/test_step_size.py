"""Exercise `step_size`: by how much an error shrinks, what spoils a measured slope, and what is exact.

A confusion that both answers of a pair share has cost its points in the first of them.
"""

from math import log10

import pytest

from grader.checks import close, described, number, todo
from tests.gradient_check import nudges
from tests.gradient_check.words import listed, plain


def near(factor):
    return close(factor, rel=0.05)


def confused(step_size):
    """What CENTRAL_ERROR_SHRINKS becomes by a confusion that FORWARD_ERROR_SHRINKS shows."""
    forward, central = nudges.shrinks(nudges.forward), nudges.shrinks(nudges.central)
    pairs = (
        (central, forward),  # each in the other's place
        (1 / forward, 1 / central),  # the new error divided by the old one
        (log10(forward), log10(central)),  # the power of h in place of the factor
    )
    found = getattr(step_size, "FORWARD_ERROR_SHRINKS", None)
    return [second for first, second in pairs if found == near(first)]


@pytest.fixture
def shrinks(step_size):
    """Marks a factor; one that was measured, 9.97 say, counts as well, and so does one out of `shared`."""

    def mark(name, error, kind, shared=()):
        written = getattr(step_size, name)
        if written is None:
            todo(f"{name} is still None")
        due = nudges.shrinks(error)
        if any(written == near(each) for each in shared):
            return
        pair = f"{error(0.1):.2g} at h = 0.1 and {error(0.01):.2g} at h = 0.01"
        asked = "how many times does the second go into the first?"
        assert number(written) == near(due), (
            f"{name} is {described(written)}; the relative errors of {kind} slopes are {pair}: {asked}"
        )

    return mark


@pytest.fixture
def chooses(step_size, remark):
    """Marks a word; a wrong one is met with numbers or a question, not with the answer."""

    def mark(name, written, words, due, question):
        if written is None:
            todo(f"{name} is still None")
        word = plain(written)
        assert word in words, f"{name} is {described(written)}; it should be one of {listed(words)}"
        assert word == due, f'{name} is "{word}"; {question}'
        if written != word:
            remark(f'`{name}` was read as "{word}"')

    return mark


@pytest.fixture
def spoils(step_size, chooses):
    """Marks what spoils the slope at one h."""

    def written(h):
        table = step_size.WHAT_SPOILS
        assert type(table) is dict, "WHAT_SPOILS should be a dict from h to a word"
        return [word for key, word in table.items() if key == close(h, rel=1e-6, abs=0.0)]

    def mark(h, shared_with=None):
        entries = written(h)
        assert entries, f"WHAT_SPOILS has no entry for h = {h:g}"
        errors = [f"{nudges.central(factor * h):.1e}" for factor in (10, 1, 0.1)]
        numbers = (
            f"the relative errors for ten times this h, for it, and for a tenth of it are {', '.join(errors)}"
        )
        if shared_with is not None and (plain(entries[0]), *map(plain, written(shared_with))) == (
            nudges.spoils(shared_with),
            nudges.spoils(h),
        ):
            return  # each word in the other's place
        chooses(f"WHAT_SPOILS[{h:g}]", entries[0], nudges.WORDS, nudges.spoils(h), numbers)

    return mark


@pytest.mark.weight(3)
def test_forward_error_shrinks(shrinks):
    """You know how fast the error of a forward slope shrinks with h."""
    shrinks("FORWARD_ERROR_SHRINKS", nudges.forward, "forward")


@pytest.mark.weight(3)
def test_central_error_shrinks(step_size, shrinks):
    """You know how fast the error of a central slope shrinks with h."""
    shrinks("CENTRAL_ERROR_SHRINKS", nudges.central, "central", confused(step_size))


@pytest.mark.weight(2)
def test_h_of_a_hundredth(spoils):
    """You know what spoils a slope that is measured with h = 1e-2."""
    spoils(1e-2)


@pytest.mark.weight(2)
def test_h_of_a_hundred_thousandth(spoils):
    """You know what spoils a slope that is measured with h = 1e-5, if anything does."""
    spoils(1e-5)


@pytest.mark.weight(2)
def test_h_of_a_ten_trillionth(spoils):
    """You know what spoils a slope that is measured with h = 1e-13."""
    spoils(1e-13, shared_with=1e-2)


@pytest.mark.weight(3)
def test_exact_for(step_size, chooses):
    """You know for which curves a central slope is exact, however large the nudge is."""
    question = "measure x, x² and x³ at 3 with h = 1, and compare with 1, 6 and 27"
    chooses("EXACT_FOR", step_size.EXACT_FOR, nudges.KINDS, nudges.exact_for(), question)
