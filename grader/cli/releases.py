"""The command that makes what students receive."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click

from grader.cli import choice
from grader.cli.options import PATH, kit_option, root_of, rules_option
from grader.errors import UsageError
from grader.grading import policies
from grader.policy import Policy
from grader.release.release import Released, autograder, course, release
from grader.telling.report import words

_SHOWN = 20


@click.command(name="release")
@click.argument("lessons", nargs=-1, required=True, metavar="LESSON…")
@click.option(
    "--out", required=True, metavar="DIR", type=PATH, help="The folder of the students' repository."
)
@click.option(
    "--reuse-installed",
    is_flag=True,
    help="Try the release with the packages installed here, without pip: for machines without a network.",
)
@rules_option
@click.option(
    "--as",
    "system",
    type=click.Choice(["repository", "nbgrader", "gradescope", "classroom50"]),
    default="repository",
    show_default=True,
    help="What is written: a repository for students, or what another system takes from a teacher.",
)
@kit_option
def release_(
    lessons: tuple[str, ...],
    out: Path,
    reuse_installed: bool,
    rules: Path | None,
    system: str,
    kit: Path | None,
) -> None:
    """Write the repository that students receive for each LESSON into DIR.

    It has exercises, checks and a workflow of its own, and no solution, no rubric and no history. It is tried
    out before it is written. A second release into DIR adds lessons, and leaves what somebody has changed.
    With --course, catalog and text say what counts in your course.
    """
    root = root_of(kit)
    chosen = [choice.named(root, name) for name in lessons]
    every = choice.every(root) if rules else []
    policy = {lesson.name: policies.read(rules, lesson, every) for lesson in every if rules}
    names = [lesson.name for lesson in chosen]
    if system == "repository":
        say = partial(click.echo, err=True)
        done = release(root, names, out, reuse=reuse_installed, say=say, policy=policy)
    else:
        done = _for_another_system(root, names, out, system, policy)
    for line in done.seen:
        click.echo(f"✔ {line}")
    for remark in done.remarks:
        click.echo(f"! {remark}")
    kept = done.outcome.kept
    for name in kept[:_SHOWN]:
        click.echo(f"! kept, because it was changed since: {name}")
    if len(kept) > _SHOWN:
        click.echo(f"! and {len(kept) - _SHOWN} more were kept")
    click.echo(f"{', '.join(done.lessons)}: {words.count(done.outcome.written, 'file')} written in {out}")


def _for_another_system(
    root: Path, names: list[str], out: Path, system: str, policy: Mapping[str, Policy]
) -> Released:
    say = partial(click.echo, err=True)
    if policy:
        raise UsageError("--course is about what students receive", "leave --course or --as out")
    if system == "nbgrader":
        return course(root, names, out, say)
    if len(names) > 1:
        raise UsageError(f"an autograder of {system} is of one lesson", "name one LESSON")
    return autograder(root, system, names[0], out, say)


COMMANDS = (release_,)
