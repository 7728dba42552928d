"""Proves that a release works, before anybody gets it: installs it, and asks it about stubs and solutions.

All of it happens in a folder for a while, so that no trace of it is in what students receive.
"""

import json
import os
import shutil
import tempfile
import tomllib
import venv
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from grader.errors import KitError
from grader.model import Lesson
from grader.release import command
from grader.release.contents import dependencies
from grader.release.needed import Sources

_INSTALLED = "installed with pip into a new environment"
_REUSED = "ran with the packages installed here; that pip can install it was not tried"
# What this process was told of its own pytest, packages and CI is no business of the one that is tried.
_OURS = ("PYTEST", "PYTHON", "COV", "GITHUB", "VIRTUAL_ENV", "FEEDBACK", "HYPOTHESIS")


def prove(files: Sources, lessons: Sequence[Lesson], *, reuse: bool) -> list[str]:
    """What was seen, a line each; KitError where the release is not as it should be."""
    with tempfile.TemporaryDirectory(prefix="release-") as place:
        trial = _Trial(Path(place), reuse)
        trial.lay(files)
        trial.install(files)
        stubs = trial.points([])
        _require(stubs, {lesson.name: 0.0 for lesson in lessons}, "the stubs")
        solved = trial.points([f"--submission={trial.solved(lessons)}"])
        full = {lesson.name: sum(e.points for e in lesson.exercises) for lesson in lessons}
        _require(solved, full, "the solutions")
    total = sum(full.values())
    return [
        _REUSED if reuse else _INSTALLED,
        f"its CI script ends well, and finds 0 of {total:g} points on the stubs",
        f"its checks find {total:g} of {total:g} points on the solutions",
    ]


def _require(found: dict[str, float], due: dict[str, float], what: str) -> None:
    for name, points in due.items():
        if abs(found.get(name, -1.0) - points) > 0.005:
            seen = f"{found[name]:g} points" if name in found else "no points"
            raise KitError(
                f"in the release, {what} of {name} get {seen}, not {points:g}",
                "`grader lint` says whether it is so in the kit; nothing was written",
            )


class _Trial:
    """A release in `place`, and an environment to run it in."""

    def __init__(self, place: Path, reuse: bool) -> None:
        self.place = place
        self.reuse = reuse
        self.repository = place / "repository"
        self.environment = place / "environment"
        self.bin = self.environment / ("Scripts" if os.name == "nt" else "bin")

    def lay(self, files: Sources) -> None:
        for name, content in files.items():
            path = self.repository / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def solved(self, lessons: Iterable[Lesson]) -> Path:
        """A folder with the solutions in it, outside of the repository."""
        folder = self.place / "solved"
        shutil.copytree(self.repository / "exercises", folder)
        for lesson in lessons:
            for file in lesson.files:
                (folder / lesson.name / file).write_bytes((lesson.solutions / file).read_bytes())
        return folder

    def install(self, files: Sources) -> None:
        """An environment that holds what `pip install -e .` brings, and nothing else."""
        venv.create(self.environment, with_pip=not self.reuse)
        if not self.reuse:
            pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            self._run([*pip, "-c", "constraints.txt", "-e", "."], "pip cannot install the release")
            return
        packages = next(self.environment.rglob("site-packages"))
        for name, path in _installed(files["pyproject.toml"].decode()):
            link = packages / name
            link.symlink_to(path, target_is_directory=path.is_dir())
        (packages / "release.pth").write_text(f"{self.repository}\n", encoding="utf-8")
        about = packages / "learning_loop-0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: learning-loop\nVersion: 0\n")
        (about / "entry_points.txt").write_text("[pytest11]\nlearning-loop = grader.elsewhere\n")

    def points(self, arguments: Sequence[str]) -> dict[str, float]:
        """What the release's own CI script finds, by lesson."""
        told = self.repository / "feedback.json"
        script = (self.repository / ".github" / "feedback.sh").as_posix()
        self._said(["bash", script, *arguments], "the CI script of the release fails")
        found = json.loads(told.read_text(encoding="utf-8"))
        told.unlink()
        return {name: points for name, (points, _) in found.items()}

    def _run(self, arguments: Sequence[str], trouble: str) -> None:
        python = self.bin / ("python.exe" if os.name == "nt" else "python")
        self._said([str(python), *arguments], trouble)

    def _said(self, arguments: Sequence[str], trouble: str) -> None:
        command.run(arguments, self.repository, self._variables(), trouble)

    def _variables(self) -> dict[str, str]:
        others = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        return {**others, "PATH": f"{self.bin}{os.pathsep}{os.environ.get('PATH', '')}", "COLUMNS": "80"}


def _installed(pyproject: str) -> Iterator[tuple[str, Path]]:
    """The top folders and files of the packages that a release needs, as they are installed here."""
    names = dependencies(tomllib.loads(pyproject)["project"]["dependencies"])
    for name in sorted(names):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        tops = {file.parts[0] for file in found.files or () if file.parts[0] not in ("..", "__pycache__")}
        yield from ((top, Path(str(found.locate_file(top)))) for top in sorted(tops))
