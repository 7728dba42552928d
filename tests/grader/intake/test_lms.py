"""The names that learning systems give to files say whose they are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.intake import lms
from grader.intake.lms import canvas, gradescope, moodle
from grader.intake.tree import Folder, Item, Kind
from grader.model import Student
from tests.fuzzing import fuzz
from tests.grader.handins import lay

ADA = Student("123", "lovelaceada")
EXPORT = """\
---
submission_7:
  :submitters:
  - :name: Ada Lovelace
    :sid: '0012'
    :email: ada@uni.example
  - :name: "Zo\\xEB M\\xFCller"
    :email: zoe@uni.example
  :created_at: 2026-02-31 12:00:00.000000000 -08:00
  :score: 10.0
  :history:
  - :id: 5
    :score: 1.0
  - :id: 6
    :score: 2.0
  :results:
    tests:
    - output: |
        submission_8:
          :submitters:
          - :name: Mallory
            :sid: '0012'
submission_9:
  :submitters:
  - :sid:
"""


def a_file(name: str, kind: Kind = "file") -> Item:
    return Item(name, kind, (5,))


def metadata(tmp_path: Path, text: str | bytes) -> dict[str, list[lms.Claim]]:
    content = text if isinstance(text, bytes) else text.encode()
    return dict(gradescope(Folder(lay(tmp_path, {lms.METADATA: content})), ""))


@pytest.mark.parametrize(
    ("name", "student", "file", "age"),
    [
        ("lovelaceada_123_456_engine.py", ADA, "engine.py", (456,)),
        ("lovelaceada_LATE_123_456_engine.py", ADA, "engine.py", (456,)),
        ("lovelaceada_123_456_hopper_7_8_engine.py", ADA, "hopper_7_8_engine.py", (456,)),
        ("van_der_berg_123_456_a_b.py", Student("123", "van_der_berg"), "a_b.py", (456,)),
        ("anon_hUx3z_456_engine.py", Student("anon_hUx3z", "anon_hUx3z"), "engine.py", (456,)),
        ("LATE_anon_hUx3z_456_engine.py", Student("anon_hUx3z", "anon_hUx3z"), "engine.py", (456,)),
        ("李雷_123_456_engine.py", Student("123", "李雷"), "engine.py", (456,)),
    ],
)
def test_canvas_names_are_read(name: str, student: Student, file: str, age: tuple[int, ...]) -> None:
    """Name, id and attachment stand in front; whatever the student called the file stays the file's name."""
    claim = canvas(a_file(name))
    assert claim is not None
    assert (claim.student, claim.file, claim.age, claim.typed) == (student, file, age, False)
    assert bool(claim.remarks) == ("LATE" in name)


@pytest.mark.parametrize("name", ["lovelaceada_123_text.html", "lovelaceada_LATE_123_link.html"])
def test_text_typed_into_canvas_belongs_to_its_student(name: str) -> None:
    """Such an answer has no attachment number, and is no file that anyone uploaded."""
    claim = canvas(a_file(name))
    assert claim is not None
    assert (claim.student, claim.typed) == (ADA, True)


@pytest.mark.parametrize(
    "name", ["engine.py", "ada_engine.py", "ada_1_engine.py", "_1_2_x", f"a_1_{'9' * 5000}_x", "a_١_٢_x"]
)
def test_other_names_are_not_canvas(name: str) -> None:
    """Two numbers in a row make the pattern; absurd ones and digits of other scripts do not."""
    assert canvas(a_file(name)) is None


def test_a_folder_is_not_from_canvas() -> None:
    """Canvas packs files only."""
    assert canvas(a_file("lovelaceada_123_456_engine", "folder")) is None


@pytest.mark.parametrize(
    ("name", "kind", "file"),
    [
        ("Ada Lovelace_123_assignsubmission_file_", "folder", ""),
        ("Ada Lovelace_123_assignsubmission_file", "folder", ""),
        ("Ada Lovelace_123_assignsubmission_file_engine.py", "file", "engine.py"),
        ("Ada Lovelace_123_assignsubmission_file_Eve_4_assignsubmission_file_x.py", "file", None),
    ],
)
def test_moodle_names_are_read(name: str, kind: Kind, file: str | None) -> None:
    """Full name and participant stand in front; a student's own file name cannot make it another's."""
    claim = moodle(a_file(name, kind))
    assert claim is not None
    assert claim.student == Student("123", "Ada Lovelace")
    assert claim.file == ("Eve_4_assignsubmission_file_x.py" if file is None else file)


