"""Files under another name are found, and student code gets no module that it will miss when it is graded."""

import sys

import pytest

from grader.doors.belongings import misplaced
from grader.student import Stopped


@pytest.mark.parametrize(
    "name",
    [
        "engine (1).py",
        "engine(2).py",
        "engine copy.py",
        "Engine.py",
        "engine.py.txt",
        "engine - Copy.py",
        "engine",
    ],
)
def test_a_file_of_nearly_the_same_name_is_found(tmp_path, name):
    (tmp_path / name).touch()
    assert misplaced(tmp_path, "engine.py", ()) == f"; there is `{name}`: rename it to engine.py"


@pytest.mark.parametrize("name", ["engineer.py", "my_engine.py", "training.py", "engine.md"])
def test_another_file_is_another_file(tmp_path, name):
    (tmp_path / name).touch()
    assert misplaced(tmp_path, "engine.py", (tmp_path,)) == ""


def test_a_file_one_folder_too_high_is_found(tmp_path):
    """As when an editor saved it beside the lesson's folder."""
    (tmp_path / "engine.py").touch()
    (tmp_path / "first_loop").mkdir()
    told = misplaced(tmp_path / "first_loop", "engine.py", (tmp_path,))
    assert told == f"; there is one in {tmp_path.name}/: move it to first_loop/"


def test_a_student_is_told_so(direct):
    door = direct({"engine.py": None})
    (door.folder / "engine (1).py").touch()
    with pytest.raises(Stopped, match=r"engine\.py is missing; there is `engine \(1\)\.py`"):
        door.module("engine")


@pytest.mark.parametrize("line", ["import rich", "from rich import print", "import rich.text"])
def test_what_is_installed_here_is_not_there_when_it_is_graded(direct, line, monkeypatch):
    """Student code gets no module but its own and the library's; the library and the tests get all."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "rich"]:
        monkeypatch.delitem(sys.modules, name)
    door = direct({"training.py": f"import json, turtle_mine\n{line}\n"})
    (door.folder / "turtle_mine.py").touch()
    door.begin("update", ())
    with pytest.raises(Stopped, match=r"training\.py imports something that is not there \(line 2\)"):
        door.module("training")
    import rich

    assert rich
