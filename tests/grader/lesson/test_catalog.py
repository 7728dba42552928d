"""A catalog is read whole, or the author is told exactly what is wrong with it."""

import shutil
from dataclasses import replace

import pytest

from grader.bridge import course
from grader.errors import KitError
from grader.lesson import catalog
from grader.model import Hint, Limits
from tests.grader.conftest import ROOT


def test_lesson_one_is_what_the_course_promises(lesson):
    """Seven exercises for 95 points, in the order of the lesson, and five points by hand."""
    exercises = ["by_hand", "square", "backward", "squared_loss", "update", "train", "failure_modes"]
    assert [e.name for e in lesson.exercises] == exercises
    assert [e.points for e in lesson.exercises] == [10, 15, 20, 10, 10, 20, 10]
    assert sum(question.points for question in lesson.questions) == 5
    assert lesson.files == ("by_hand.py", "engine.py", "training.py", "failure_modes.py", "reflections.md")


def test_every_field_is_read(kit):
    """What the catalog says arrives where the rest of the kit looks for it."""
    lesson = kit()
    double, quadruple = lesson.exercises
    assert (lesson.title, lesson.written_file) == ("A small lesson", "words.md")
    assert (double.title, double.file, double.points) == ("Twice a number", "sums.py", 6.0)
    assert double.hints == (Hint("Add it to itself."), Hint("x + x")) and quadruple.needs == ("double",)
    assert (lesson.questions[0].title, lesson.questions[0].rubric) == ("Why?", "Because.")
    assert lesson.limits == Limits()


def test_lessons_stand_in_the_order_of_the_course(edited):
    """Whatever their names are; one whose catalog is broken stands there as well, and is told of later."""
    second = edited("minutes", "session = 2\nminutes")
    for name, text in {"a_third": "session = 3\n", "z_first": "", "broken": "session ="}.items():
        (second.root / "exercises" / name).mkdir()
        (second.root / "exercises" / name / "lesson.toml").write_text(text)
    assert catalog.lesson_names(second.root) == ("broken", "z_first", second.name, "a_third")
    assert second.session == 2


def test_limits_can_be_set(edited):
    """Those that are not named keep their usual values."""
    assert edited("", "[limits]\ncalls = 7\n").limits == replace(Limits(), calls=7)


def test_an_exercise_may_hold_several_functions(edited):
    """By default it is made of one, of its own name."""
    double, quadruple = edited("points = 6", 'functions = ["twice", "thrice"]\npoints = 6').exercises
    assert double.defines == ("twice", "thrice") and quadruple.defines == ("quadruple",)


def test_what_is_given_has_no_points(edited):
    """But some exercise has."""
    lesson = edited("points = 6", "points = 0")
    double, quadruple = lesson.exercises
    path = lesson.stubs / "lesson.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("points = 4", "points = 0"), encoding="utf-8")
    assert double.given and double.points == 0 and not quadruple.given
    with pytest.raises(KitError, match=r"no \[\[exercise\]\] has points"):
        catalog.load(lesson.root, lesson.name)


@pytest.fixture
def edited(kit):
    """`edited(old, new)`: the small lesson with `old` in its catalog replaced; "" stands for its end."""

    def edit(old, new):
        lesson = kit()
        path = lesson.stubs / "lesson.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1) if old else f"{text}\n{new}", encoding="utf-8")
        return catalog.load(lesson.root, lesson.name)

    return edit


