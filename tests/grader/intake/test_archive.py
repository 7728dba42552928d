"""A zip is read without trusting a word of it."""

import io
import os
import random
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake import archive
from grader.intake.archive import Archive, CautiousFile
from grader.intake.tree import MAX_ITEMS, Folder, UnreadableError
from tests.fuzzing import fuzz
from tests.grader.handins import WHOLE, crowded, encrypted, lay, watched, with_mode, zipped, zipped_pairs

MB = 1 << 20


def opened(packed: bytes) -> Archive:
    return Archive(CautiousFile(io.BytesIO(packed)))


def kinds(packed: bytes, folder: str = "") -> dict[str, str]:
    return {item.name: item.kind for item in opened(packed).items(folder)}


def refused(packed: bytes, path: str = "engine.py") -> str:
    """Why `path` cannot be read."""
    with pytest.raises(UnreadableError) as caught:
        opened(packed).read(path, MB)
    return caught.value.what


def peak_memory(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_members_are_listed_and_read() -> None:
    """Folders appear whether or not the zip has entries of their own for them."""
    packed = zipped({"engine.py": b"x", "deep/er/file": b"y", "empty/": b""})
    assert kinds(packed) == {"engine.py": "file", "deep": "folder", "empty": "folder"}
    assert kinds(packed, "deep/er") == {"file": "file"}
    assert opened(packed).read("deep/er/file", 1) == b"y"


def test_a_zip_on_disk_is_opened_in_place(tmp_path: Path) -> None:
    """A large zip is not loaded to read a small file in it."""
    lay(tmp_path, {"big.zip": zipped({"data": os.urandom(8 * MB), "engine.py": b"x"})})
    with archive.opened(Folder(tmp_path), "big.zip") as tree:
        assert peak_memory(lambda: tree.read("engine.py", MB)) < MB


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../engine.py",
        "a/../../engine.py",
        "..\\engine.py",
        "C:\\engine.py",
        "\\\\server\\engine.py",
    ],
)
def test_a_name_that_leads_out_is_set_apart(name: str) -> None:
    """Such a member appears as a stray at the top, is never another's neighbour, and cannot be read."""
    packed = zipped_pairs((name, b"evil"), ("engine.py", b"good"))
    (stray,) = (item for item in opened(packed).items() if item.kind == "stray")
    assert opened(packed).kind(stray.name) == "stray"
    assert "leads out" in refused(packed, stray.name)
    assert opened(packed).read("engine.py", MB) == b"good"


def test_a_null_byte_cannot_hide_the_end_of_a_name() -> None:
    """`engine.py` + NUL + `.exe` is not engine.py."""
    packed = zipped({"engine.py!.exe": b"x"}).replace(b"engine.py!", b"engine.py\0")
    assert "file" not in kinds(packed).values()


@pytest.mark.parametrize(
    "pairs",
    [
        (("engine.py", b"one"), ("engine.py", b"two")),
        (("engine.py", b"one"), ("./engine.py", b"two")),
        (("engine.py", b"one"), (".\\engine.py", b"two")),
        (("engine.py", b"one"), ("engine.py/more", b"two")),
    ],
)
def test_a_name_that_comes_twice_is_refused(pairs: tuple[tuple[str, bytes], ...]) -> None:
    """Which of two was meant is not guessed, however the second is spelled; others are unharmed."""
    packed = zipped_pairs(*pairs, ("training.py", b"fine"))
    assert refused(packed) == "is in the zip more than once"
    assert opened(packed).read("training.py", MB) == b"fine"


@pytest.mark.parametrize(
    ("mode", "kind"), [(0o120777, "link"), (0o010644, "pipe"), (0o020666, "device"), (0, "file")]
)
def test_special_files_in_a_zip_are_no_files(mode: int, kind: str) -> None:
    """A link in a zip holds a path where a file's content would be."""
    packed = zipped({with_mode("engine.py", mode): b"/etc/passwd"})
    assert opened(packed).kind("engine.py") == kind


def test_a_bomb_ends_at_the_limit() -> None:
    """Zeros without end, packed into a few bytes, are read up to the limit, and no further."""
    packed = zipped({"engine.py": bytes(32 * MB), "training.py": b"fine"})
    assert peak_memory(lambda: refused(packed)) < 8 * MB
    assert refused(packed) == "is larger than 1 MB"


def test_a_bomb_that_lies_about_its_size_is_damaged() -> None:
    """The size that the zip states is not what is trusted."""
    content = struct.pack("<L", 4 * MB)
    packed = zipped({"engine.py": bytes(4 * MB)}).replace(content, struct.pack("<L", 10))
    assert refused(packed) == "is damaged inside the zip"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_cannot_be_bounded_are_refused(method: int) -> None:
    """A few kilobytes of bzip2 may stand for a hundred megabytes, all at once."""
    assert refused(zipped({"engine.py": b"x"}, method)) == "is packed in an unusual way"


