"""Naming mistakes: the models of every lesson are told from each other, and none passes for right."""

import dataclasses
import itertools
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from grader.checking import diagnosis
from grader.checking.ledger import Ledger
from grader.checking.observed import look, same
from grader.checking.study import Reach
from grader.doors.direct import DirectDoor
from grader.doors.outline import Outline
from grader.figures import Figure, Series
from grader.lesson import catalog
from grader.model import CheckResult
from tests import corpus
from tests.first_loop.misconceptions import STUDIES, by_hand

ROOT = catalog.find_root(Path(__file__).parent)
LESSON = catalog.load(ROOT, "first_loop")
LESSONS = [catalog.load(ROOT, name) for name in catalog.lesson_names(ROOT)]
EVERY = [(lesson.name, study) for lesson in LESSONS for study in diagnosis.studies(lesson)]

every_study = pytest.mark.parametrize(
    "study",
    [pytest.param(study, id=f"{lesson}-{study.exercise}-{study.about}") for lesson, study in EVERY],
)
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)


def predictions(study):
    """(slug, what its model shows) for every model; constants are judged from otherwise true answers."""
    answers = getattr(study, "truth", None)
    return [(m.slug, study.predict(model, answers)) for m in study.misconceptions for model in m.models]


# --- the models of every lesson --------------------------------------------------------------------


@every_study
def test_every_pair_of_misconceptions_is_told_apart(study):
    """Two misconceptions never show the same, unless they stand in a group of look-alikes."""
    for (one, seen), (other, also_seen) in itertools.combinations(predictions(study), 2):
        alike = any({one, other} <= group.slugs for group in study.alike)
        assert one == other or alike or not same(seen, also_seen, study.precision), f"{one} and {other}"


@every_study
def test_no_model_passes_for_right(study):
    """What a wrong model shows differs from what a right solution shows."""
    answers = getattr(study, "truth", None)
    right = [study.predict(model, answers) for model in study.right]
    for slug, seen in predictions(study):
        assert not any(same(seen, shown, study.precision) for shown in right), slug


@every_study
def test_no_model_is_broken_by_accident(study):
    """No model trips over a name of its own: that would look like a mistake of a student's."""
    for slug, seen in predictions(study):
        assert "NameError" not in repr(seen), slug


@every_lesson
def test_every_exercise_has_studies(lesson):
    """There is something to recognise in each exercise that a student has to do."""
    known = [study.exercise for study in diagnosis.studies(lesson)]
    assert set(known) == {exercise.name for exercise in lesson.exercises if exercise.points}


@every_lesson
def test_every_text_belongs_to_a_misconception(lesson):
    """No text is written for a slug that does not exist, and no two misconceptions share one."""
    written = [
        s for p in (lesson.suite / "misconceptions").glob("*.toml") for s in tomllib.loads(p.read_text())
    ]
    known = {f.slug for study in diagnosis.studies(lesson) for f in (*study.misconceptions, *study.alike)}
    assert sorted(written) == sorted(known)


@every_study
def test_wording_is_short_and_asks(study):
    """A finding is three sentences of readable length, and the last one is a question."""
    for finding in (*study.misconceptions, *study.alike):
        assert finding.looks_like.endswith(".") and finding.why.endswith("."), finding.slug
        assert finding.question.endswith("?"), finding.slug
        for text in (finding.looks_like, finding.why, finding.question):
            assert 10 < len(text) < 125, f"{finding.slug}: {text}"


def test_slip_on_paper_is_said_from_the_students_own_numbers():
    """A later answer is judged from earlier ones, and the message names both."""
    answers = {**by_hand.paper.TRUE, "Y_HAT": -4, "LOSS": -8}
    known = [study for study in STUDIES if study.about == "LOSS"]
    named = diagnosis.diagnose(known, dict.fromkeys((study.probe for study in known), answers), Outline())
    assert named is not None and named.checks == ("test_loss",)
    assert named.diagnosis.slug == "by-hand-loss-not-squared"
    assert "-8" in named.diagnosis.message and "-4" in named.diagnosis.message


@pytest.mark.parametrize(
    ("checks", "explained"),
    [
        ((), ""),
        (("test_1",), ""),
        (("test_3",), "test_3"),
        (("test_4", "test_3"), "test_3"),
        (("test_3[a]",), "test_3"),
        (("test_3[b]", "test_4"), "test_4"),
        (("test_2",), ""),
    ],
)
def test_a_mistake_says_which_check_it_explains(checks, explained):
    """The first wrong one of those that are about the same; nothing where that comes first anyway."""
    statuses = {"test_1": "failed", "test_2": "passed", "test_3[a]": "failed", "test_4": "failed"}
    results = [CheckResult(name, "It is so.", status, 0.0, 1.0) for name, status in statuses.items()]
    assert diagnosis._explained(results, checks).partition("[")[0] == explained


