"""The direct door: a student's own modules, imported as Python imports them, anew for every check."""

from contextlib import suppress
from dataclasses import replace

import pytest

from grader.doors.direct import DirectDoor
from grader.student import Place, Stopped, StudentError
from tests.grader.conftest import ROOT

TRAINING = (ROOT / "solutions" / "first_loop" / "training.py").read_text(encoding="utf-8")
ASKS = 1 + TRAINING.split("\n").index("from engine import Value")  # the line in which it asks for engine.py


def end_of(line):
    """Adds a line to the end of a file."""
    return lambda text: f"{text}\n{line}\n"


def test_a_module_is_the_students_own(direct):
    """It computes as the file says, and its siblings import each other."""
    door = direct({"engine.py": end_of("mark = 'mine'")})
    training, engine = door.module("training"), door.module("engine")
    assert engine.mark == "mine" and training.Value is engine.Value
    assert engine.Value(3.0).square().data == 9.0


def test_every_check_gets_fresh_modules(direct):
    """What one check changes, the next does not see; within a check a module is imported once."""
    door = direct({})
    first = door.module("engine")
    first.Value = None
    assert door.module("engine") is first
    door.begin("backward", ())
    assert door.module("engine") is not first and door.module("engine").Value is not None


def test_a_file_of_answers_and_functions(direct, lesson):
    """Once its constants are read they stay as they were; its functions can be called all the same."""
    door = direct({"by_hand.py": "LOSS = [1]\ndef double(x): return 2 * x\n"})
    answers, *others = lesson.exercises
    door.lesson = replace(lesson, exercises=(replace(answers, functions=("double",)), *others))
    assert door.constants("by_hand").LOSS == door.module("by_hand").LOSS == [1]
    assert door.module("by_hand").double(4) == 8


def test_two_students_do_not_share_modules(direct, lesson):
    """The door that begins a check last is the one that imports."""
    door = direct({"by_hand.py": "LOSS = 1"})
    assert door.module("by_hand").LOSS == 1
    solution = DirectDoor(lesson, lesson.solutions)
    solution.begin("by_hand", ())
    assert solution.module("by_hand").LOSS == 36
    door.begin("by_hand", ())
    assert door.module("by_hand").LOSS == 1


def test_a_check_waits_for_what_it_needs(direct, lesson, tmp_path):
    """Where there are no solutions nothing stands in, and the check says what it waits for."""
    door = direct({})
    door.lesson = replace(lesson, root=tmp_path)
    with pytest.raises(Stopped) as stop:
        door.begin("train", ("square", "update"))
    assert (stop.value.status, stop.value.message) == ("waiting", "waiting for `square` and `update`")


@pytest.mark.parametrize("engine", [None, "def f(:", "class Value: pass", lambda text: text])
def test_a_working_version_stands_in(direct, engine):
    """Whatever is there of the student's own; and in the next check it is gone again."""
    door = direct({"engine.py": engine})
    with suppress(Stopped):
        door.module("engine")
    door.begin("squared_loss", ("square", "backward"))
    Value, training = door.module("engine").Value, door.module("training")
    assert training.squared_loss(Value(3.0), 2.0, 1.0).data == 25.0
    door.begin("square", ())
    if callable(engine):
        assert "<working" not in door.module("engine").Value.square.__code__.co_filename
    elif engine == "class Value: pass":
        assert not hasattr(door.module("engine").Value, "square")
    else:
        with pytest.raises(Stopped, match=r"engine\.py"):
            door.module("engine")


CURIOUS = """
import inspect, traceback


def squared_loss(w, x, y):
    try:
        (w * x - y).square().backward(1)
    except TypeError:
        traceback.print_exc()
    for thing in (type(w), type(w).square):
        try:
            print(inspect.getsource(thing))
        except (OSError, TypeError):
            print("no source")
    return (w * "x").square()


"""


def test_nobody_is_shown_a_working_version(direct, capsys):
    """Not in what student code prints of it, and not in the words of an error that comes out of it."""
    door = direct(
        {"engine.py": None, "training.py": lambda text: text.replace("def train", f"{CURIOUS}def train")}
    )
    door.begin("squared_loss", ("square", "backward"))
    Value, training = door.module("engine").Value, door.module("training")
    with pytest.raises(TypeError) as raised:
        training.squared_loss(Value(3.0), 2.0, 1.0)
    told, shown = door.told(raised.value), "".join(capsys.readouterr())
    assert isinstance(told, StudentError) and told.message == ""
    assert door.place(told).file == "training.py"
    assert "no source" in shown and "_backward" not in shown and "self" not in shown


