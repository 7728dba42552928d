"""What a release knows of wrong models names every mistake as the models themselves do."""

import json
from itertools import islice, zip_longest

import pytest

from grader.checking import diagnosis, recorded
from grader.checking.study import Answer
from grader.checking.unordered import Unordered
from grader.doors.outline import Outline, SourceRow
from grader.lesson import catalog
from grader.release import recordings
from tests.grader.handins import LESSON

# What lesson 1 shows takes long to find out; a small study of its kind is below.
NAMES = [name for name in catalog.lesson_names(LESSON.root) if name != LESSON.name]


def read_back(lesson):
    """The studies that a release would read, with the probes and clues of the kit."""
    package = f"tests.{lesson.name}.misconceptions"
    files = recordings.recordings(lesson)
    return [
        *recorded._studies(package, json.loads(files[f"tests/{lesson.name}/misconceptions/recorded.json"]))
    ]


def observations(study):
    """What each model shows, right or wrong; answers stand among true ones."""
    truth = getattr(study, "truth", ())
    for model in (*study.right, *(model for m in study.misconceptions for model in m.models)):
        yield study.predict(model, dict(truth) if isinstance(study, Answer) else ())


OUTLINES = (  # with and without what clues look for
    Outline(),
    Outline(
        (
            SourceRow("function", "f", 1, 9),
            SourceRow("call", "backward", 3, 3),
            SourceRow("store", "grad", 5, 5),
        )
    ),
)


@pytest.mark.parametrize("name", NAMES)
def test_every_model_gets_the_same_name(name):
    """And the same words: nothing is lost in what is written down."""
    lesson = catalog.load(LESSON.root, name)
    own = diagnosis.studies(lesson)
    for study, copy in zip_longest(own, read_back(lesson)):
        for observed in islice(observations(study), 0, None, 3):
            for outline in OUTLINES:
                due, found = study.explain(observed, outline), copy.explain(observed, outline)
                assert (due is None) == (found is None)
                assert due is None or all(
                    getattr(due, word) == getattr(found, word)
                    for word in ("slug", "looks_like", "why", "mark")
                )


@pytest.mark.parametrize("name", NAMES)
def test_what_nobody_shows_is_not_named(name):
    """Nor is an observation of another kind than the probe's."""
    for study in read_back(catalog.load(LESSON.root, name)):
        for strange in ((), None, "text", {}, 7, (float("nan"),), 10**400, ("raised", "ValueError", "")):
            if isinstance(study, recorded.Recorded):
                assert study.explain(strange, Outline()) is None


@pytest.mark.parametrize("name", NAMES)
def test_a_recorded_mistake_can_not_be_read(name):
    """Neither its words nor its name; formulas over a student's own numbers have theirs in the open."""
    lesson = catalog.load(LESSON.root, name)
    files = recordings.recordings(lesson)
    everything = b"\n".join(files.values()).decode()
    records = files[f"tests/{name}/misconceptions/recorded.json"].decode()
    studies = diagnosis.studies(lesson)
    open_ones = {m.slug for s in studies if not recordings._is_recordable(s) for m in s.misconceptions}
    for each in (m for s in studies if recordings._is_recordable(s) for m in s.misconceptions):
        assert each.why not in records
        assert each.slug in open_ones or f'"{each.slug}"' not in everything


def test_the_same_lesson_gives_the_same_files():
    lesson = catalog.load(LESSON.root, NAMES[0])
    assert recordings.recordings(lesson) == recordings.recordings.__wrapped__(lesson)


# --- code whose results depend on an order that nobody chose ---------------------------------------------


def first(modules):
    return modules("m")[0]


def total(modules):
    return sum(modules("m"))


def probe(modules):
    """For `recordings`: a probe and clues are functions with a name."""


@pytest.fixture
def unordered():
    """A study of lists: a model is a list, in any order where nobody chose one."""
    models = {"small": [(1.0, 2.0)], "large": [(3.0, 4.0)], "alike": [(2.0, 1.0)]}
    told = {
        slug: {"looks_like": f"{slug}…", "why": "w", "question": "q", "slug": slug, "models": tuple(kinds)}
        for slug, kinds in models.items()
    }
    study = Unordered(
        exercise="e",
        about="f",
        probe=probe,
        right=((7.0, 7.0),),
        misconceptions=tuple(diagnosis_of(each) for each in told.values()),
        install=lambda about, model: lambda name: model,
        write=lambda about, model: "",
        parts=(first, total),
        in_any_order=lambda about, model: [lambda name: model, lambda name: model[::-1]],
    )
    record = recordings._record(0, study, __package__, "s")
    table = {"salt": "s", "studies": [json.loads(json.dumps(record))]}
    (copy,) = recorded._studies(__package__, table)
    return study, copy


def diagnosis_of(fields):
    from grader.checking.study import Misconception

    return Misconception(**fields)


@pytest.mark.parametrize(
    ("observed", "named"),
    [
        ((True, (1.0,), (3.0,)), "small"),
        ((True, (2.0,), (3.0,)), "alike"),
        ((True, (3.0,), (7.0,)), "large"),
        ((False, (3.0,), (7.0,)), "large"),
        ((False, (3.0, 4.0), (7.0,)), "large"),
        ((False, (3.0, 1.0), (7.0,)), None),
        ((False, (1.0, 2.0), (3.0,)), None),  # two of them can do that
        ((False, (), (3.0,)), None),
        ((True, (4.0,), (7.0,)), None),  # of `large`, but not in the order in which it is written
        ((False, (7.0,), (14.0,)), None),
    ],
)
def test_results_in_any_order(unordered, observed, named):
    """The model itself and what is written down of it agree."""
    for study in unordered:
        found = study.explain(observed, Outline())
        assert (found.slug if found else None) == named
