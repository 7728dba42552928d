"""What a report may show of a run in which a working version of ours was in the box.

Student code can read that version, and could put it into the text of an exception, into a value, or into the
name of a function. So a text from such a run is passed on only if it stands, word for word, in the student's
files. Numbers are passed on, because checks are about numbers.
"""

import builtins
from collections.abc import Mapping
from typing import Any

from grader.student import Place, StudentError

WITHHELD = "(a text that is not shown here)"
MOST = 500_000_000  # characters that are searched for one submission: a second or two


class Discretion:
    """Lets only the student's own words pass."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._own = "\n".join(content.decode("utf-8", "replace") for content in files.values())
        self._looks = MOST // (len(self._own) + 1)  # that are left

    def text(self, text: str) -> str:
        """`text` if it is the student's own, else a note that it is withheld."""
        return text if self.is_own(text) else WITHHELD

    def is_own(self, text: str) -> bool:
        """Whether `text` stands in the files. False after more searches than honest work needs."""
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
        """Remove from `error` what may not be shown. The names of builtin exceptions may always be shown."""
        if not hasattr(builtins, error.type_name):
            error.type_name = self.text(error.type_name)
        error.message = error.message if self.is_own(error.message) else ""
        error.args = (error.message,)
        error.places = tuple(map(self.place, error.places))

    def place(self, place: Place) -> Place:
        """`place` without the name of its function, unless that is the student's own."""
        return (
            place if self.is_own(place.function) else Place(place.file, place.line, "<module>", place.column)
        )
