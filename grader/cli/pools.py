"""Where a class is graded: by processes of this machine, or by the workers of a Dask scheduler."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from grader.cli.options import PATH, confined_here
from grader.errors import UsageError
from grader.grading import batch, dispatch, workers
from grader.grading.link import Link, checked
from grader.model import Lesson

_OPTIONS = (
    click.option("--jobs", type=click.IntRange(1, 256), help="Submissions at a time  [default: one a core]"),
    click.option("--scheduler", metavar="ADDRESS", help="Grade on the workers of this Dask scheduler."),
    click.option("--tls-ca", type=PATH, metavar="FILE", help="Who signed the scheduler's certificate."),
    click.option("--tls-cert", type=PATH, metavar="FILE", help="Our certificate for the scheduler."),
    click.option("--tls-key", type=PATH, metavar="FILE", help="The key of our certificate."),
    click.option(
        "--insecure-scheduler",
        is_flag=True,
        help="Take a scheduler elsewhere without encryption: whoever reaches it runs code on its workers.",
    ),
)
_OPEN = "warning: the way to this scheduler is open: whoever reaches it runs code on its workers"


@dataclass(frozen=True, slots=True)
class Workplace:
    """This machine, with so many `jobs` at a time, or what is at the other end of a `link`."""

    jobs: int
    link: Link | None

    def confined(self, allow_unconfined: bool) -> bool:
        """Whether boxes will be locked there; UnconfinedError when they cannot be and nobody allowed that."""
        if self.link is None:
            return confined_here(allow_unconfined)
        if allow_unconfined:
            hint = "leave out --allow-unconfined"
            raise UsageError("workers that cannot lock code in take no part, whatever is allowed", hint)
        return True


def workplace_options(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say where to grade; the command gets them as one `workplace`."""

    @wraps(command)
    def wrapped(
        jobs: int | None,
        scheduler: str | None,
        tls_ca: Path | None,
        tls_cert: Path | None,
        tls_key: Path | None,
        insecure_scheduler: bool,
        **others: Any,
    ) -> None:
        link = None
        if scheduler:
            link = checked(Link(scheduler, tls_ca, tls_cert, tls_key), insecure=insecure_scheduler)
            if not (link.encrypted or link.stays_here):
                click.echo(_OPEN, err=True)
        command(workplace=Workplace(jobs or workers.cores(), link), **others)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


@contextmanager
def opened(
    workplace: Workplace, lesson: Lesson
) -> Iterator[tuple[dispatch.OpenPool, int | Callable[[], int]]]:
    """A way to open pools, and how many jobs are in one at a time."""
    if workplace.link is None:
        yield lambda: workers.pool(workplace.jobs), 2 * workplace.jobs
        return
    try:
        from grader.grading import cluster
    except ImportError as error:
        hint = "pip install -e '.[distributed]'"
        raise UsageError(
            f"--scheduler needs the package {error.name}, which is not installed", hint
        ) from None
    conditions = batch.conditions_of(lesson, confined=True)
    with cluster.opened(workplace.link, lesson, conditions, lambda said: click.echo(said, err=True)) as found:
        yield lambda: nullcontext(found), found.width
