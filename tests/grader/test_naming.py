"""Names that students choose are understood kindly and never used as they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.naming import closest, encodable, meant, report_folder_name, shown
from tests.fuzzing import fuzz
from tests.grader.handins import LESSON

HOSTILE = [
    *(
        "..",
        ".",
        "",
        " ",
        "../../etc/passwd",
        "/",
        "a/b",
        "a\\b",
        "C:",
        "~",
        "-rf",
        ".hidden",
        "a.",
        "a ",
        "nul",
    ),
    *(
        "CON",
        "con.txt",
        "lpt1",
        "index.html",
        "grades.csv",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "💥" * 50,
    ),
    *('=HYPERLINK("x")', "a\nb", "a\0b", "\x1b[31m", "\u202eada", "\udcff", "n" * 255, "ada-0123456789ab"),
]
PAIRS = [
    *(
        ("ada", "Ada"),
        ("zoë", unicodedata.normalize("NFD", "zoë")),
        ("a b", "a-b"),
        ("<a>", "{a}"),
        ("..", "."),
    ),
    *(
        ("ada", "ada "),
        ("ada", "ada."),
        ("ada", "ａda"),
        ("x" * 80, "x" * 81),
        ("ß", "ss"),
        ("\udcfe", "\udcff"),
    ),
]
names = (
    st.text(st.characters()) | st.sampled_from(HOSTILE) | st.from_regex(r"[a-zA-Z.@-]{0,9}", fullmatch=True)
)


def assert_safe(folder: str) -> None:
    assert folder.isascii()
    assert 0 < len(folder) <= 80
    assert set(folder) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.@")
    assert ".." not in folder
    assert folder[0] not in ".-@"
    assert folder[-1] != "."
    assert folder.partition(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_id_gets_a_safe_folder(name: str) -> None:
    """No path, no hidden file, no control character, no device of Windows, no page of ours."""
    assert_safe(report_folder_name(name))
    assert report_folder_name(name) != name


@pytest.mark.parametrize("name", ["ada", "s1234567", "ada-lovelace", "a_b", "ada.lovelace@uni.example", "7"])
def test_an_ordinary_id_is_its_own_folder(name: str) -> None:
    """Lower-case names, numbers and mail addresses stay readable."""
    assert report_folder_name(name) == name


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_ids_that_look_alike_get_different_folders(one: str, other: str) -> None:
    """Case, Unicode form and characters that are cleaned away never bring two students together."""
    assert report_folder_name(one).casefold() != report_folder_name(other).casefold()


def test_nobody_can_take_the_folder_of_another() -> None:
    """An id that is another's folder name gets a folder of its own."""
    assert report_folder_name(report_folder_name("Ada")) != report_folder_name("Ada")


@fuzz(300)
@given(one=names, other=names)
def test_any_two_ids_get_safe_and_different_folders(one: str, other: str) -> None:
    """Whatever the ids are, also on a disk that ignores case."""
    assert_safe(report_folder_name(one))
    same = report_folder_name(one).casefold() == report_folder_name(other).casefold()
    assert same == (one == other)


@pytest.mark.parametrize(
    "name",
    [
        *("engine.py", "Engine.PY", "engine (1).py", "engine(2).py", "engine-1.py", "engine - Copy.py"),
        *("Copy of engine.py", "engine copy 2.py", "engine.py.txt", "ｅngine.py", "ENGINE (1).py.txt"),
    ],
)
def test_names_that_systems_make_are_understood(name: str) -> None:
    """Case, numbered copies and a second ending leave no doubt which file is meant."""
    assert meant(name, LESSON.files) == "engine.py"


@pytest.mark.parametrize(
    "name", ["engine", "my_engine.py", "engine2.py", "engine.txt", "engine_v2.py", ".py", "", "é"]
)
def test_other_names_are_not_guessed(name: str) -> None:
    """A name that a person chose may mean another file."""
    assert meant(name, LESSON.files) is None


def test_an_absurdly_long_name_is_not_looked_at() -> None:
    """A name that somebody made long on purpose must not cost time."""
    assert meant("engine" + " " * 80 + "(1).py", LESSON.files) == "engine.py"
    assert meant("engine" + " " * 200 + "(1).py", LESSON.files) is None


def test_a_declared_name_means_itself_even_if_it_looks_like_a_copy() -> None:
    """A lesson may have a file part-1.py beside part.py."""
    assert meant("part-1.py", ["part.py", "part-1.py"]) == "part-1.py"


@pytest.mark.parametrize("name", ["enigne.py", "engine.txt", "engine.ipynb", "my_engine.py", "Engine2.py"])
def test_a_similar_name_is_found(name: str) -> None:
    """A slip of the fingers or a wrong ending is worth naming."""
    assert closest("engine.py", ["report.pdf", name]) == name


def test_nothing_similar_is_nothing() -> None:
    """A name that has little to do with the file is not brought up, nor is one lost in a crowd."""
    assert closest("engine.py", ["report.pdf", "engine.py" * 1000]) is None
    assert closest("engine.py", [*(f"{n}.pdf" for n in range(1000)), "enigne.py"]) is None


def test_a_shown_name_is_one_harmless_line() -> None:
    """Line ends, direction marks and terminal codes are visible, and long names are cut."""
    assert shown("a\nb\u202e\x1b") == r"“a\nb\u202e\x1b”"
    assert len(shown("n" * 1000)) < 100


@fuzz()
@given(name=names)
def test_an_encodable_name_can_be_written(name: str) -> None:
    """Bytes that were no UTF-8 do not stop a report, and nothing else is changed."""
    assert encodable(name).encode("utf-8").decode() == encodable(name)
    assert encodable(encodable(name)) == encodable(name)
