"""Is a file a text that Python can read? Recognises encodings by their bytes, and parses nothing."""

import re

from grader.intake.tree import UnreadableError

MAX_FILE = 1 << 20  # bytes of one file

_MARKS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CODING = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+")  # as Python itself looks for it (PEP 263)


def readable(data: bytes) -> bytes:
    """`data`, unchanged, if it can be text; UnreadableError, saying how to save it, if not."""
    if len(data) > MAX_FILE:
        raise UnreadableError(f"is larger than {MAX_FILE >> 20} MB", "hand in your own work only")
    encoding = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), None)
    if encoding or data.count(0) * 4 > len(data):
        raise UnreadableError(f"is saved as {encoding or 'UTF-16'}", "save it as UTF-8 and hand it in again")
    if 0 in data:
        line = _line(data, data.index(0))
        raise UnreadableError(f"contains null bytes (line {line})", "save it again as plain text in UTF-8")
    return data


def doubt(name: str, data: bytes) -> str | None:
    """What to say of a file that is not UTF-8 and does not say what else it is; None if there is nothing.

    It is no reason to refuse the file: Python lets such letters pass in comments, and people can read them.
    """
    if name.endswith(".py") and any(_CODING.match(line) for line in data.splitlines()[:2]):
        return None
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = _line(data, error.start)
        return f"{name} is not saved as UTF-8 (line {line}), so letters may look wrong, or stop Python"
    return None


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1
