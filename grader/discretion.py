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


class Discretion:
    """Keeps everything else than the student's own words from being told."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._own = "\n".join(content.decode("utf-8", "replace") for content in files.values())

    def text(self, text: str) -> str:
        """`text` if it is the student's own, else a note that it is withheld."""
        return text if text in self._own else WITHHELD

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
        error.message = error.message if error.message in self._own else ""
        error.args = (error.message,)
        error.places = tuple(map(self.place, error.places))

    def place(self, place: Place) -> Place:
        """`place` without the name of its function, unless that is the student's own."""
        return place if place.function in self._own else Place(place.file, place.line, "<module>")
