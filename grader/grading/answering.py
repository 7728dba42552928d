"""What the process that grades on a cluster does with a request. It does not load `distributed`."""

from functools import cache
from pathlib import Path

from grader.box import confine
from grader.errors import KitError
from grader.grading import batch, job, parcel
from grader.grading.changes import Conditions
from grader.lesson import catalog
from grader.model import Lesson
from grader.text import one_line


def fits(data: bytes) -> bytes:
    """Whether this process grades under the conditions that are asked for, and if not, why."""
    asked = parcel.request(data)
    return parcel.refusal(_misfit(asked.lesson, asked.conditions))


def graded(data: bytes) -> bytes:
    """Grade one submission, or say why not."""
    asked = parcel.request(data)
    if why := _misfit(asked.lesson, asked.conditions):
        return parcel.refusal(why)
    found = parcel.unpacked(asked, _lesson(asked.lesson))
    try:
        outcome = job.charge(found) if asked.charge else job.run(found)
    except KitError as error:
        return parcel.broken(error)
    return parcel.answer(outcome) if outcome else parcel.refusal("it takes the submission for a known one")


def _misfit(name: str, wanted: Conditions) -> str:
    """What keeps this worker from grading under these conditions; empty when nothing does."""
    try:
        here = _conditions(name)
    except KitError as error:
        return "; ".join(filter(None, (error.message, error.hint)))
    if missing := confine.missing_protections():
        return f"it cannot lock student code in; missing: {', '.join(missing)}"
    others = [key for key in {**wanted, **here} if wanted.get(key) != here.get(key)]
    return "; ".join(_other(key, here.get(key, "none"), wanted.get(key, "none")) for key in others)


def _other(name: str, here: str, wanted: str) -> str:
    return f"{name}: {one_line(here, 20)}, not {one_line(wanted, 20)}"


@cache
def _conditions(name: str) -> Conditions:
    return batch.conditions_of(_lesson(name), confined=True)


@cache
def _lesson(name: str) -> Lesson:
    """The lesson of the kit here: where the worker was started, else the one that this code is a part of."""
    try:
        root = catalog.find_root(Path.cwd())
    except KitError:
        root = catalog.find_root(Path(__file__))
    return catalog.load(root, name)
