"""Tries what other systems take as these systems would, on stubs and solutions, before it is written."""

import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from grader.errors import KitError
from grader.model import Lesson
from grader.release import command, leaks
from grader.release.needed import Sources

# What classroom50's runner sets; the names are made up.
_RUNNER = {
    **{"CLASSROOM": "class", "ASSIGNMENT": "assignment", "SUBMISSION_TAG": "submit/1"},
    **{f"{name}_URL": f"https://class.example/{name.lower()}" for name in ("COMMIT", "RELEASE", "REVIEW")},
}


def gradescope(files: Sources, lesson: Lesson) -> list[str]:
    """Run the autograder with `AUTOGRADER` in the place of /autograder; what was seen, a line each."""
    with tempfile.TemporaryDirectory(prefix="release-") as place:
        home = Path(place)
        _lay(home / "source", files)
        for folder, due in _due(lesson):
            _lay(home / "submission", _work(lesson, folder))
            (home / "results").mkdir(exist_ok=True)
            _run(["bash", str(home / "source" / "run_autograder")], home, {"AUTOGRADER": place})
            found = json.loads((home / "results" / "results.json").read_text(encoding="utf-8"))["score"]
            _require(found, due, folder.parent.name)
    return [f"its autograder gives the stubs 0 points and the solutions {due:g}"]


def classroom50(files: Sources, lesson: Lesson) -> list[str]:
    """Run the bundle's autograder.py in a student's tree; what was seen, a line each."""
    with tempfile.TemporaryDirectory(prefix="release-") as place:
        home = Path(place)
        _lay(home / "out", files)
        script = home / "out" / "autograders" / lesson.name / "autograder.py"
        variables = {**_RUNNER, "LEARNING_LOOP_KIT": str(home / "out" / "kit")}
        for folder, due in _due(lesson):
            _lay(home / "exercises" / lesson.name, _work(lesson, folder))
            _run([sys.executable, str(script)], home, variables)
            found = json.loads((home / "result.json").read_text(encoding="utf-8"))["score"]
            _require(found / 100, due, folder.parent.name)
        page = (home / "release-body.md").is_file() and (home / "report.html").is_file()
    if not page:
        raise KitError("the bundle writes no release-body.md or no report.html")
    return [f"its autograder.py gives the stubs 0 points and the solutions {due:g}, with both pages"]


def nbgrader(files: Sources, lessons: Sequence[Lesson]) -> list[str]:
    """Let nbgrader make the students' version, and look for what should not be in it."""
    with tempfile.TemporaryDirectory(prefix="release-") as place:
        home = Path(place)
        _lay(home, files)
        own = {f"JUPYTER_{name}_DIR": place for name in ("CONFIG", "DATA", "RUNTIME")}
        for lesson in lessons:
            arguments = [sys.executable, "-m", "nbgrader", "generate_assignment", lesson.name]
            _run(arguments, home, {**own, "IPYTHONDIR": place})
        out = home / "release"
        handed_out = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    found = leaks.leaks(handed_out, leaks.secrets(lessons))
    if found or not handed_out:
        raise KitError(found[0] if found else "nbgrader made no students' version", "nothing was written")
    made = f"`nbgrader generate_assignment` makes {len(handed_out)} files for students"
    return [f"{made}, and none holds a line of a solution"]


def _due(lesson: Lesson) -> Sequence[tuple[Path, float]]:
    return (lesson.stubs, 0.0), (lesson.solutions, sum(exercise.points for exercise in lesson.exercises))


def _work(lesson: Lesson, folder: Path) -> Sources:
    return {name: (folder / name).read_bytes() for name in lesson.files}


def _lay(folder: Path, files: Sources) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _run(arguments: Sequence[str], folder: Path, more: Mapping[str, str]) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    command.run(arguments, folder, {**os.environ, "PATH": path, **more}, "a trial run failed")


def _require(found: float, due: float, what: str) -> None:
    if abs(found - due) > 0.005:
        raise KitError(f"in a trial run, {what} got {found:g} points, not {due:g}", "nothing was written")
