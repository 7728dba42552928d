"""Runs a failed check of the direct door once more, to write down what it did.

Real objects leave no trace, so the same `Host` that serves a box answers here, in this very process, and
the stand-ins before it do the writing. Nothing is judged by it.
"""

from typing import Any

import pytest
from _pytest.runner import runtestprotocol  # the one way to run an item apart from the report of the run

from grader.box import wire
from grader.box.constants import WithFunctions
from grader.box.host import Host
from grader.box.remote import Door
from grader.box.trace import Trace
from grader.doors.direct import DirectDoor


class ReplayDoor(DirectDoor):
    """A direct door whose modules are stand-ins."""

    def __init__(self, original: DirectDoor) -> None:
        super().__init__(original.lesson, original.folder)
        self.host = Host(str(self.folder))
        self.host.modules = self._modules
        self.door = Door(self._answer)

    def _answer(self, op: str, arguments: list[Any]) -> list[Any]:
        return self.host.answer(wire.parse_line(wire.dump_line(["0", op, arguments])))

    def module(self, name: str) -> Any:
        """A stand-in for the module `name`."""
        found = super().module(name)
        return found if isinstance(found, WithFunctions) else self.door.module(name)

    def _functions_of(self, name: str) -> Any:
        return self.door.module(name)

    def define(self, source: str, name: str) -> Any:
        """A stand-in for what the suite defines."""
        return self.door.define(source, name)

    def trace(self) -> Trace:
        """Where looks at constants are written down."""
        return self.door.trace

    def example(self) -> str:
        """What the check did last, as lines to run."""
        return self.door.trace.render()

    def new_example(self) -> None:
        """The next example of a property begins."""
        self.door.trace.clear()


def replay(item: pytest.Item) -> None:
    """Run `item` once more, without a word about it; its verdict takes the example along."""
    runtestprotocol(item, log=False, nextitem=None)
