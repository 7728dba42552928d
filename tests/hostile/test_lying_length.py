"""A length of 2**61, or one that is no number, makes no room for as many items on the trusted side.

Stopped by the stand-ins: `len` of a stand-in is a whole number up to a cap. (list() and tuple() reserve what
`len` says, and once ran out of memory over it.)
"""

import pytest

from grader.box import wire
from grader.box.remote import Conversation

ANSWERS = [2**61, wire.MAX_ITEMS + 1, -1, 1.5, None, "3", True, ["h", 1]]


@pytest.mark.parametrize("length", ANSWERS)
def test_it_is_a_type_error(length):
    """`len()` raises TypeError, which fails the check."""
    conversation = Conversation(lambda op, arguments: ["0", "ok", length if op == "op" else ["h", 1]])
    with pytest.raises(TypeError):
        len(conversation.module("training"))


@pytest.mark.parametrize("items", [["h", 1], "text", None, 7])
def test_items_come_in_a_list(items):
    """Items that are none, such as the same object once more, are a TypeError and no endless recursion."""
    conversation = Conversation(lambda op, arguments: ["0", "ok", items if op == "op" else ["h", 1]])
    with pytest.raises(TypeError):
        list(conversation.module("training"))