MILESTONE = '[[milestone]]\nname = "sees"\ntitle = "You see"\n'


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("title = ", "title ", "is not valid TOML"),
        ('"A small lesson"', '" "', "the lesson: title should be a text that is not empty, .* is ' '"),
        ('written_file = "words.md"', "", "the lesson: written_file should be a text .* there is nothing"),
        (
            "[5, 10]",
            "[10, 5]",
            r"minutes should be two whole numbers, e.g. \[75, 90\], but there is \[10, 5\]",
        ),
        ("[5, 10]", "5", "minutes should be two whole numbers"),
        ("minutes", "session = 0\nminutes", "session should be a whole number from 1 on, but there is 0"),
        ("minutes", "session = true\nminutes", "session should be a whole number from 1 on"),
        ('name = "double"', "name = 2", r"an \[\[exercise\]\]: name should be a text .* there is 2"),
        ('file = "sums.py"', "", "exercise 'double': file should be a text .* there is nothing"),
        ("points = 6", "points = -1", "exercise 'double': points should be a number above 0, .* is -1"),
        ("points = 6", "points = false", "points should be a number above 0, but there is False"),
        ("points = 6", 'functions = "double"\npoints = 6', "'double': functions should be a list of texts"),
        ("points = 6", "points = true", "points should be a number above 0, but there is True"),
        ("points = 6", 'points = "6"', "points should be a number above 0, but there is '6'"),
        ("points = 6", "points = nan", "points should be a number above 0, but there is nan"),
        ("points = 6", "points = inf", "points should be a number above 0, but there is inf"),
        ('hints = ["Use what you have."]', 'hints = "Use"', "'quadruple': hints should be a list of texts"),
        (
            'needs = ["double"]',
            'needs = ["treble"]',
            "'quadruple' needs 'treble', which is no earlier exercise",
        ),
        (
            '["Use what you have."]',
            '["a", " "]',
            r"'quadruple': hints: text should be a text .* there is ' '",
        ),
        ('["Use what you have."]', '[{ txt = "a" }]', "'quadruple': hints: txt is unknown; .* text, checks"),
        ("title", 'order = ["treble"]\ntitle', "order names unknown exercise 'treble'"),
        ('["Use what you have."]', "[3]", "hints: text should be a text that is not empty, but there is 3"),
        ('needs = ["double"]', 'needs = ["quadruple"]', "needs 'quadruple', which is no earlier exercise"),
        ('name = "quadruple"', 'name = "double"', "two exercises are named 'double'"),
        ('title = "Why?"', 'title = "Why?"\nrubric = "So."', "'why': its rubric stands where students read"),
        ("[[question]]", "[question]", r"question should be tables headed \[\[question\]\]"),
        ("[[question]]", "[[questions]]", "the lesson: questions is unknown; known are title, minutes, "),
        ('hints = ["Use', 'hint = ["Use', "exercise 'quadruple': hint is unknown; known are name, .*hints"),
        (
            'title = "Why?"',
            'prompt = 3\ntitle = "Why?"',
            "'why': prompt should be a text .* there is 3",
        ),
        ("", "limits = 3\n", "question 'why': limits is unknown"),
        ("title", "limits = 3\ntitle", r"limits should be a table headed \[limits\], but there is 3"),
        ("", "[[exercise]]\n", r"an \[\[exercise\]\]: name should be a text"),
        ("", "[limits]\ncall = 7\n", r"\[limits\]: call is unknown; known are .*calls"),
        ("", "[limits]\ncalls = -1\n", r"\[limits\]: calls should be a number above 0"),
        ("", MILESTONE + 'question = "how"', "'sees' asks for unknown question 'how'"),
        ("", MILESTONE + 'checks = ["treble::test_1"]', "'sees' asks for unknown check 'treble::test_1'"),
    ],
)
def test_a_wrong_catalog_is_told_where_and_what(edited, old, new, complaint):
    """Every complaint names the file, the table and the field, what was expected and what there is."""
    with pytest.raises(KitError, match=complaint) as error:
        edited(old, new)
    assert "lesson.toml" in error.value.message


def test_a_lesson_has_an_exercise(kit):
    """A title alone is no lesson."""
    with pytest.raises(KitError, match="at least one"):
        kit({"exercises/NAME/lesson.toml": 'title = "t"\nminutes = [1, 2]\nwritten_file = "w.md"\n'})


def test_a_table_is_a_table(kit):
    """A list of something else is named, too."""
    catalog_text = 'title = "t"\nminutes = [1, 2]\nwritten_file = "w"\nexercise = [1]\n'
    with pytest.raises(KitError, match=r"exercise should be tables headed \[\[exercise\]\]"):
        kit({"exercises/NAME/lesson.toml": catalog_text})


