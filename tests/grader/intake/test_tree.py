"""A folder is read without following, waiting or writing."""

import os
import socket
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.intake import tree
from grader.intake.tree import Folder, Picked, UnreadableError
from tests.grader.handins import lay, watched

pytestmark = pytest.mark.timeout(20)  # a wait for a pipe must fail, not hang


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one file, and a secret beside it that must stay out of reach."""
    (tmp_path / "secret").write_bytes(b"secret")
    return lay(tmp_path / "folder", {"engine.py": b"x = 1\r\n", "deep/er/file": b"deep"})


def why_not(folder: Path, path: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        Folder(folder).read(path, 100)
    return caught.value.what


def open_files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_a_file_is_read_as_it_is(folder: Path) -> None:
    """Not a byte is changed, and files deeper down are reached by their path."""
    assert Folder(folder).read("engine.py", 100) == b"x = 1\r\n"
    assert Folder(folder).read("deep/er/file", 4) == b"deep"


def test_items_are_sorted_and_without_litter(folder: Path) -> None:
    """What operating systems and tools leave behind is nobody's work."""
    litter = ("._engine.py", ".DS_Store", "__MACOSX/x", ".git/x", "Thumbs.db")
    lay(folder, dict.fromkeys((*litter, "a"), b""))
    assert [(item.name, item.kind) for item in Folder(folder).items()] == [
        ("a", "file"),
        ("deep", "folder"),
        ("engine.py", "file"),
    ]


@pytest.mark.parametrize("target", ["../secret", "/etc/passwd", "nowhere", "link", "/dev/zero", "."])
def test_a_link_is_never_followed(folder: Path, target: str) -> None:
    """Out of the folder, to nothing, to itself, to a device or to the folder: a link is a link."""
    (folder / "link").symlink_to(target)
    assert Folder(folder).kind("link") == "link"
    assert Folder(folder).items("link") == ()
    assert why_not(folder, "link") == "is a link"


def test_no_step_of_a_path_may_be_a_link(folder: Path) -> None:
    """A linked folder leads nowhere, neither for its list nor for a file in it."""
    (folder / "away").symlink_to("..")
    assert Folder(folder).items("away/folder") == ()
    assert Folder(folder).kind("away/secret") is None
    assert "cannot be opened" in why_not(folder, "away/secret")


def test_a_pipe_does_not_block(folder: Path) -> None:
    """A named pipe that nobody writes to is named, and not waited for."""
    os.mkfifo(folder / "pipe")
    assert why_not(folder, "pipe") == "is a named pipe, not a file"


def test_a_file_that_becomes_a_pipe_does_not_block(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is looked at again once it is open, and opening it does not wait."""
    os.mkfifo(folder / "pipe")
    looks = iter([(folder / "engine.py").stat(), (folder / "pipe").stat()])
    monkeypatch.setattr(tree, "_kind", lambda status: tree.kind_of_mode(next(looks).st_mode))
    before = open_files()
    with pytest.raises(UnreadableError, match="named pipe") as caught:
        Folder(folder).read("pipe", 100)
    assert caught.tb is not None
    assert open_files() == before  # closed although the error, and all it refers to, is still at hand


def test_a_file_that_becomes_a_link_is_not_followed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The open itself refuses links, whatever was there a moment before."""
    (folder / "link").symlink_to("../secret")
    monkeypatch.setattr(tree, "_require_file", lambda status: None)
    assert "cannot be opened" in why_not(folder, "link")


def test_a_socket_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Unix socket is no file."""
    monkeypatch.chdir(folder)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        assert why_not(folder, "socket") == "is a socket, not a file"


def test_a_device_is_named_and_not_opened() -> None:
    """An endless device neither fills memory nor is touched."""
    assert why_not(Path("/dev"), "zero") == "is a device, not a file"


def test_a_folder_in_place_of_a_file_is_named(folder: Path) -> None:
    """A folder called like a file is no file."""
    assert why_not(folder, "deep") == "is a folder"


def test_a_missing_file_is_missing(folder: Path) -> None:
    """Its kind is None, its list is empty, and reading it says that it is not there."""
    assert Folder(folder).kind("none") is None
    assert Folder(folder).items("none") == ()
    assert "no such file" in why_not(folder, "none")


def test_a_huge_file_is_refused_without_reading_it(folder: Path) -> None:
    """50 GB that take no room on the disk take none in memory either."""
    with (folder / "data").open("wb") as file:
        file.truncate(50 << 30)
    assert why_not(folder, "data").startswith("is larger than")


def test_a_file_of_exactly_the_limit_is_read(folder: Path) -> None:
    """The limit itself is allowed, one byte more is not."""
    lay(folder, {"full": b"x" * 100, "over": b"x" * 101})
    assert len(Folder(folder).read("full", 100)) == 100
    assert "larger" in why_not(folder, "over")


def test_a_folder_of_too_many_names_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listing stops at the limit."""
    monkeypatch.setattr(tree, "MAX_ITEMS", 1)
    with pytest.raises(UnreadableError, match="more than 1 files"):
        Folder(folder).items()


def test_what_may_not_be_opened_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is a reason, not a crash. (Root may open everything, so it is feigned.)"""
    monkeypatch.setattr(
        os, "scandir", lambda fd: (_ for _ in ()).throw(PermissionError(13, "Permission denied"))
    )
    with pytest.raises(UnreadableError, match="permission denied"):
        Folder(folder).items()


def test_a_system_that_cannot_do_this_safely_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without openat there is no safe way, and no unsafe one is taken."""
    monkeypatch.setattr(os, "supports_dir_fd", set())
    with pytest.raises(UsageError, match="cannot be read safely"):
        Folder(folder)


def test_no_descriptor_is_left_open(folder: Path) -> None:
    """After good and bad reads alike, as many files are open as before."""
    before = open_files()
    for path in ("engine.py", "deep", "none", "deep/er/file", "deep/none/file"):
        with pytest.raises(UnreadableError):
            Folder(folder).read(path, 0)
    assert open_files() == before


def test_reading_a_folder_changes_nothing(folder: Path) -> None:
    """No call that could write is made."""
    with watched() as seen:
        Folder(folder).items()
        Folder(folder).read("engine.py", 100)
    assert seen == []


def test_watching_sees_a_write(folder: Path) -> None:
    """The watch that the tests of intake rely on does notice."""
    with watched() as seen:
        (folder / "new").write_text("x")
        (folder / "new").unlink()
    assert [line.split()[0] for line in seen] == ["open", "os.remove"]


def test_picked_files_have_their_new_names_and_no_others(folder: Path) -> None:
    """Only what was picked is there, under the name that it was picked for."""
    tree = Folder(folder)
    picked = Picked({"a.py": (tree, "engine.py"), "b": (tree, "deep/er/file")})
    assert [item.name for item in picked.items()] == ["a.py", "b"]
    assert picked.read("b", 10) == b"deep"
    assert picked.kind("engine.py") is None
    assert picked.items("deep") == ()
