"""The submissions that benchmarks grade: the solution, and the solution with mistakes in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.intake import intake
from grader.lesson import catalog
from grader.model import Lesson, Submission

ROOT = Path(__file__).parents[2]
LESSON = catalog.load(ROOT, "first_loop")

_MISTAKES = {  # what stands in the solution → what some students write; one exercise each
    "2 * self.data * out.grad": "self.data * out.grad",
    "w.data -= lr": "w.data += lr",
    "GRADIENT = -24": "GRADIENT = -12",
    "w.grad = 0.0": "pass",
}


@dataclass(frozen=True)
class Subject:
    """One submission on disk, and how many exercises in it are wrong."""

    title: str
    folder: Path
    wrong: int

    def read(self) -> Submission:
        """What intake makes of it."""
        (entry,) = intake.find(self.folder, LESSON)
        return intake.read(entry, LESSON)


def right(lesson: Lesson) -> Submission:
    """The solution of any lesson, as a submission."""
    (entry,) = intake.find(lesson.solutions, lesson)
    return intake.read(entry, lesson)


def subjects(place: Path) -> tuple[Subject, ...]:
    """Right, wrong in one exercise, and wrong in four. What is not there yet is written into `place`."""
    right = Subject("right", LESSON.solutions, 0)
    wrong = (_written(place, title, count) for title, count in (("wrong in one", 1), ("wrong in four", 4)))
    return right, *wrong


def _written(place: Path, title: str, count: int) -> Subject:
    folder = place / title.replace(" ", "_")
    folder.mkdir()
    for name, text in _with_mistakes(dict([*_MISTAKES.items()][:count])).items():
        (folder / name).write_text(text, encoding="utf-8")
    return Subject(title, folder, count)


def _with_mistakes(mistakes: Mapping[str, str]) -> dict[str, str]:
    texts = {name: (LESSON.solutions / name).read_text(encoding="utf-8") for name in LESSON.files}
    for right, wrong in mistakes.items():
        (name,) = (name for name, text in texts.items() if right in text)
        texts[name] = texts[name].replace(right, wrong)
    return texts
