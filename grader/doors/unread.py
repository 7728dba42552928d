"""What is said of answers that cannot be read, in a file of which the others can.

The rows come from where student code runs, so they are a student's word: texts to show, and nothing else.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from grader.box.constants import Lost
from grader.doors.slips import meaning
from grader.student import Place, UnreadableAnswerError

_MOST = 100  # rows: no file asks for as many answers, and thousands would cost the trusted side seconds
_WORD = re.compile(r"name '(\w+)' is not defined")


def unread(file: str, found: dict[str, Any], rows: Iterable[Any]) -> Mapping[str, UnreadableAnswerError]:
    """The answers of `file` that are lost, by name. A lost entry of a dict that was `found` goes in there."""
    lost: dict[str, UnreadableAnswerError] = {}
    for row in islice(rows, _MOST):
        match row:
            case [str(name), key, int(line), str(kind), str(message), str(text)] if 0 < line < 10**7:
                why = f"line {line} is `{text}`; {_why(_like(name, key), kind, message, text, lost)}"
                if key is None:
                    lost[name] = _error(file, line, why)
                elif type(found.get(name)) is dict and type(key) in (int, float, str):
                    found[name][key] = Lost(f"not to be read ({why})")
    return lost


def _error(file: str, line: int, message: str) -> UnreadableAnswerError:
    error = UnreadableAnswerError(message)
    error.type_name, error.message = "UnreadableError", message
    error.places = (Place(file, line, "<module>"),)
    return error


def _like(name: str, key: object) -> str:
    """What an answer looks like."""
    return f'`{name} = 1.5`, or `{name} = "word"` with quotes' if key is None else f'`{key!r}: "word",`'


def _why(like: str, kind: str, message: str, text: str, lost: Mapping[str, object]) -> str:
    """What is wrong with a line, and what to type."""
    word = found[1] if (found := _WORD.match(message)) and kind == "NameError" else ""
    if word in lost:
        return f"it needs {word}, which cannot be read"
    bare = re.fullmatch(rf"(.*[=:]\s*){word}(,?)", text) if word else None
    if bare and word not in ("true", "false", "none"):
        return f'a word stands in quotes: `{bare[1]}"{word}"{bare[2]}`'
    if kind == "SyntaxError":
        if meant := meaning(kind, message):
            return meant
        wrong = f"that is no Python ({message})"
        return f"{'an answer is missing there' if text.endswith(('=', ':')) else wrong}; write {like}"
    return meaning(kind, message) or f"Python says {kind}: {message}"
