"""Naming mistakes: models are told from each other, none passes for right, and silence where in doubt."""

import itertools
import math
import sys
import tomllib
from pathlib import Path

import pytest

from grader import catalog, diagnosis
from grader.diagnosis import AN_OBJECT, Alike, Answer, Misconception, Study, look, plain, same
from grader.direct import DirectDoor
from grader.errors import KitError
from grader.ledger import Ledger
from grader.model import CheckResult
from grader.outline import Outline
from grader.student import student_error
from tests import corpus
from tests.first_loop.misconceptions import STUDIES, by_hand

LESSON = catalog.load(catalog.find_root(Path(__file__).parent), "first_loop")


def predictions(study):
    """(slug, what its model shows) for every model; constants are judged from otherwise true answers."""
    answers = getattr(study, "truth", None)
    return [(m.slug, study.predict(model, answers)) for m in study.misconceptions for model in m.models]


def by_subject(study):
    return f"{study.exercise}-{study.about}"


# --- the models of lesson 1 ----------------------------------------------------------------------


@pytest.mark.parametrize("study", STUDIES, ids=by_subject)
def test_every_pair_of_misconceptions_is_told_apart(study):
    """Two misconceptions never show the same, unless they stand in a group of look-alikes."""
    for (one, seen), (other, also_seen) in itertools.combinations(predictions(study), 2):
        alike = any({one, other} <= group.slugs for group in study.alike)
        assert one == other or alike or not same(seen, also_seen, study.precision), f"{one} and {other}"


@pytest.mark.parametrize("study", STUDIES, ids=by_subject)
def test_no_model_passes_for_right(study):
    """What a wrong model shows differs from what a right solution shows."""
    answers = getattr(study, "truth", None)
    right = [study.predict(model, answers) for model in study.right]
    for slug, seen in predictions(study):
        assert not any(same(seen, shown, study.precision) for shown in right), slug


@pytest.mark.parametrize("study", STUDIES, ids=by_subject)
def test_no_model_is_broken_by_accident(study):
    """No model trips over a name of its own: that would look like a mistake of a student's."""
    for slug, seen in predictions(study):
        assert "NameError" not in repr(seen), slug


def test_every_exercise_has_studies():
    """There is something to recognise in each exercise of the lesson."""
    assert {study.exercise for study in STUDIES} == {exercise.name for exercise in LESSON.exercises}
    assert diagnosis.studies(LESSON) == STUDIES


def test_every_text_belongs_to_a_misconception():
    """No text is written for a slug that does not exist, and no two misconceptions share one."""
    written = [
        s for p in (LESSON.suite / "misconceptions").glob("*.toml") for s in tomllib.loads(p.read_text())
    ]
    known = {f.slug for study in STUDIES for f in (*study.misconceptions, *study.alike)}
    assert sorted(written) == sorted(known)


@pytest.mark.parametrize("study", STUDIES, ids=by_subject)
def test_wording_is_short_and_asks(study):
    """A finding is three sentences of readable length, and the last one is a question."""
    for finding in (*study.misconceptions, *study.alike):
        assert finding.looks_like.endswith(".") and finding.why.endswith("."), finding.slug
        assert finding.question.endswith("?"), finding.slug
        for text in (finding.looks_like, finding.why, finding.question):
            assert 10 < len(text) < 125, f"{finding.slug}: {text}"


def test_slip_on_paper_is_said_from_the_students_own_numbers():
    """A later answer is judged from earlier ones, and the message names both."""
    answers = {**by_hand.TRUE, "Y_HAT": -4, "LOSS": -8}
    known = [study for study in STUDIES if study.about == "LOSS"]
    found = diagnosis.diagnose(known, dict.fromkeys((study.probe for study in known), answers), Outline())
    assert found.slug == "by-hand-loss-not-squared"
    assert "-8" in found.message and "-4" in found.message


def test_answer_that_follows_is_said_to_be_counted():
    """A later answer that is right for a wrong earlier one is told apart from a true one."""
    answers = {**by_hand.TRUE, "GRADIENT": -12, "W_AFTER": 0.2}
    follows = [study.about for study in STUDIES if study.exercise == "by_hand" and study.follows(answers)]
    assert follows == ["W_AFTER"]


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("square_forgot_to_attach", "square"),
        ("backward_queue", "backward"),
        ("backward_forgot_underscore", "backward"),
        ("loss_star_star", "squared_loss"),
        ("train_rows_of_values", "train"),
        ("paper_walks_uphill", "by_hand"),
    ],
)
def test_students_own_pytest_names_the_same_mistake(name, exercise, direct_door):
    """Real objects and stand-ins are observed alike: the board says what the report will say."""
    member = next(m for m in corpus.members("wrong") if m.name == name)
    ledger = Ledger(LESSON, {})
    ledger.add(exercise, CheckResult("test_it", "It is so.", "failed", 0.0, 1.0))
    diagnosis.examine(ledger, direct_door(member), [exercise])
    assert ledger.diagnoses[exercise].slug == member.expected[exercise]
    assert ledger.diagnoses[exercise].line is not None


@pytest.fixture
def direct_door(tmp_path, monkeypatch):
    """Opens the direct door to a member of the corpus; what it imports is forgotten afterwards."""
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])

    def open_door(member):
        for file, content in corpus.submission(LESSON, member).files.items():
            (tmp_path / file).write_bytes(content)
        return DirectDoor(LESSON, tmp_path)

    yield open_door
    for file in LESSON.files:
        sys.modules.pop(Path(file).stem, None)


# --- deciding --------------------------------------------------------------------------------------


