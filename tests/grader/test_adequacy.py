"""Adequacy of a lesson's checks: what is handed in for it, and what a report complains about."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader import adequacy
from grader.lesson import catalog
from tests.first_loop.misconceptions import STUDIES

LESSON = catalog.load(catalog.find_root(Path(__file__).parent), "first_loop")


@pytest.fixture(scope="module")
def trials():
    return list(adequacy.trials(LESSON))


def test_every_model_is_handed_in_once(trials):
    """Right models and wrong ones of every study, in each form, but none twice."""
    models = {
        (m, form)
        for s in STUDIES
        for m in (*s.right, *(w for c in s.misconceptions for w in c.models))
        for form in ("", *s.forms)
    }
    assert len(trials) == len(models)
    assert {t.name for t in trials if not t.slugs} == {f"right {study.about}" for study in STUDIES}


def test_wrong_engines_are_handed_in_with_children_in_sets_and_lists(trials):
    """A wrong walk through a set goes another way each time, and has to cost and be named the same."""
    for exercise in ("square", "backward"):
        for kept in ("tuple", "list", "set"):
            line = f"self._prev = {kept}(children)".encode()
            files = [t.submission.files["engine.py"] for t in trials if t.exercise == exercise]
            assert sum(line in file for file in files) == len(files) / 3


def test_each_submission_can_be_read_by_python(trials):
    """What is handed in is Python, and differs from the solutions in the file of its exercise only."""
    for trial in trials:
        for name, content in trial.submission.files.items():
            changed = content != (LESSON.solutions / name).read_bytes()
            assert changed is (name == LESSON.exercise(trial.exercise).file), f"{trial.name}: {name}"
            assert name.endswith(".md") or compile(content, name, "exec")


def test_report_complains_about_what_does_not_fit(trials, monkeypatch):
    """A model that costs nothing, one that costs elsewhere, and one with another name are each a problem."""
    wrong = next(t for t in trials if t.name == "square-missing-factor-2")
    right = next(t for t in trials if t.name == "right update")
    unnoticed = replace(right, name="unnoticed", slugs=frozenset({"unnoticed"}))
    elsewhere = replace(wrong, name="elsewhere", exercise="update", slugs=frozenset({"elsewhere"}))
    misnamed = replace(wrong, name="misnamed", slugs=frozenset({"misnamed"}))
    monkeypatch.setattr(adequacy, "trials", lambda _: [wrong, right, unnoticed, elsewhere, misnamed])
    report = adequacy.run(LESSON, workers=1)
    assert [problem.split(";")[0] for problem in report.problems] == [
        "unnoticed: no check of `update` notices it",
        "elsewhere: no check of `update` notices it",
        "elsewhere: it loses points in `square`, which it has nothing to do with",
        "misnamed: it is named square-missing-factor-2",
    ]
    assert report.kills["square", "test_gradient_of_square_is_two_x"] == 2
    assert ("update", "test_every_update_is_one_step") in report.idle
    assert "5 models" in adequacy.table(report)
