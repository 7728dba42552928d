"""A class list says who is in the class, whichever system it is from."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.intake import roster
from grader.intake.entries import Entry
from grader.intake.finding import find
from grader.model import Arrival, Student
from grader.roster import Roster, matched
from tests.grader import sheets
from tests.grader.downloads import SYSTEMS, canvas
from tests.grader.handins import LESSON, lay

NAMES = {"Ada Lovelace", "Bob Babbage", "Zoë Müller", "Grace Hopper"}


def entry(student: str, name: str = "") -> Entry:
    return Entry(Student(student, name or student), Path("class"))


def in_order(name: str) -> str:
    """ "Lovelace, Ada" as others write it."""
    return " ".join(reversed(name.split(", ")))


@pytest.mark.parametrize("system", [name for name in sheets.ALL if name != "canvas, French"])
def test_everybody_in_the_class_is_read(system: str) -> None:
    """Rows of the system's own, and its test student, are nobody."""
    assert {in_order(member.name) for member in roster.read(sheets.ALL[system])} == NAMES


@pytest.mark.parametrize(
    ("download", "system"),
    [
        ("canvas", "canvas"),
        ("canvas", "canvas, French"),
        ("canvas", "canvas's groups"),
        ("moodle", "moodle"),
        ("moodle", "moodle, German"),
        ("moodle", "moodle's participants"),
        ("d2l", "brightspace"),
        ("d2l, flat", "brightspace"),
        ("blackboard", "blackboard"),
        ("gradescope", "ours"),
        ("gradescope", "blackboard"),
        ("gradescope", "moodle"),
    ],
)
def test_a_download_meets_the_list_of_its_system(tmp_path: Path, download: str, system: str) -> None:
    """All three have their full names; whoever handed in nothing is known as such."""
    entries = find(lay(tmp_path / "all", SYSTEMS[download][0]()), LESSON)
    seated, found = roster.seated(entries, roster.read(sheets.ALL[system]))
    assert {in_order(one.student.name) for one in seated} == NAMES - {"Grace Hopper"}
    assert [one.student.id for one in seated] == [one.student.id for one in entries]
    absent = [] if system == "canvas, French" else ["Grace Hopper"]
    assert [in_order(member.name) for member in found.absent] == absent
    assert found.strangers(one.student.id for one in seated) == []


def test_canvas_may_part_names() -> None:
    """An option of its export; rows of its own are nobody there, too."""
    page = sheets.CANVAS.replace(b"Student,ID", b"LastName,FirstName,ID").replace(b'", ', b'","')
    page = page.replace(b"\n,,,", b"\n,,,,").replace(b"Possible,", b"Possible,,")
    page = page.replace(b'"Babbage, Bob"', b"Babbage,Bob").replace(b'"Student, Test"', b"Student,Test")
    for last, first in (("Hopper", "Grace"), ("Lovelace", "Ada"), ("Müller", "Zoë")):
        page = page.replace(f'"{last}, {first}"'.encode(), f"{last},{first}".encode())
    assert {member.name for member in roster.read(page)} == NAMES
    assert {member.id for member in roster.read(page)} == {"10123", "10124", "10125", "10126"}


def test_groups_and_sections_are_read() -> None:
    found = {member.id: member for member in roster.read(sheets.CANVAS_GROUPS)}
    assert (found["10123"].group, found["10123"].section) == ("Team 3", "Section A")
    assert {m.id: m.group for m in roster.read(sheets.MOODLE_PEOPLE)}["7003"] == "Team 3"


@pytest.mark.parametrize("head", ["group", "Gruppe"])
def test_numbered_groups_are_no_participants_of_moodle(head: str) -> None:
    """“Team 1” looks like “Participant 1”; there are several in a team, and only one of each participant."""
    sheet = f"id,name,{head}\nada,Ada L,Team 1\nbob,Bob M,Team 1\ncy,Cy N,Team 2\n"
    assert [(m.id, m.name) for m in roster.read(sheet.encode())] == [
        ("ada", "Ada L"),
        ("bob", "Bob M"),
        ("cy", "Cy N"),
    ]


def test_a_hand_in_of_a_group_is_one_of_each_member(tmp_path: Path) -> None:
    """Canvas names the group, and gives the id of whoever handed in; nobody else gets anything."""
    files = {name.replace("lovelaceada", "team3"): data for name, data in canvas().items()}
    entries = find(lay(tmp_path / "all", files), LESSON)
    seated, found = roster.seated(entries, roster.read(sheets.CANVAS_GROUPS))
    assert {one.student.id: one.student.name for one in seated} == {
        "10123": "Lovelace, Ada",
        "10124": "Babbage, Bob",
        "10125": "Müller, Zoë",
        "10126": "Hopper, Grace",
    }
    ada, grace = (next(one for one in seated if one.student.id == k) for k in ("10123", "10126"))
    assert (ada.inside, ada.files) == (grace.inside, grace.files)
    assert "handed in together by the group Team 3" in grace.remarks
    assert not found.absent


