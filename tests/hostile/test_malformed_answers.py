"""An answer of no known form ends the run as `invalid`; it never makes a submission ungraded.

Stopped by `wire.parse_line` and `wire.decode`, which accept the documented forms and nothing else.
"""

import pytest

from tests.hostile.rig import FORGER, messages, points, statuses

FORMS = {
    "no JSON": b"{'ok': 1}",
    "no array": b'{"ok": 1}',
    "empty": b"",
    "NUL": b"\x00" * 9,
    "not ASCII": '["é"]'.encode(),
    "bare NaN": b'["%s", "ok", NaN]',
    "too large a float": b'["%s", "ok", 1e999]',
    "an object": b'["%s", "ok", {"a": 1}]',
    "no tag": b'["%s", "ok", [1, 2]]',
    "an unknown tag": b'["%s", "ok", ["x", 1]]',
    "a negative handle": b'["%s", "ok", ["h", -1]]',
    "a handle that is no number": b'["%s", "ok", ["h", "1"]]',
    "a huge handle": b'["%s", "ok", ["h", 99999999999999999999]]',
    "a list as a key": b'["%s", "ok", ["d", [["l"], 1]]]',
    "half a pair": b'["%s", "ok", ["d", [1]]]',
    "half a character": b'["%s", "ok", "\\ud800"]',
    "too many parts": b'["%s", "ok", 1, 2]',
    "no answer": b'["%s", "perhaps", 1]',
    "names that are numbers": b'["%s", "raised", [1], "", []]',
    "a place of another form": b'["%s", "raised", ["E"], "", [["f", "x", 1]]]',
    "a place in line True": b'["%s", "raised", ["E"], "", [["failure_modes.py", true, "f"]]]',
    "a place in column True": b'["%s", "raised", ["E"], "", [["failure_modes.py", 1, "f", true]]]',
    "an integer of 5000 digits": b'["%s", "ok", ' + b"9" * 5000 + b"]",
    "an integer of 1000 digits": b'["%s", "ok", ' + b"9" * 1000 + b"]",
}

ATTACK = (
    FORGER
    + """
_line = {line!r}
_send(_line.replace(b"%s", _pending().encode()) + b"\\n")
__import__("time").sleep(1)
"""
)


@pytest.mark.parametrize("form", FORMS, ids=lambda name: name.replace(" ", "_"))
def test_it_is_invalid(grade_impatiently, form):
    """The import of the file that sends it ends as invalid, and so does what comes after."""
    found = grade_impatiently(
        {"failure_modes.py": ATTACK.replace("{line!r}", repr(FORMS[form]))}, "failure_modes"
    )
    assert statuses(found, "failure_modes") == {"invalid"}, messages(found, "failure_modes")
    assert points(found)["failure_modes"] == 0
    # It is the form that does it: with an id of no question any line would be found out.
    assert "was not asked" not in messages(found, "failure_modes")
