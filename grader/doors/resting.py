"""Boxes of one submission that are stopped while another one works, so that nothing has to be loaded twice.

A box at rest computes nothing, learns nothing, and is charged for nothing.
"""

from dataclasses import dataclass

from grader.box.box import Box
from grader.box.remote import Conversation


@dataclass(frozen=True, slots=True)
class Kept:
    """A box, the conversation with it, and the exercises whose working code student code in it has seen."""

    box: Box
    conversation: Conversation
    lent: set[str]


class Resting:
    """At most two boxes: one that has seen working code, and one that has not."""

    def __init__(self) -> None:
        self._kept: dict[bool, Kept] = {}

    def lay(self, box: Box | None, conversation: Conversation | None, lent: set[str]) -> None:
        """Stop a box, if there is one, and keep it; or end it, where it cannot rest."""
        self.end(bool(lent))
        if box is not None and conversation is not None and box.rest():
            self._kept[bool(lent)] = Kept(box, conversation, lent)
        elif box is not None:
            box.close()

    def wake(self, lent: bool, printed: int) -> Kept | None:
        """The box that has, or has not, seen working code, and may go on; None where there is none."""
        kept = self._kept.pop(lent, None)
        if kept is not None:
            kept.box.wake(printed)
        return kept

    def end(self, *lent: bool) -> None:
        """End the boxes that have, or have not, seen working code. What they cost is counted already."""
        for each in lent:
            if kept := self._kept.pop(each, None):
                kept.box.close()
