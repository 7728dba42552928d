"""What may be told of a run that had working code of ours in the box.

Student code can read that code there, and could say it in the text of an exception, in a value, in the name
of a function. So of such a run only those texts are passed on that stand, word for word, in what the student
handed in. Numbers are passed on: a check is about them.
"""

import builtins
from collections.abc import Mapping
from typing import Any

from grader.student import Place, StudentError

WITHHELD = "(a text that is not shown here)"
MOST = 500_000_000  # characters that are searched for one submission: a second or two


class Discretion:
    """Keeps everything else than the student's own words from being told."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._own = "\n".join(content.decode("utf-8", "replace") for content in files.values())
        self._looks = MOST // (len(self._own) + 1)  # that are left

    def text(self, text: str) -> str:
        """`text` if it is the student's own, else a note that it is withheld."""
        return text if self._is_own(text) else WITHHELD

    def _is_own(self, text: str) -> bool:
        """Whether `text` stands in the files; False once more was looked up than any work needs."""
        self._looks -= 1
        return self._looks >= 0 and text in self._own

    def value(self, value: Any) -> Any:
        """`value` with every text in it passed through `text`."""
        kind = type(value)
        if kind is str:
            return self.text(value)
        if kind in (list, tuple):
            return kind(map(self.value, value))
        if kind is dict:
            return {self.value(key): self.value(item) for key, item in value.items()}
        return value

    def error(self, error: StudentError) -> None:
        """Take out of `error` what may not be told; the names of builtin exceptions are nobody's secret."""
        if not hasattr(builtins, error.type_name):
            error.type_name = self.text(error.type_name)
        error.message = error.message if self._is_own(error.message) else ""
        error.args = (error.message,)
        error.places = tuple(map(self.place, error.places))

    def place(self, place: Place) -> Place:
        """`place` without the name of its function, unless that is the student's own."""
        return place if self._is_own(place.function) else Place(place.file, place.line, "<module>")
