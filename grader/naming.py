"""Names that others chose: which file a name means, how to show it, and what a student's report is called."""

import difflib
import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from grader.text import one_line

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]*")
_MAIL = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+")
_HASHED = re.compile(r".*-[0-9a-f]{12}")
_WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LONGEST_PLAIN = 80
_LONGEST_STEM = 60
_LONGEST_SHOWN = 60
_LONGEST_MEANT = 100  # the time to search for a copy's mark grows with the square of the length
_MOST_COMPARED = 500
_COPY_MARK = re.compile(r" ?\([0-9]+\)$|-[0-9]+$|[ _-]+copy( [0-9]+)?$|^copy of ")


def report_folder_name(student_id: str) -> str:
    """The folder of this student's report: ASCII, at most 80 bytes, the same on every machine.

    Lower-case ids and mail addresses stay as they are. Every other id is cleaned and ends in a hash of the
    whole id, so no two ids share a folder, not even on disks that ignore case or Unicode forms.
    A name with a dot is always a mail address: the folder can never be our own `index.html`.
    """
    if _is_plain(student_id):
        return student_id
    ascii_only = unicodedata.normalize("NFKD", student_id).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9]+", "-", ascii_only)[:_LONGEST_STEM].strip("-") or "student"
    mark = hashlib.sha256(student_id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{stem}-{mark}"


def _is_plain(name: str) -> bool:
    # An id that already looks hashed is hashed again: it could be another student's folder.
    return (
        len(name) <= _LONGEST_PLAIN
        and (_PLAIN.fullmatch(name) or _MAIL.fullmatch(name)) is not None
        and _HASHED.fullmatch(name) is None
        and _WINDOWS_DEVICE.fullmatch(name) is None
    )


def shown(name: str) -> str:
    """A name in quotes for a message: one line, nothing hidden in it, cut when long."""
    return f"“{one_line(name, _LONGEST_SHOWN)}”"


def encodable(name: str, longest: int = 255) -> str:
    """A name as text that can be written anywhere: bytes that were not UTF-8 become `\\udcff`-like signs."""
    # Python keeps such bytes as lone surrogates, which no JSON or HTML file can hold.
    return name[:longest].encode("utf-8", "backslashreplace").decode()


def meant(name: str, wanted: Iterable[str]) -> str | None:
    """Which of the `wanted` files `name` is beyond doubt: in other case, as a copy, or with a second ending.

    Systems make such names without asking: "Engine.py", "engine (1).py", "engine - Copy.py", "engine.py.txt".
    """
    if len(name) > _LONGEST_MEANT:
        return None
    folded = _folded(name).removesuffix(".txt")
    known = {_folded(w): w for w in wanted}
    return known.get(folded) or known.get(uncopied(folded))


def uncopied(name: str) -> str:
    """The name of the file that `name` is a copy of, by the marks that systems add; a long one unchanged."""
    if len(name) > _LONGEST_MEANT:
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{_COPY_MARK.sub('', stem).strip()}{dot}{ending}"


def closest(wanted: str, names: Iterable[str]) -> str | None:
    """The one of `names` that looks most like the `wanted` one; None when none comes near.

    Only the first few hundred names are compared: nobody's own work has more.
    """
    folded = {_folded(n): n for n in islice(names, _MOST_COMPARED)}
    best = difflib.get_close_matches(_folded(wanted), folded, n=1, cutoff=0.7)
    return folded[best[0]] if best else None


@lru_cache(maxsize=1024)  # a class has the same few names over and over
def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
