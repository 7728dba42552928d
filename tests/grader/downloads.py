"""Bulk downloads as the six systems make them: the same three students in each.

Ada handed in stubs first and her work later, Bob a zip, and Zoë whose name has an accent loose files. Where a
system shows the older attempt of a student as well, it is in the download.
"""

from collections.abc import Callable, Mapping

from tests.grader.handins import WHOLE, zipped

Files = Mapping[str, bytes]

STUBS: Files = dict.fromkeys(WHOLE, b"# to do\n")
ADA: Files = {name: f"# {name} of ada\n".encode() for name in WHOLE}
BOB: Files = {name: f"# {name} of bob\n".encode() for name in WHOLE}
ZOE: Files = {name: f"# {name} of zoe\n".encode() for name in WHOLE}
BOBS_ZIP = zipped({f"my homework/first_loop/{name}": content for name, content in BOB.items()})


def canvas() -> Files:
    """Files side by side, each with name, user and attachment in front; Ada's first ones are still there."""
    return {
        **{f"lovelaceada_10123_{900 + k}_{name}": content for k, (name, content) in enumerate(STUBS.items())},
        "lovelaceada_LATE_10123_955_first_loop.zip": zipped(ADA),
        "babbagebob_10124_930_homework.zip": BOBS_ZIP,
        **{f"müllerzoë_10125_{940 + k}_{name}": content for k, (name, content) in enumerate(ZOE.items())},
    }


def moodle() -> Files:
    """A folder each, with full name and participant; text that was typed has one of its own."""
    return {
        **_in("Ada Lovelace_7001_assignsubmission_file_", ADA),
        "Ada Lovelace_7001_assignsubmission_onlinetext_/onlinetext.html": b"<p>see the files</p>",
        "Bob Babbage_7002_assignsubmission_file_/homework.zip": BOBS_ZIP,
        **_in("Zoë Müller_7003_assignsubmission_file_", ZOE),
    }


def gradescope() -> Files:
    """One folder for all, in it one for each submission, and a file that says whose it is."""
    metadata = """---
submission_31:
  :submitters:
  - :name: Ada Lovelace
    :sid: a-1
    :email: ada@uni.example
  :created_at: 2026-11-22 23:58:00.000000000 Z
  :score: 0.0
  :history:
  - :id: 21
    :created_at: 2026-11-20 10:00:00.000000000 Z
    :score: 0.0
submission_32:
  :submitters:
  - :name: Bob Babbage
    :sid: b-1
    :email: bob@uni.example
  :created_at: 2026-11-22 22:00:00.000000000 Z
submission_33:
  :submitters:
  - :name: Zo\u00eb M\u00fcller
    :sid: z-1
    :email: zoe@uni.example
  :created_at: 2026-11-22 21:00:00.000000000 Z
"""
    return {
        "assignment_5_export/submission_metadata.yml": metadata.encode(),
        **_in("assignment_5_export/submission_31", ADA),
        "assignment_5_export/submission_32/homework.zip": BOBS_ZIP,
        **_in("assignment_5_export/submission_33", ZOE),
    }


def d2l() -> Files:
    """A page, and a folder for each attempt with user, assignment, full name and time."""
    return {
        "index.html": b"<html>First loop - Submissions</html>",
        **_in("10123-55 - Ada Lovelace - Nov 20, 2026 1105 AM", STUBS),
        **_in("10123-55 - Ada Lovelace - Nov 22, 2026 205 AM", ADA),
        "10124-55 - Bob Babbage - Nov 9, 2026 1158 PM/homework.zip": BOBS_ZIP,
        **_in("10125-55 - Zoë Müller - Nov 22, 2026 900 PM", ZOE),
    }


def d2l_flat() -> Files:
    """The same, with all in the name of each file."""
    return {name.replace("/", " - "): content for name, content in d2l().items()}


def blackboard() -> Files:
    """Files side by side, and for each attempt a text with the student's name and what they said."""
    return {
        **_attempt("Ada Lovelace", "ada_l", "2026-11-20-11-05-00", STUBS),
        **_attempt("Ada Lovelace", "ada_l", "2026-11-22-02-05-00", ADA),
        **_attempt("Bob Babbage", "bob", "2026-11-21-23-58-00", {"homework.zip": BOBS_ZIP}),
        **_attempt("Zoë Müller", "zoe_l", "2026-11-22-21-00-00", ZOE),
    }


def nbgrader() -> Files:
    """The course's folder `submitted`: a folder each, in it one for each assignment, with a time."""
    return {
        **_in("ada/first_loop", {**ADA, "timestamp.txt": b"2026-11-22 02:05:00.000000 UTC"}),
        "bob/first_loop/homework.zip": BOBS_ZIP,
        **_in("zoe/first_loop", ZOE),
        **_in("zoe/second_loop", {"other.py": b""}),
    }


# What each system calls the three, in the order of their names, and its download.
SYSTEMS: Mapping[str, tuple[Callable[[], Files], tuple[str, str, str]]] = {
    "canvas": (canvas, ("10123", "10124", "10125")),
    "moodle": (moodle, ("7001", "7002", "7003")),
    "gradescope": (gradescope, ("a-1", "b-1", "z-1")),
    "d2l": (d2l, ("10123", "10124", "10125")),
    "d2l, flat": (d2l_flat, ("10123", "10124", "10125")),
    "blackboard": (blackboard, ("ada_l", "bob", "zoe_l")),
    "nbgrader": (nbgrader, ("ada", "bob", "zoe")),
}
WITH_OLDER = ("canvas", "d2l", "d2l, flat", "blackboard")  # these show Ada's first attempt


def _in(folder: str, files: Files) -> Files:
    return {f"{folder}/{name}": content for name, content in files.items()}


def _attempt(name: str, user: str, moment: str, files: Files) -> Files:
    begin = f"Homework_1_{user}_attempt_{moment}"
    receipt = (
        f"Name: {name} ({user})\r\nAssignment: Homework_1\r\n"
        "Date Submitted: Sunday, November 22, 2026 2:05:00 AM CET\r\nCurrent Grade: Needs Grading\r\n\r\n"
        "Submission Field:\r\nName: Mallory (mallory)\r\n\r\n"
        "Comments:\r\nThere are no student comments for this assignment.\r\n\r\nFiles:\r\n"
        + "".join(f"\tOriginal filename: {file}\r\n\tFilename: {begin}_{file}\r\n" for file in files)
    )
    handed_in = {f"{begin}_{file}": content for file, content in files.items()}
    return {**handed_in, f"{begin}.txt": receipt.encode()}
