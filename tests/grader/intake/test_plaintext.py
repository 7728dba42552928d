"""Bytes that Python can read are left alone; others are named with what to do."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.plaintext import MAX_FILE, doubt, readable
from grader.intake.tree import UnreadableError
from tests.fuzzing import fuzz

FINE = [
    *(
        b"",
        b"x = 1",
        b"\xef\xbb\xbfx = 1\n",
        b"x = 1\r\n\tif x:\r\n",
        b"def (:",
        b"(" * 100_000,
        b"\x0c# \x1a",
    ),
    "# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1"),
    "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = 'é'".encode("latin-1"),
    "η = 0.1  # 学习率 👩‍🔬".encode(),
]


@pytest.mark.parametrize("data", FINE)
def test_text_is_left_alone(data: bytes) -> None:
    """Marks, line ends, tabs, named encodings, errors and nesting are not this module's business."""
    assert readable(data) == data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"x" * (MAX_FILE + 1), "is larger than 1 MB"),
        (b"x = 1\ny\0 = 2", "contains null bytes (line 2)"),
        ("x = 1".encode("utf-16"), "is saved as UTF-16"),
        ("x = 1".encode("utf-16-le"), "is saved as UTF-16"),
        ("x = 1".encode("utf-16-be"), "is saved as UTF-16"),
        ("x = 1".encode("utf-32"), "is saved as UTF-32"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, reason: str) -> None:
    """Too long, null bytes, and encodings that Python does not expect: where, and how to save it."""
    with pytest.raises(UnreadableError) as caught:
        readable(data)
    assert caught.value.what == reason
    assert caught.value.do


@pytest.mark.parametrize("data", FINE)
def test_text_that_says_what_it_is_raises_no_doubt(data: bytes) -> None:
    """UTF-8 needs no declaration, and any other encoding may be declared in the first two lines."""
    assert doubt("engine.py", data) is None


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("engine.py", "\n# é", 2),
        ("engine.py", "\n\n# coding: latin-1\né", 4),
        ("a.md", "# coding: latin-1\né", 2),
    ],
)
def test_other_encodings_are_kept_with_a_remark(name: str, text: str, line: int) -> None:
    """Python lets it pass in a comment, and a person can make sense of it; the remark says where it is."""
    assert readable(text.encode("latin-1")) == text.encode("latin-1")
    remark = doubt(name, text.encode("latin-1"))
    assert remark is not None
    assert remark.startswith(f"{name} is not saved as UTF-8")
    assert f"(line {line})" in remark


def test_a_file_of_exactly_the_limit_is_read() -> None:
    """One megabyte is allowed."""
    assert readable(b"#" * MAX_FILE)


@fuzz(300)
@given(data=st.binary(max_size=40) | st.sampled_from(FINE) | st.text(max_size=30).map(str.encode))
def test_any_text_that_python_reads_is_readable(data: bytes) -> None:
    """No file that would have worked is refused."""
    try:
        ast.parse(data)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return
    assert readable(data) == data
