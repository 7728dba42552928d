"""Names we did not choose: how they are shown, and which folder a student's report gets instead."""

import hashlib
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]*")
_MAIL = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+")
_HASHED = re.compile(r".*-[0-9a-f]{12}")
_WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_LONGEST_PLAIN = 80
_LONGEST_STEM = 60


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


def shown(name: str, longest: int = 60) -> str:
    """A name in quotes for a message: one line, no control or direction characters, cut when long."""
    cut = name if len(name) <= longest else name[:longest] + "…"
    return "“" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in cut) + "”"


def encodable(name: str, longest: int = 255) -> str:
    """A name as text that can be written anywhere: bytes that were not UTF-8 become `\\udcff`-like signs."""
    # Python keeps such bytes as lone surrogates, which no JSON or HTML file can hold.
    return name[:longest].encode("utf-8", "backslashreplace").decode()
