"""Which pages of a class stand as they should, so that nobody makes them again.

`.grader/pages.json` has for each page a digest of what it was made from, and one of what was written. Once
other work is graded nothing of it holds: the wall shows code, and of that no summary tells.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

NAME = "pages.json"

Write = Callable[[str, str | Iterable[str]], None]


class Pages:
    """Those in the folder `out`; `path` is where the digests are."""

    def __init__(self, out: Path, path: Path) -> None:
        self._out = out
        self._path = path

    def forget(self) -> None:
        """From now on every page has to be made again."""
        self._path.unlink(missing_ok=True)

    def renew(self, write: Write, makers: dict[str, tuple[str, Callable[[], str | Iterable[str]]]]) -> None:
        """Have `write` put each page on disk that is not there as it should be.

        `makers` have for each page a digest of what it is made from, and a function that makes it.
        """
        known, now = self._known(), {}
        for name, (made_from, make) in makers.items():
            if known.get(name) != [made_from, self._digest(name)]:
                write(name, make())
            now[name] = [made_from, self._digest(name)]
        if now != known:
            write(f"{self._path.parent.name}/{NAME}", f"{json.dumps(now)}\n")

    def _known(self) -> dict[str, object]:
        with suppress(OSError, ValueError):
            table = json.loads(self._path.read_bytes())
            return table if isinstance(table, dict) else {}
        return {}

    def _digest(self, name: str) -> str:
        with suppress(OSError), (self._out / name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
        return ""