def test_text_typed_into_moodle_is_told_apart() -> None:
    """Online text comes in a folder of its own, beside the folder of files."""
    claim = moodle(a_file("Ada Lovelace_123_assignsubmission_onlinetext_", "folder"))
    assert claim is not None
    assert claim.typed
    assert moodle(a_file("Ada Lovelace_123", "folder")) is None


def test_gradescope_metadata_says_whose_a_submission_is(tmp_path: Path) -> None:
    """Every member of a group: leading zeros and accents are kept, and a mail address stands in for an id."""
    claims = metadata(tmp_path, EXPORT)["submission_7"]
    assert [claim.student for claim in claims] == [
        Student("0012", "Ada Lovelace"),
        Student("zoe@uni.example", "Zoë Müller"),
    ]
    assert claims[0].age == (7,)
    assert claims[0].remarks == ("this is the active one of 3 attempts in Gradescope",)


def test_gradescope_output_cannot_add_a_submission(tmp_path: Path) -> None:
    """What student code printed is text in the file, though it looks like the file itself."""
    assert set(metadata(tmp_path, EXPORT)) == {"submission_7", "submission_9"}


def test_a_gradescope_submitter_without_any_id_has_the_submissions(tmp_path: Path) -> None:
    """Nobody is lost for want of an id."""
    (claim,) = metadata(tmp_path, EXPORT)["submission_9"]
    assert claim.student == Student("submission_9", "submission_9")


@pytest.mark.parametrize(
    "text", ["", "[]", "text", "submission_1: 5", "submission_1: {':submitters': 5}", "? [1]\n: 2"]
)
def test_metadata_of_another_shape_says_nothing(tmp_path: Path, text: str) -> None:
    """An older or newer export is graded by the folders' names."""
    assert not any(metadata(tmp_path, text).values())


@pytest.mark.parametrize(
    "text",
    [b"\0", b"a: [", b"\xff\xff\xff", b"[" * 200_000, b"- " * 200_000, b"a: " + b"[" * 2000 + b"]" * 2000],
)
def test_metadata_that_is_no_yaml_is_the_instructors_to_see(tmp_path: Path, text: bytes) -> None:
    """Without it, students would go by wrong ids; nesting that would crash a parser is refused as well."""
    with pytest.raises(UsageError, match=r"submission_metadata.yml cannot be read"):
        metadata(tmp_path, text)


def test_tags_and_aliases_of_yaml_make_nothing(tmp_path: Path) -> None:
    """No object is built, no function called, and nothing grows."""
    text = (
        "a: &a [x]\nb: !!python/object/apply:os.abort []\nsubmission_1: {':submitters': [*a, {':sid': *a}]}"
    )
    claims = metadata(tmp_path, text)["submission_1"]
    assert {claim.student.id for claim in claims} == {"submission_1"}


@fuzz()
@given(
    text=st.text(st.sampled_from("ab:-[]{}*&!?|>'\"# \n\t%@\\0"), max_size=60), data=st.binary(max_size=40)
)
def test_any_metadata_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: bytes
) -> None:
    """Nothing but `UsageError` comes out."""
    for content in (text, data, f"submission_1:\n  :submitters:\n  - {text}"):
        try:
            metadata(tmp_path_factory.getbasetemp() / "metadata", content)
        except UsageError as error:
            assert error.hint


@fuzz()
@given(name=st.text(max_size=30) | st.from_regex(lms._CANVAS) | st.from_regex(lms._MOODLE))
def test_any_name_has_an_owner_or_none(name: str) -> None:
    """Ids are never empty, and every name can be written down."""
    for claim in filter(None, (canvas(a_file(name)), moodle(a_file(name)))):
        assert claim.student.id
        assert claim.student.name.encode()
