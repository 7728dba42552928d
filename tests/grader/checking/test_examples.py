"""The examples of a property are drawn once, and are the same for everybody."""

import random
import sys
import types

import hypothesis.errors
import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers

from grader.checking import examples
from grader.checking.examples import Examples, play
from grader.errors import UngradedError

# The settings that checks of a lesson get.
derandomised = settings(
    derandomize=True, database=None, deadline=None, max_examples=25, phases=[Phase.explicit, Phase.generate]
)
seen = []


def wanted(body):
    """`body` as a property of a lesson's suite, with the fixture `limit`."""
    numbers = st.integers(0, 10**6)
    return derandomised(given(x=numbers, items=st.lists(numbers, min_size=20, max_size=20))(body))


@wanted
def property_of_numbers(limit, x, items):
    """Stands for a check."""
    seen.append((x, list(items)))
    items.append("changed")
    assert x <= limit


@example(x=6)
@derandomised
@given(x=st.integers(1, 3))
def property_with_an_example(x):
    """Stands for a check with an example of its own."""
    assume(x != 2)


def drawn(test):
    """What a fresh run draws for `test`."""
    return Examples().of(test)


def test_two_runs_draw_the_same():
    """Nobody meets other examples than anybody else."""
    assert len(drawn(property_of_numbers)) == 25
    assert drawn(property_of_numbers) == drawn(property_of_numbers)


def test_what_is_loaded_does_not_change_the_examples(monkeypatch, tmp_path):
    """Numbers in the source of a module, a student's for one, are not tried, whenever it was imported."""
    before = drawn(property_of_numbers)
    source = tmp_path / "full_of_numbers.py"
    source.write_text("\n".join(f"a{n} = {n}" for n in random.Random(1).sample(range(10**6), 300)))
    module = types.ModuleType(source.stem)
    module.__file__ = str(source)
    exec(source.read_text(), module.__dict__)
    monkeypatch.setitem(sys.modules, source.stem, module)
    _draw_elsewhere()
    assert drawn(property_of_numbers) == before


@settings(max_examples=50, database=None)
@given(st.integers(0, 10**6))
def _draw_elsewhere(x):
    """Lets hypothesis notice the module, as any other property would."""


def test_other_properties_are_drawn_as_ever():
    """What is switched off for a lesson's examples is on again afterwards."""
    before = providers._get_local_constants
    drawn(property_of_numbers)
    assert providers._get_local_constants is before
    assert not list(providers.CONSTANTS_CACHE.cache)


def test_another_hypothesis_still_draws(monkeypatch):
    """Where there is nothing to switch off, nothing is touched."""
    monkeypatch.setattr(examples, "_LOCAL", "no_such_name")
    assert len(drawn(property_of_numbers)) == 25
    assert not hasattr(providers, "no_such_name")


def test_explicit_examples_come_first():
    """What the author of a check chose is what a student reads first."""
    assert drawn(property_with_an_example)[0] == {"x": 6}


def test_an_example_is_drawn_once():
    """Asked again, the same list comes back, and the body was not run for it."""
    kept = Examples()
    seen.clear()
    assert kept.of(property_of_numbers) is kept.of(property_of_numbers)
    assert seen == []


def test_a_plain_test_has_no_examples():
    """It is left to pytest."""
    assert drawn(test_a_plain_test_has_no_examples) is None


def test_a_property_that_draws_while_it_runs_is_left_to_hypothesis():
    """What it will draw depends on the body."""
    interactive = derandomised(given(data=st.data())(lambda data: data.draw(st.integers())))
    assert drawn(interactive) is None


def test_examples_that_cannot_be_drawn_are_our_fault():
    """A strategy that finds nothing makes the check ungraded, not the student wrong."""
    impossible = derandomised(given(x=st.integers().filter(lambda _: False))(lambda x: None))
    with pytest.raises(UngradedError, match="no examples could be drawn for <lambda>"):
        drawn(impossible)


def test_a_check_cannot_spoil_an_example():
    """A list that the body changes is the same again for the next submission."""
    chosen = drawn(property_of_numbers)[3]
    seen.clear()
    play(property_of_numbers, chosen, {"limit": 10**6})
    play(property_of_numbers, chosen, {"limit": 10**6})
    assert seen[0] == seen[1]


def test_a_failure_carries_its_example():
    """pytest's own account, asked for with -v, names the numbers."""
    with pytest.raises(AssertionError) as failed:
        play(property_of_numbers, {"x": 7, "items": []}, {"limit": 6})
    assert failed.value.__notes__ == ["Failing example: property_of_numbers(x=7, items=[])"]


def test_an_example_may_be_refused():
    """`assume` in a body is a word to whoever plays the example; it is no failure."""
    with pytest.raises(hypothesis.errors.UnsatisfiedAssumption):
        play(property_with_an_example, {"x": 2}, {})
    play(property_with_an_example, {"x": 3}, {})