def test_an_encrypted_member_is_named() -> None:
    """There is no password to guess."""
    assert refused(encrypted(zipped())) == "is encrypted"


def test_a_changed_byte_is_noticed() -> None:
    """A checksum that does not fit means that the file is not what was handed in."""
    packed = zipped({"engine.py": b"x = 1"}, zipfile.ZIP_STORED).replace(b"x = 1", b"x = 2")
    assert refused(packed) == "is damaged inside the zip"


def forged(offset: int, layout: str, value: int) -> bytes:
    """A zip of engine.py alone, with one field of its directory's entry exchanged."""
    packed = bytearray(zipped({"engine.py": b"x" * 50}, zipfile.ZIP_STORED))
    struct.pack_into(layout, packed, packed.rindex(b"PK\x01\x02") + offset, value)
    return bytes(packed)


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(forged(42, "<L", 150), id="its header begins just before the end"),
        pytest.param(forged(42, "<L", 0xFFFFFF), id="its header lies behind the end"),
        pytest.param(forged(10, "<H", 8), id="it is said to be deflated and is not"),
        pytest.param(forged(8, "<H", 0x40), id="it is said to be packed by unknown means"),
        pytest.param(forged(20, "<Q", (0xFFFFF << 32) + 0xFFFFF), id="it is said to be longer than the zip"),
        pytest.param(
            zipped({"engine.py": b"x"}).replace(b"PK\x03\x04", b"PK\x03\x05"), id="its header is none"
        ),
        pytest.param(zipped({"engine.py": b"x"})[3:], id="its header begins before the zip"),
    ],
)
def test_a_member_whose_records_lie_is_damaged(tmp_path: Path, packed: bytes) -> None:
    """On disk and in memory, where `zipfile` stumbles in different ways."""
    lay(tmp_path, {"ada.zip": packed})
    with (
        archive.opened(Folder(tmp_path), "ada.zip") as tree,
        pytest.raises(UnreadableError, match="damaged inside"),
    ):
        tree.read("engine.py", MB)
    assert refused(packed) == "is damaged inside the zip"


def test_a_zip_for_a_later_version_is_named() -> None:
    """What no unpacker of today can read is no reason to crash."""
    with pytest.raises(UnreadableError, match="is damaged, or is no zip"):
        opened(forged(6, "<H", 95))


@pytest.mark.parametrize("packed", [b"", b"PK", b"no zip at all", zipped()[:-30], bytes(1000)])
def test_what_is_no_zip_is_named(packed: bytes) -> None:
    """Empty, cut off, or something else altogether."""
    with pytest.raises(UnreadableError, match="is damaged, or is no zip"):
        opened(packed).read("engine.py", MB)


def test_a_zip_behind_other_bytes_is_read() -> None:
    """Self-extracting archives and some download tools put something in front."""
    assert opened(b"#!/bin/sh\n" + zipped()).read("engine.py", MB) == WHOLE["engine.py"]


def test_a_million_entries_are_refused_before_they_cost_anything(tmp_path: Path) -> None:
    """The directory of 46 MB is not even read."""
    lay(tmp_path, {"ada.zip": crowded(1_000_000)})

    def attempt() -> None:
        with (
            pytest.raises(UnreadableError, match="more than 20,000"),
            archive.opened(Folder(tmp_path), "ada.zip"),
        ):
            pass

    assert peak_memory(attempt) < 2 * MB


def test_a_crowd_that_fits_the_directory_is_refused_before_it_is_parsed() -> None:
    """Small entries in a directory of allowed size are counted, whatever count the zip states."""
    packed = crowded(80_000)
    with pytest.raises(UnreadableError, match="more than 20,000"):
        opened(packed)
    assert len(opened(crowded(MAX_ITEMS)).items()) == 0  # without names, so none to show


