"""A student's pytest keeps the examples that it has drawn, for as long as nothing decides otherwise."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import examples, kept
from grader.checking.kept import KeptExamples
from tests.grader import student_runs
from tests.grader.checking.test_examples import derandomised, drawn, property_of_numbers, wanted


@pytest.fixture
def draws(monkeypatch):
    """The tests that examples were drawn for."""
    found = []
    draw = examples._drawn
    monkeypatch.setattr(examples, "_drawn", lambda test: found.append(test) or draw(test))
    return found


@wanted
def another_property(limit, x, items):
    """Stands for a check."""


@derandomised
@given(data=st.data())
def property_that_draws_while_it_runs(data):
    """Stands for a check whose examples cannot be known beforehand."""


def run(folder: Path, *tests) -> list:
    """What a run of pytest finds for these tests."""
    found = KeptExamples(folder)
    drawn = [found.of(test) for test in tests]
    found.pytest_sessionfinish()
    return drawn


def test_the_next_run_finds_the_same_examples(tmp_path, draws):
    """And draws none."""
    due = [drawn(property_of_numbers), drawn(another_property)]
    draws.clear()
    assert run(tmp_path, property_of_numbers) == due[:1]
    assert run(tmp_path, property_of_numbers, another_property) == due
    assert draws == [property_of_numbers, another_property]
    assert run(tmp_path, another_property, property_of_numbers) == due[::-1]
    assert len(draws) == 2


def test_that_there_are_none_is_kept_too(tmp_path, draws):
    """A test that draws while it runs is not asked again."""
    assert run(tmp_path, property_that_draws_while_it_runs) == [None]
    assert run(tmp_path, property_that_draws_while_it_runs) == [None]
    assert len(draws) == 1


def test_other_sources_draw_anew(tmp_path, draws, monkeypatch):
    """And what was drawn with the earlier ones is cleared away."""
    run(tmp_path, property_of_numbers)
    monkeypatch.setattr(kept, "_digest", lambda suite: "other")
    run(tmp_path, property_of_numbers)
    assert len(draws) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["checking-other"]


def test_each_source_of_a_suite_counts(tmp_path):
    """A strategy in a file beside the check decides what is drawn."""
    beside = tmp_path / "strategies.py"
    beside.write_text("low = 1\n")
    before = kept._digest(tmp_path)
    beside.write_text("low = 2\n")
    kept._digest.cache_clear()
    assert kept._digest(tmp_path) != before


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x04K\x01."])
def test_a_damaged_file_is_drawn_again(tmp_path, draws, damage):
    """Nobody sees more of it than a slower start."""
    due = run(tmp_path, property_of_numbers)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert run(tmp_path, property_of_numbers) == due
    assert run(tmp_path, property_of_numbers) == due
    assert len(draws) == 2


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path):
    """The examples are there; the next run draws them again."""
    assert run(tmp_path / "nowhere", property_of_numbers) == [drawn(property_of_numbers)]


def test_a_student_sees_the_same_each_time(tmp_path, warm_run):
    """The board after the first run, and after one that found its examples; with no cache, too."""
    options = ["-o", f"cache_dir={tmp_path}"]
    runs = [student_runs.run(*options), warm_run(*options), warm_run("-pno:cacheprovider")]
    assert len([*tmp_path.glob("d/learning-loop/first_loop-*")]) == 1
    assert runs[0].results == runs[1].results == runs[2].results
