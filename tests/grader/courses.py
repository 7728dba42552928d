"""nbgrader courses to try the real tools on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from grader.bridge import course, gradebook
from grader.release.recordings import recordings
from tests.grader.handins import LESSON
from tests.grader.notebooks import Notebook, lay_notebook
from tests.grader.once import made_once

BIN = Path(sys.executable).parent
Start = Callable[[Sequence[str], Mapping[str, str], Path], tuple[int, str]]  # arguments, environment, cwd


def anew(arguments: Sequence[str], environment: Mapping[str, str], cwd: Path) -> tuple[int, str]:
    """The exit code and the output of `nbgrader` in a new Python."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


class Course:
    """A course folder, and nbgrader's own commands in it; `start` runs them."""

    def __init__(self, folder: Path, start: Start = anew) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder}/gradebook.db"
        self._start = start
        if not folder.exists() or not any(folder.iterdir()):
            course.write(LESSON, folder, recordings(LESSON))

    def environment(self) -> dict[str, str]:
        """Nothing of the user's own configuration has a say."""
        own = {
            f"JUPYTER_{name}_DIR": str(self.folder / ".own" / name) for name in ("CONFIG", "DATA", "RUNTIME")
        }
        paths = {
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "IPYTHONDIR": str(self.folder / ".ipython"),
        }
        return {**os.environ, **own, **paths}

    def nbgrader(self, *arguments: str) -> str:
        """Run `nbgrader ARGUMENTS`; returns what it said."""
        code, said = self._start(arguments, self.environment(), self.folder)
        assert code == 0, f"nbgrader {' '.join(arguments)}:\n{said}"
        return said

    def hand_in(self, student: str, page: Notebook) -> Path:
        return lay_notebook(self.folder / "submitted" / student / "first_loop", page)


def empty(paths: pytest.TempPathFactory) -> Path:
    """A course whose gradebook knows the lesson and no student, to be copied: to make one takes seconds.

    It is made where no PATH leads anywhere, and nbgrader starts a program by name to make it.
    """

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PATH", os.devnull)
            gradebook.sync(LESSON, [], Course(folder).url)

    return made_once(paths, "course", make)


def copied(paths: pytest.TempPathFactory, folder: Path) -> Course:
    """Such a course of one's own."""
    shutil.copytree(empty(paths), folder, dirs_exist_ok=True)
    return Course(folder)