def test_what_a_check_says_itself_is_no_secret(direct):
    """With a working version or without."""
    door = direct({})
    door.begin("squared_loss", ("square",))
    said = AssertionError("it should be 4")
    assert door.told(said) is said


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (None, "failed", "engine.py is missing"),
        ("x = 1\ndef f(:\n", "failed", "engine.py has a syntax error (line 2): "),
        ("x = 1\nexit()\n", "failed", "engine.py ends the program while it is imported (line 2)"),
        ("x = input()\n", "failed", "engine.py asks for input while it is imported (line 1)"),
        ("raise NotImplementedError\n", "todo", "engine.py is not filled in yet"),
        (
            "def f():\n    raise NotImplementedError\nf()\n",
            "todo",
            "engine.py calls what is still to do while it is imported; move the call under",
        ),
        (
            "from training import train\n",
            "failed",
            f"engine.py could not be imported (training.py, line {ASKS})",
        ),
    ],
)
def test_a_module_that_cannot_be_imported_stops_the_check(direct, content, status, words):
    """Whatever the reason, a student reads a sentence, and the checks after it hear the same."""
    door = direct({"engine.py": content})
    for _ in range(2):
        with pytest.raises(Stopped, match=r"engine\.py") as stop:
            door.module("engine")
        assert stop.value.status == status and stop.value.message.startswith(words)
        assert stop.value.unimportable == "engine.py"
        door.begin("square", ())


def test_no_message_names_the_folder(direct):
    """Where a student keeps the files is in no message, so both doors say the same."""
    door = direct({"engine.py": "from training import train\n"})
    with pytest.raises(Stopped) as stop:
        door.module("engine")
    assert stop.value.message.endswith("(most likely due to a circular import) (engine.py)")


def test_an_import_that_hangs_is_not_tried_twice(direct):
    """The next check hears at once what the first one had to wait for."""
    tried = "import builtins\nbuiltins.tried = getattr(builtins, 'tried', 0) + 1\n"
    hang = "from grader.student import Stopped\nraise Stopped('timed_out', 'your code hung')\n"
    door = direct({"engine.py": tried + hang})
    for _ in range(2):
        with pytest.raises(Stopped, match=r"while engine\.py was imported, your code hung"):
            door.module("engine")
        door.begin("square", ())
    import builtins

    assert vars(builtins).pop("tried") == 1


def test_a_text_file_may_come_from_any_editor(direct):
    """A byte order mark and stray bytes are no obstacle to reading."""
    door = direct({"reflections.md": b"\xef\xbb\xbf# caf\xe9"})
    assert door.text("reflections.md") == "# caf\ufffd"


def test_a_missing_text_file_stops_the_check(direct):
    """As a missing module does."""
    with pytest.raises(Stopped, match=r"reflections\.md is missing"):
        direct({"reflections.md": None}).text("reflections.md")


def test_a_place_is_the_innermost_line_of_the_students(direct):
    """An error in code that student code calls is blamed on the line that called it."""
    door = direct({"by_hand.py": "import json\n\n\ndef f():\n    return json.loads('{')\n"})
    with pytest.raises(ValueError) as raised:
        door.module("by_hand").f()
    assert door.place(raised.value) == Place("by_hand.py", 5, "f")
    assert door.place(ValueError("of a check")) is None


def test_an_outline_tells_what_stands_where(direct):
    """And tells nothing of a file that cannot be read as Python."""
    door = direct({"by_hand.py": "Y_HAT = -2\n", "training.py": "def f(:\n"})
    assert door.outline("by_hand.py").line("Y_HAT") == 1
    assert door.outline("training.py").rows == door.outline("nothing.py").rows == ()


def test_a_text_of_the_suite_becomes_a_real_object(direct):
    """It knows nothing of the student's modules, nor they of it."""
    door = direct({"engine.py": "number = 1\n\ndef use(f):\n    return f(2.0)\n"})
    engine = door.module("engine")
    assert engine.use(door.define("f = lambda x: x + 1", "f")) == 3.0
    with pytest.raises(NameError):
        engine.use(door.define("f = lambda x: number", "f"))
    assert not hasattr(engine, "f")
