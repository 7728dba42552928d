"""Lesson 3 keeps its promises: fair cases, suspects that look right at first, engines that tell nothing."""

import ast
import doctest
import runpy
import sys

import pytest

from grader.checks import GraderError
from tests.gradient_check import cases, engines, lineup, nudges

PAGE = lineup.FOLDER.parent / "lesson.md"
SOLUTIONS = lineup.FOLDER.parents[2] / "solutions" / "gradient_check"
CASES = [pytest.param(case, id=f"{k}") for k, case in enumerate(cases.EVERY)]
GROUPS = ("WHOLE", "POSITIONS", "SIZES", "NOISE", "TOLERANCES", "OTHER_FUNCTION")


@pytest.mark.parametrize("case", CASES)
def test_gradients_are_zero_by_structure_or_large_enough(case):
    """And values are at most a thousand times as large, so that rounding decides nothing."""
    value = abs(engines.result(case.f, case.xs, **{k: v for k, v in case.slips.items() if k == "squared"}))
    for due in engines.true_gradients(case.f, case.xs, **case.slips):
        assert due == 0 or (abs(due) >= 0.05 and value <= 1000 * abs(due))


@pytest.mark.parametrize("case", CASES)
def test_no_case_is_close_to_the_tolerance(case):
    """What agrees does so twice as well as it has to; what disagrees is three times too far apart."""
    tolerance = 1e-6 if case.tolerance is None else case.tolerance
    found = engines.gradients(case.f, case.xs, **case.slips)
    due = engines.true_gradients(case.f, case.xs, **case.slips)
    for k, pair in enumerate(zip(found, due, strict=True)):
        error = engines.relative_error(*pair)
        tiny = max(map(abs, pair)) < 1e-9
        if k in case.positions():
            assert error > 3 * tolerance and max(map(abs, pair)) > 1e-7
        else:
            assert tiny or error < tolerance / 2


@pytest.mark.parametrize("group", GROUPS)
def test_whoever_says_the_same_each_time_passes_nothing(group):
    """Each check has an engine that is right, and one that is wrong at some inputs and right at others."""
    found = [(case.positions(), len(case.xs)) for case in getattr(cases, group)]
    assert any(not positions for positions, _ in found)
    assert any(0 < len(positions) < count for positions, count in found)


def test_a_right_and_a_wrong_engine_differ_in_expressions_only():
    """They have the same names in the same order, and neither comments nor docstrings."""
    shapes = set()
    for case in cases.EVERY:
        text = engines.source(**case.slips)
        tree = ast.parse(text)
        assert "#" not in text
        assert not any(
            ast.get_docstring(n) for n in ast.walk(tree) if isinstance(n, ast.ClassDef | ast.Module)
        )
        shapes.add(tuple(n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)))
    assert len(shapes) == 1


def test_engines_share_all_parts_but_those_with_a_slip():
    """A box compiles each part once: all engines together cost little more than one."""
    right = engines.source().split("\f")
    for case in cases.EVERY:
        parts = engines.source(**case.slips).split("\f")
        differing = [part for part, known in zip(parts, right, strict=True) if part != known]
        assert len(differing) == len(case.slips) and len("".join(differing)) < 200


@pytest.mark.parametrize("letter", lineup.LETTERS)
def test_every_suspect_looks_right_at_first(letter):
    """Where all inputs are equal and positive and each Value is used once, none is caught."""
    assert lineup.caught(letter, lineup.FIRST) == []


def test_the_verdicts():
    """Two suspects are right, and in four another part is broken in each."""
    verdicts = [lineup.verdict(letter) for letter in lineup.LETTERS]
    assert verdicts.count("right") == 2 and len(set(verdicts)) == 5 and set(verdicts) <= set(lineup.WORDS)


def test_what_each_broken_suspect_takes():
    """One shows left of 0 only, one where inputs differ, two where a Value is used twice."""
    questions = {
        "square": [("lambda a: a.square()", [-3.0]), ("lambda a: a.square()", [3.0])],
        "multiply": [("lambda a, b: a * b", [3.0, 5.0]), ("lambda a, b: a * b", [4.0, 4.0])],
        "subtract": [("lambda a: a - a", [3.0]), ("lambda a, b: a - b", [3.0, -5.0])],
        "backward": [
            ("lambda a: (c := a * 2.0) + c.square()", [3.0]),
            ("lambda a, b: a * 2.0 + (b * 2.0).square()", [3.0, -5.0]),
        ],
    }
    letters = {lineup.verdict(letter): letter for letter in lineup.LETTERS}
    for part, (caught, passed) in questions.items():
        assert lineup.caught(letters[part], [caught, passed]) == [caught]


@pytest.mark.parametrize("letters", ["abcdef", "abcde"])
def test_a_changed_suspect_is_no_suspect(monkeypatch, tmp_path, letters):
    """Nobody is judged by engines that are not those of the lesson, or that are gone."""
    for letter in letters:
        text = (lineup.FOLDER / f"{letter}.py").read_text(encoding="utf-8")
        (tmp_path / f"{letter}.py").write_text(text.replace("2 * ", "3 * "), encoding="utf-8")
    monkeypatch.setattr(lineup, "FOLDER", tmp_path)
    lineup.texts.cache_clear()
    with pytest.raises(GraderError, match="take it anew"):
        lineup.texts()
    lineup.texts.cache_clear()


def test_the_words_about_nudges_come_from_numbers():
    """They are the ones that the lesson asks for, and the errors are where the lesson says."""
    assert [nudges.spoils(h) for h in (1e-2, 1e-5, 1e-13)] == ["the curve bends", "nothing", "rounding"]
    assert (nudges.shrinks(nudges.forward), nudges.shrinks(nudges.central)) == (10, 100)
    assert nudges.exact_for() == "parabolas"


@pytest.fixture
def solved(monkeypatch):
    """The solution's modules by their own names, as a student's are at a prompt."""
    monkeypatch.syspath_prepend(str(SOLUTIONS))
    for name in ("engine", "slopes", "checker"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    yield
    for name in ("engine", "slopes", "checker"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("page", [PAGE, SOLUTIONS / "checker.py", SOLUTIONS / "engine.py"])
def test_what_is_typed_at_the_prompt_gives_what_the_page_says(solved, page):
    """Every line with >>> does so."""
    names = runpy.run_path(str(page)) if page.suffix == ".py" else {}
    failed, tried = doctest.testfile(str(page), module_relative=False, globs=names)
    assert tried and not failed


def test_the_numbers_of_the_page():
    """The cube at 2, and what an engine of minute 0 claims; none of them are the student's own."""
    text = PAGE.read_text(encoding="utf-8")
    cube = "lambda x: x * x * x"
    f = engines.function(cube)
    for h, forward, central in ((1, "**19**", "**13**"), (0.1, "12.61", "12.01")):
        assert f"{(f(2 + h) - f(2)) / h:.4g}" == forward.strip("*") and forward in text
        assert f"{(f(2 + h) - f(2 - h)) / (2 * h):.4g}" == central.strip("*") and central in text
    assert engines.gradients("lambda a, b: a * b + a", [2.0, 6.0]) == [7.0, 2.0]


@pytest.mark.parametrize("script", ["suspects.py", "step_size.py"])
def test_the_scripts_fit_a_terminal(solved, capsys, monkeypatch, script):
    """They run from the folder of the kit, say what they measure, and are 80 columns wide."""
    monkeypatch.chdir(lineup.FOLDER.parents[2])
    runpy.run_path(str(SOLUTIONS / script), run_name="__main__")
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) > 4 and max(map(len, printed)) <= 80