def test_answer_that_follows_is_said_to_be_counted():
    """A later answer that is right for a wrong earlier one is told apart from a true one."""
    answers = {**by_hand.paper.TRUE, "GRADIENT": -12, "W_AFTER": 0.2}
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


def test_only_the_exercise_that_failed_is_examined(direct_door):
    """A wrong square says nothing about an update that lost points for another reason."""
    member = next(m for m in corpus.members("wrong") if m.name == "square_overwrites_gradient")
    ledger = Ledger(LESSON, {})
    ledger.add("update", CheckResult("test_it", "It is so.", "failed", 0.0, 1.0))
    diagnosis.examine(ledger, direct_door(member), ["update", "square"])
    assert not ledger.diagnoses


def test_probe_may_hand_a_function_of_its_own_to_student_code(direct_door):
    """Beside the modules of a submission a probe has a place to define what student code is to call."""
    member = next(m for m in corpus.members("wrong") if m.name == "square_overwrites_gradient")
    door = direct_door(member)
    door.begin("square", ())
    modules = Reach(door.module, door.define)
    twice = modules.define("def twice(value):\n    return value * 2.0\n", "twice")
    assert twice(modules("engine").Value(3.0)).data == 6.0


def test_several_studies_share_one_look(monkeypatch):
    """What the studies of an exercise look at in the same way is looked at once."""
    looks = []
    shared = dataclasses.replace(STUDIES[0], probe=looks.append)
    monkeypatch.setattr(diagnosis, "studies", lambda lesson: (shared, dataclasses.replace(shared)))
    door = SimpleNamespace(begin=lambda *_: None, module=None, define=None)
    diagnosis.probe(LESSON, door, shared.exercise)
    assert len(looks) == 1


# --- the curve of a named mistake -------------------------------------------------------------------


def figure(**lines):
    return Figure("Loss", "step", "loss", tuple(Series(name, values) for name, values in lines.items()))


@pytest.fixture
def drawn(direct_door):
    """`drawn(member, figure)`: the lines of the figure by name, once that member was examined."""

    def look_at(name, before):
        member = next(m for m in corpus.members("wrong") if m.name == name)
        ledger = Ledger(LESSON, {})
        ledger.add("train", CheckResult("test_it", "It is so.", "failed", 0.0, 1.0))
        ledger.figures["train"] = [before]
        diagnosis.examine(ledger, direct_door(member), ["train"])
        assert "train" in ledger.diagnoses
        (after,) = ledger.figures["train"]
        return {series.name: series.values for series in after.series}

    return look_at


NO_RESET = (36.0, 1.44, 20.7936, 44.5156)  # of a loop that adds up gradients, at the lesson's numbers


def test_named_mistake_has_a_curve_of_its_own(drawn):
    """Where the mistake gives other losses than the student's figure has, its line is drawn beside."""
    lines = drawn("train_forgets_reset", figure(expected=(36.0, 1.44), yours=(1.0, 2.0)))
    assert list(lines) == ["expected", "yours", "what this mistake gives"]
    assert lines["what this mistake gives"][:4] == pytest.approx(NO_RESET, rel=1e-5)


def test_curve_that_is_the_students_own_is_said_to_be(drawn):
    """Two lines on top of each other help nobody: one line, and what it is."""
    whole = drawn("train_forgets_reset", figure(yours=(0.0,)))["what this mistake gives"]
    rounded = tuple(float(f"{loss:.6g}") for loss in whole)
    assert list(drawn("train_forgets_reset", figure(yours=rounded))) == ["yours, and what this mistake gives"]


def test_mistake_that_this_figure_cannot_show_is_not_drawn(drawn):
    """Where the mistake gives what is expected, a line for it would say nothing."""
    whole = drawn("train_forgets_reset", figure(yours=(0.0,)))["what this mistake gives"]
    assert list(drawn("train_forgets_reset", figure(expected=whole, yours=(1.0,)))) == ["expected", "yours"]


def test_square_without_a_return_is_named_before_backward_is_written():
    """A student meets this with `backward` still to do, and what shows must not hang on it."""
    todo = 'raise NotImplementedError("square in engine.py is still to do")'
    engine = (LESSON.stubs / "engine.py").read_text(encoding="utf-8")
    assert todo in engine
    space: dict[str, object] = {}
    exec(engine.replace(todo, "return None"), space)
    (study,) = (study for study in STUDIES if study.exercise == "square")
    found = study.explain(look(study.probe, lambda _: SimpleNamespace(**space)), Outline())
    assert found.slug == "square-returns-nothing"