EMPTY_FIELD = b"\xca\xfe\0\0"


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(crowded(63, EMPTY_FIELD * 16_000), id="as many fields as an entry holds"),
        pytest.param(crowded(1_000, EMPTY_FIELD * 1_000), id="many entries with many fields"),
        pytest.param(crowded(60, b"\xca\xfe\0\xfa" + bytes(0xFA00)), id="one long field"),
    ],
)
def test_extra_fields_without_end_are_refused_before_they_are_parsed(
    packed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For each field `zipfile` copies all the others, so 4 MB of them would take seconds."""
    monkeypatch.setattr(zipfile.ZipInfo, "_decodeExtra", lambda *_: pytest.fail("parsed"))
    with pytest.raises(UnreadableError, match="packed in an unusual way"):
        opened(packed)


def test_usual_extra_fields_are_read() -> None:
    """Times, owners and a name in Unicode, as zips from everywhere have them."""
    info = zipfile.ZipInfo("engine.py")
    info.extra = struct.pack("<2HQ", 0x5455, 8, 0) + struct.pack("<2H", 0xCAFE, 800) + bytes(800)
    assert opened(zipped({info: b"x"})).read("engine.py", MB) == b"x"


@pytest.mark.parametrize("claimed", [0xFFFFFFFE, 46_000_000, 1])
def test_a_directory_that_lies_about_its_size_is_refused(claimed: int) -> None:
    """A size that the file cannot have, or does not have."""
    packed = zipped()
    end = packed.rindex(b"PK\x05\x06")
    with pytest.raises(UnreadableError):
        opened(packed[: end + 12] + struct.pack("<L", claimed) + packed[end + 16 :])


def test_a_name_in_utf8_that_does_not_say_so_is_read_as_utf8() -> None:
    """Finder's zips have names in UTF-8 without the flag for it."""
    packed = zipped({"Zoë": b"x"}).replace(
        b"PK\x01\x02" + b"\x14\x03\x14\0\0\x08", b"PK\x01\x02" + b"\x14\x03\x14\0\0\0"
    )
    local = packed.replace(b"PK\x03\x04\x14\0\0\x08", b"PK\x03\x04\x14\0\0\0")
    assert local != zipped({"Zoë": b"x"})
    assert kinds(local) == {"Zoë": "file"}


def test_a_name_of_the_dos_alphabet_stays_readable() -> None:
    """Old tools write cp437, and such bytes are seldom valid UTF-8."""
    packed = zipped({"Zo?x": b"x"}).replace(b"Zo?x", b"Zo\x89x")
    assert kinds(packed) == {"Zoëx": "file"}


def test_a_name_that_is_no_utf8_but_says_so_is_named() -> None:
    """The reason tells the encoding, so that the student can find the file."""
    packed = zipped({"Zoë": b"x"}).replace("Zoë".encode(), b"Zo\xff\xff")
    with pytest.raises(UnreadableError, match="not valid UTF-8"):
        opened(packed)


def test_a_zip_inside_is_unpacked_in_memory_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """One inside another is a tree like any; one that is too large is refused."""
    outer = opened(zipped({"inner.zip": zipped()}))
    with archive.opened(outer, "inner.zip") as inner:
        assert inner.read("engine.py", MB) == WHOLE["engine.py"]
    monkeypatch.setattr(archive, "MAX_NESTED", 100)
    with pytest.raises(UnreadableError, match="larger"), archive.opened(outer, "inner.zip"):
        pass


# --- fuzzing -----------------------------------------------------------------------------------


def explore(packed: bytes) -> None:
    """Reads all that a zip offers: a result or an UnreadableError, nothing else, and nothing written."""
    with watched() as seen:
        try:
            tree = opened(packed)
        except UnreadableError:
            return
        for item in tree.items():
            tree.items(item.name)
            try:
                assert len(tree.read(item.name, MB)) <= MB
            except UnreadableError as error:
                assert error.do
    assert seen == []


@fuzz()
@given(
    packed=st.binary(max_size=2000)
    | st.binary(max_size=500).map(lambda tail: b"PK\x03\x04" + tail + zipped()[-200:])
)
def test_any_bytes_are_a_zip_or_a_reason(packed: bytes) -> None:
    """Nothing but `UnreadableError` comes out of arbitrary bytes."""
    explore(packed)


@fuzz(300)
@given(seed=st.integers(0, 2**64), changes=st.integers(1, 12))
def test_any_damage_to_a_zip_is_a_reason(seed: int, changes: int) -> None:
    """Bytes changed, cut out or repeated anywhere in a good zip never lead to another error."""
    rng = random.Random(seed)
    packed = bytearray(zipped({**WHOLE, "deep/file": b"x" * 500}, rng.choice((0, 8, 12, 14))))
    for _ in range(changes):
        at = rng.randrange(len(packed))
        packed[at : at + rng.choice((0, 1, 1, 1, 4))] = rng.randbytes(rng.choice((0, 1, 1, 1, 4)))
    explore(bytes(packed))


@fuzz()
@given(
    names=st.lists(
        st.text(max_size=20) | st.sampled_from(["..", "/", "engine.py", "a/b", "./", "\\"]), max_size=5
    )
)
def test_any_names_in_a_zip_are_a_tree(names: list[str]) -> None:
    """No name breaks the list, and no path in it leads out."""
    packed = zipped_pairs(*((name, b"x") for name in names if "\0" not in name))
    explore(packed)
    assert all(".." not in item.name.split("/") for item in opened(packed).items() if item.kind != "stray")
