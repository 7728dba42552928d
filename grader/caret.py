"""A line of code and a caret below the place in it that is meant, at the end of a message.

The code is a student's, and so is the word for the place. A caret at a wrong place is worse than none, so
there is one only where each sign before it is as wide as a letter in every font of a terminal.
"""

import unicodedata

ROOM = 68  # columns of code that are shown; with a margin they fit into a terminal
_MARGIN = " " * 4  # tells the code from the sentences before it
_CUT = "…"
_LEFTWARDS = {"R", "AL"}  # one letter that is written to the left may turn a whole line around
_ODD = {"Mn", "Me", "Mc", "Cf", "Cc", "Cn", "Co", "Cs", "Zl", "Zp"}  # no letters, signs or blanks


def below(line: str, at: int, room: int = ROOM) -> str:
    """`line` and below it a caret under its character `at`, from 0; "" where no caret would be sure.

    A tab is shown as one blank. Of a line that is longer than `room` there is the part around the caret.
    """
    shown = line.replace("\t", " ").rstrip()
    first = len(shown) - len(shown.lstrip())
    if not first <= at <= len(shown) or not shown or any(map(_is_odd, shown[: at + 1])):
        return ""
    if any(unicodedata.bidirectional(sign) in _LEFTWARDS for sign in shown):
        return ""
    code, at = _part(shown[first:], at - first, room)
    return f"{_MARGIN}{code}\n{_MARGIN}{' ' * at}^"


def parted(message: str) -> tuple[str, str]:
    """The sentences of a message, and its code with the caret, which is "" where there is none."""
    *said, code, caret = ["", "", *message.split("\n")]
    if code.startswith(_MARGIN) and caret.startswith(_MARGIN) and caret.strip() == "^":
        return "\n".join(said[2:]), f"{code}\n{caret}"
    return message, ""


def narrowed(pair: str, room: int) -> str:
    """The same code and caret in fewer columns, margin included."""
    code, caret = (line[len(_MARGIN) :] for line in pair.split("\n"))
    code, at = _part(code, caret.index("^"), max(room - len(_MARGIN), 10))
    return f"{_MARGIN}{code}\n{_MARGIN}{' ' * at}^"


def _part(code: str, at: int, room: int) -> tuple[str, int]:
    """As much of `code` as there is room for, and where the place `at` is in it."""
    if len(code) >= room:  # a caret may stand behind the last sign
        start = max(0, min(at - room * 2 // 3, len(code) - room + 2))
        end = min(start + room - 1, len(code))
        head, tail = _CUT if start else "", _CUT if end < len(code) else ""
        code, at = f"{head}{code[start + len(head) : end - len(tail)]}{tail}", at - start
    return code, at


def _is_odd(sign: str) -> bool:
    """Whether a sign takes no column, or two, or is shown as something else."""
    return unicodedata.category(sign) in _ODD or unicodedata.east_asian_width(sign) in "WF"