def test_an_unknown_lesson_is_answered_with_those_there_are():
    """A slip in a name is met with the right one."""
    with pytest.raises(KitError, match="no lesson named 'first_lop'") as error:
        catalog.load(ROOT, "first_lop")
    assert "first_loop" in error.value.hint and "first_loop" in catalog.lesson_names(ROOT)


def test_the_root_is_found_from_below(lesson, tmp_path):
    """From any folder of the kit, and from no other."""
    assert catalog.find_root(lesson.suite / "conftest.py") == ROOT
    with pytest.raises(KitError, match="no kit found at or above"):
        catalog.find_root(tmp_path)


@pytest.mark.parametrize(
    "path", ["exercises/{}/lesson.toml", "tests/{}/test_double.py", "solutions/{}/sums.py"]
)
def test_what_a_grade_depends_on_changes_the_digest(kit, path):
    """Catalog, suite and solutions; a byte of any of them is enough."""
    lesson = kit()
    before = catalog.digest(lesson)
    with (lesson.root / path.format(lesson.name)).open("a") as file:
        file.write("\n")
    assert catalog.digest(lesson) != before


def test_the_name_of_a_file_is_part_of_the_digest(kit):
    """A suite that is renamed checks another exercise."""
    lesson = kit()
    before = catalog.digest(lesson)
    (lesson.suite / "test_double.py").rename(lesson.suite / "test_quadruple.py")
    assert catalog.digest(lesson) != before


def test_where_a_kit_is_does_not_change_the_digest(kit, tmp_path):
    """A copy elsewhere, with the leavings of a run, gives the same grades."""
    lesson = kit()
    shutil.copytree(lesson.root, tmp_path / "copy")
    (tmp_path / "copy/tests" / lesson.name / "__pycache__").mkdir()
    (tmp_path / "copy/tests" / lesson.name / "__pycache__/test_double.pyc").write_bytes(b"x")
    assert catalog.digest(replace(lesson, root=tmp_path / "copy")) == catalog.digest(lesson)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("why = 3", "the rubrics: why should be a text"),
        ('why = "So."\nwhen = "Now."', "the rubrics: when is unknown; known are why"),
        ("why", "is not valid TOML"),
    ],
)
def test_rubrics_that_fit_no_question_are_told(kit, text, said):
    """A slip in the file of rubrics is said when the lesson is loaded, with the file's name."""
    with pytest.raises(KitError, match=rf"rubrics\.toml.*{said}"):
        kit({"solutions/NAME/rubrics.toml": text})


def test_a_students_copy_has_no_rubrics_and_needs_none(kit):
    """Without them a lesson is loaded as ever; who marks is told what is missing."""
    lesson = kit({"solutions/NAME/rubrics.toml": None})
    assert lesson.questions[0].rubric == ""
    with pytest.raises(KitError, match=r"rubrics\.toml says nothing of question `why`"):
        catalog.require_rubrics(lesson)
    catalog.require_rubrics(kit())


def test_a_rubric_is_no_part_of_a_grade(kit):
    """Better words for those who mark are no reason to grade a class again."""
    lesson = kit()
    before = catalog.digest(lesson)
    (lesson.solutions / "rubrics.toml").write_text('why = "Because it is so."\n')
    assert catalog.digest(lesson) == before


def test_nothing_that_students_get_has_a_rubric(lesson, tmp_path):
    """Neither exercises/ nor what nbgrader hands out beside the notebook, out of which it takes them."""
    course.write(lesson, tmp_path)
    given = [*(ROOT / "exercises").rglob("*"), *(tmp_path / "source/first_loop").rglob("*")]
    texts = [p.read_text(encoding="utf-8") for p in given if p.suffix in (".md", ".toml", ".py")]
    assert len(texts) > 10 and all(question.rubric for question in lesson.questions)
    assert not [q.name for q in lesson.questions for text in texts if q.rubric in text]