class Fixed(Study):
    """A study whose models are what they show."""

    def predict(self, model, observed):
        return model


def study(*misconceptions, alike=()):
    return Fixed(
        exercise="e", about="f", probe=str, right=(0,), misconceptions=misconceptions, alike=tuple(alike)
    )


def mistake(slug, *models, clue=None):
    return Misconception(slug=slug, looks_like="", why="", question="", models=models, clue=clue)


def group(slug, *slugs):
    return Alike(slug=slug, looks_like="", why="", question="", slugs=frozenset(slugs))


def test_one_fitting_model_is_named():
    """Exactly one misconception shows what was observed."""
    assert study(mistake("a", 1), mistake("b", 2)).explain(2, Outline()).slug == "b"


def test_right_behaviour_is_never_explained():
    """What a right solution shows is not wrong, whatever a model may show."""
    assert study(mistake("a", 0)).explain(0, Outline()) is None


def test_unknown_behaviour_is_not_explained():
    """No model fits: nothing is said."""
    assert study(mistake("a", 1)).explain(7, Outline()) is None


def test_two_fitting_models_are_not_guessed_between():
    """Two misconceptions fit and are no known look-alikes: nothing is said."""
    assert study(mistake("a", 1), mistake("b", 1)).explain(1, Outline()) is None


def test_look_alikes_are_told_by_what_they_share():
    """Several look-alikes fit, and the source does not decide: the group speaks."""
    known = study(mistake("a", 1), mistake("b", 1), alike=[group("ab", "a", "b")])
    assert known.explain(1, Outline()).slug == "ab"


def test_source_breaks_a_tie():
    """Of look-alikes, the one whose clue is in the source is named."""
    source = Outline.of([["function", "f", 1, 3], ["call", "g", 2, 2]])
    known = study(mistake("a", 1, clue=lambda s: s.has("call", "g")), mistake("b", 1))
    assert known.explain(1, source).slug == "a"


def test_two_clues_are_not_guessed_between():
    """Where the source speaks for two look-alikes, the group speaks."""
    known = study(
        mistake("a", 1, clue=lambda _: True),
        mistake("b", 1, clue=lambda _: True),
        alike=[group("ab", "a", "b")],
    )
    assert known.explain(1, Outline()).slug == "ab"


def test_group_speaks_for_its_members_only():
    """A fit from outside of the group: nothing is said."""
    known = study(mistake("a", 1), mistake("b", 1), mistake("c", 1), alike=[group("ab", "a", "b")])
    assert known.explain(1, Outline()) is None


def test_missing_clue_keeps_a_lone_fit_silent():
    """Where a clue is needed, behaviour alone names nothing."""
    assert study(mistake("a", 1, clue=lambda s: s.has("call", "g"))).explain(1, Outline()) is None


def test_odd_answer_elsewhere_does_not_matter():
    """A model that cannot compute with a student's answers predicts nothing."""
    known = Answer(
        exercise="e",
        about="B",
        probe=str,
        truth={},
        right=(lambda a: 1,),
        misconceptions=(mistake("a", lambda a: 2 * a["A"] + 1),),
    )
    assert known.explain({"A": None, "B": 3}, Outline()) is None
    assert known.explain(("raised", "TypeError", ""), Outline()) is None


def test_only_the_exercise_that_failed_is_examined(direct_door):
    """A wrong square says nothing about an update that lost points for another reason."""
    member = next(m for m in corpus.members("wrong") if m.name == "square_overwrites_gradient")
    ledger = Ledger(LESSON, {})
    ledger.add("update", CheckResult("test_it", "It is so.", "failed", 0.0, 1.0))
    diagnosis.examine(ledger, direct_door(member), ["update", "square"])
    assert not ledger.diagnoses


# --- observing ---------------------------------------------------------------------------------------


def test_rounding_is_no_difference():
    """Equal up to rounding, not-a-number equal to itself, infinities by sign."""
    assert same((0.1 + 0.2, [1][0], math.nan, math.inf), (0.3, 1.0, math.nan, math.inf))
    assert not same((1.0,), (1.001,)) and not same(math.inf, -math.inf) and not same((1,), (1, 1))


def test_kinds_are_a_difference():
    """True is not 1, and a text is not a number."""
    assert (
        not same(True, 1) and not same("1", 1) and same({"a": 1}, {"a": 1.0}) and not same({"a": 1}, {"b": 1})
    )


def test_objects_are_seen_as_objects_only():
    """What is no plain value carries nothing into an observation."""
    assert plain([1, (2.5, object()), {"k": int}]) == (1, (2.5, AN_OBJECT), {"k": AN_OBJECT})


def test_students_exception_is_observed_as_the_models_own():
    """An exception that crossed the wire equals the same one raised by a model."""

    def students():
        raise student_error(["TypeError", "Exception"], "no", ())

    def models():
        raise TypeError("no")

    assert look(students) == look(models) == ("raised", "TypeError", "no")


def test_list_that_survives_survives_one_probe_only():
    """A model's mutable default is made anew each time the model is put to work."""

    def remembers(item, items=[]):  # noqa: B006
        items.append(item)
        return list(items)

    first = diagnosis.living_in({"list": list}, remembers)
    assert (first(1), first(2)) == ([1], [1, 2])
    assert diagnosis.living_in({"list": list}, remembers)(3) == [3]


def test_missing_text_is_the_authors_fault(tmp_path):
    """A model without words is a KitError that says which."""
    words = tmp_path / "words.toml"
    words.write_text("")
    with pytest.raises(KitError, match="has no text for some-slug"):
        diagnosis.worded(words, {"some-slug": []})
