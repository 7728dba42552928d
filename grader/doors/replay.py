"""The direct door through which a failed check is played once more, to write down what it did.

Real objects do not write down what is done to them; stand-ins do. So the check meets stand-ins here. The
same `Host` that serves a box answers them, but in this process. A replay judges nothing.
"""

from typing import Any

from grader.box import wire
from grader.box.constants import WithFunctions
from grader.box.host import Host
from grader.box.remote import Conversation
from grader.box.trace import Trace
from grader.doors.direct import DirectDoor


class ReplayDoor(DirectDoor):
    """A direct door whose modules are stand-ins."""

    def __init__(self, original: DirectDoor) -> None:
        super().__init__(original.lesson, original.folder)
        self._failed = original._failed
        self.host = Host(str(self.folder))
        self.host.modules = self._modules
        self.conversation = Conversation(self._answer)

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """A new check starts, on the same working versions as before."""
        super().begin(exercise, working)
        self.conversation.discretion = self.discretion if self.working else None

    def _answer(self, op: str, arguments: list[Any]) -> list[Any]:
        return self.host.answer(wire.parse_line(wire.dump_line(["0", op, arguments])))

    def module(self, name: str) -> Any:
        """A stand-in for the module `name`."""
        found = super().module(name)
        return found if isinstance(found, WithFunctions) else self.conversation.module(name)

    def _functions_of(self, name: str) -> Any:
        return self.conversation.module(name)

    def define(self, source: str, name: str) -> Any:
        """A stand-in for what the suite defines."""
        return self.conversation.define(source, name)

    def trace(self) -> Trace:
        """The trace in which reads of constants are written down."""
        return self.conversation.trace

    def example(self) -> str:
        """What the check did last, as lines to run."""
        return self.conversation.trace.render()

    def new_example(self) -> None:
        """The next example of a property begins."""
        self.conversation.trace.clear()
