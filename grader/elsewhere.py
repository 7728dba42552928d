"""Lets `pytest --submission DIR` name a folder outside of the kit, and helps who stands above the kit.

Every pytest beside the kit loads this.

pytest looks for its settings above the paths in its arguments, before it knows our options. So it takes DIR
for a path to tests, and uses the settings of that place, or none. This module then runs it again with
`--submission=DIR`, which pytest cannot take for a path.
"""

import argparse
from pathlib import Path

import pytest

_KIT = Path(__file__).resolve().parents[1]


def add_options(parser: pytest.Parser) -> None:
    """The options of the kit's plugin."""
    group = parser.getgroup("learning loop")
    group.addoption(
        "--submission",
        metavar="DIR",
        default="exercises",
        help="where the files to check are (default: exercises)",
    )
    group.addoption("--watch", action="store_true", help="check again whenever a file is saved")
    group.addoption("--watched", metavar="FILE", help=argparse.SUPPRESS)  # `grader.watching` is at work
    group.addoption("--watched-keys", action="store_true", help=argparse.SUPPRESS)
    group.addoption("--hint", action="store_true", help="show the next hint for the next exercise")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    if not pluginmanager.has_plugin("grader.checks"):
        add_options(parser)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Where a folder has no tests and no settings, somebody may have forgotten to go to the kit."""
    nothing = exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and config.inipath is None
    if nothing and (_KIT / "exercises").is_dir():
        terminalreporter.write_line(
            "\nThere are no tests in this folder. For your exercises, type this first:"
        )
        terminalreporter.write_line(f'    cd "{_KIT}"')


def _kits_in(folder: Path) -> list[str]:
    """The folders in this one that hold a kit."""
    found = sorted(folder.glob("*/grader/elsewhere.py"))
    return [path.parents[1].name for path in found if (path.parents[1] / "exercises").is_dir()]


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Run pytest again if it did not find the settings of the folder in which it was started."""
    start, settings = config.invocation_params.dir, config.inipath
    if settings is not None and start.is_relative_to(settings.parent):
        return None
    given = list(map(str, config.invocation_params.args))
    if "--submission" in given[:-1]:
        place = given.index("--submission")
        return pytest.main([*given[:place], f"--submission={given[place + 1]}", *given[place + 2 :]])
    if settings is None and config.args_source is config.ArgsSource.INVOCATION_DIR:
        # Which may be another copy than the one that is installed.
        for kit in [_KIT.name] if start == _KIT.parent else _kits_in(start):
            raise pytest.UsageError(f"the kit is one folder below: type `cd {kit}`, then `pytest`")
    for option in ("--submission", "--watch"):
        if any(argument.startswith(option) for argument in given):
            raise pytest.UsageError(f"{option}: run pytest in the folder of the kit, which holds exercises/")
    return None
