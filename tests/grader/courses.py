"""nbgrader courses to try the real tools on."""

import os
import subprocess
import sys
from pathlib import Path

from grader.bridge import course
from grader.release.recordings import recordings
from tests.grader.handins import LESSON
from tests.grader.notebooks import Notebook, lay_notebook

BIN = Path(sys.executable).parent


class Course:
    """A course folder, and nbgrader's own commands in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder}/gradebook.db"
        course.write(LESSON, folder, recordings(LESSON))

    def environment(self) -> dict[str, str]:
        """Nothing of the user's own configuration has a say."""
        own = {
            f"JUPYTER_{name}_DIR": str(self.folder / ".own" / name) for name in ("CONFIG", "DATA", "RUNTIME")
        }
        paths = {
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "IPYTHONDIR": str(self.folder / ".own" / "ipython"),
        }
        return {**os.environ, **own, **paths}

    def nbgrader(self, *arguments: str) -> str:
        """Run `nbgrader ARGUMENTS`; returns what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"nbgrader {' '.join(arguments)}:\n{done.stderr}"
        return done.stdout + done.stderr

    def hand_in(self, student: str, page: Notebook) -> Path:
        return lay_notebook(self.folder / "submitted" / student / "first_loop", page)