def test_somebody_who_has_the_name_of_another_group_hands_in_for_nobody() -> None:
    """A student chooses the name that Canvas shows; Eve, in Team 1, takes that of Team 3."""
    members = roster.read(b"id,name,group\n1,Eve,Team 1\n2,Grace Hopper,Team 3\n")
    seated, found = roster.seated([Entry(Student("1", "team3"), Path())], members)
    assert [one.student.id for one in seated] == ["1"]
    assert [member.name for member in found.absent] == ["Grace Hopper"]


def test_a_member_with_work_of_their_own_keeps_it(tmp_path: Path) -> None:
    files = {name.replace("lovelaceada", "team3"): data for name, data in canvas().items()}
    files["hoppergrace_10126_990_engine.py"] = b"mine"
    seated, _ = roster.seated(find(lay(tmp_path / "all", files), LESSON), roster.read(sheets.CANVAS_GROUPS))
    graces = [one for one in seated if one.student.id == "10126"]
    assert [one.files[0][1] for one in graces] == ["hoppergrace_10126_990_engine.py"]


def test_moodle_says_how_late() -> None:
    """The only place where a system says it as a number."""
    seated, _ = roster.seated([entry("7001"), entry("7002")], roster.read(sheets.MOODLE))
    assert [one.arrival for one in seated] == [Arrival(late=True, late_by=26 * 3600.0), Arrival()]


def test_who_is_not_on_the_list_is_known_as_such() -> None:
    """Nobody is lost: they are graded under their own name."""
    seated, found = roster.seated([entry("eve")], roster.read(sheets.OURS))
    assert seated == [entry("eve")]
    assert found.strangers(["eve"]) == ["eve"]
    assert len(found.absent) == 4


def test_without_a_list_nobody_is_missing_or_strange() -> None:
    seated, found = roster.seated([entry("eve")], [])
    assert (seated, found, found.strangers(["eve"])) == ([entry("eve")], Roster(), [])


def test_of_two_with_one_name_nobody_is_guessed() -> None:
    """An id decides; where there is only a name, both stay unmatched."""
    members = roster.read(b"id,name\n1,Max Born\n2,Max Born\n")
    found = matched(members, [Student("77", "Max Born")])
    assert [member.student for member in found.members] == ["", ""]
    assert [m.student for m in matched(members, [Student("2", "Max Born")]).members] == ["", "2"]
    twins = [Student("77", "Max Born"), Student("78", "Max Born")]
    assert [m.student for m in matched(members[:1], twins).members] == [""]


def test_names_that_differ_in_their_order_are_nobody_s() -> None:
    """Li Wang and Wang Li are two people, and systems write either first. In one word, a name is Canvas's."""
    members = roster.read(b'id,name\n1,"Li, Wang"\n2,"Wang, Li"\n')
    assert not matched(members, [Student("77", "Wang Li")]).by_student()
    assert [m.student for m in matched(members, [Student("77", "wangli")]).members] == ["", "77"]


def test_an_id_goes_before_a_name() -> None:
    """Somebody's name may be somebody else's id."""
    members = roster.read(b"id,name\nbob,Ada\nada,Bob\n")
    found = matched(members, [Student("ada", "ada"), Student("bob", "bob")])
    assert {member.id: member.student for member in found.members} == {"ada": "ada", "bob": "bob"}


def test_ids_with_letters_stay_whole() -> None:
    """Only Moodle's own word for a participant is taken off a number."""
    assert [member.id for member in roster.read(b"id,name\nstudent12,A\nstudent13,B\n")] == [
        "student12",
        "student13",
    ]


@pytest.mark.parametrize(
    ("data", "said"), [(b"a,b\n1,2\n", "no column says who"), (b"id,name\n", "nobody is on it")]
)
def test_what_is_no_class_list_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(UsageError, match=said):
        roster.load(path)


def test_a_name_on_the_list_does_not_move_a_report() -> None:
    """The id stays that of the system, so the folder of a report stays, too."""
    seated, _ = roster.seated([entry("10123", "lovelaceada")], roster.read(sheets.CANVAS))
    assert seated == [replace(entry("10123"), student=Student("10123", "Lovelace, Ada"))]
