"""The list of system calls, as a program that the kernel's own rules would run."""

import struct

import pytest

from grader.box import lock

KILL, ALLOW, EPERM, ZERO = 0x8000_0000, 0x7FFF_0000, 0x0005_0001, 0x0005_0000
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def run(program, architecture, number, third=0, fourth=0):
    """What the program says of a system call: a small interpreter of its four instructions."""
    instructions = list(struct.iter_unpack("HBBI", program))
    data, accumulator, at = struct.pack("IIQQQQQ", number, architecture, 0, 0, 0, third, fourth), 0, 0
    while True:
        code, if_true, if_false, value = instructions[at]
        if code == 0x20:
            (accumulator,) = struct.unpack_from("I", data, value)
        elif code == 0x15:
            at += if_true if accumulator == value else if_false
        elif code == 0x45:
            at += if_true if accumulator & value else if_false
        else:
            return value
        at += 1


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_what_is_on_the_lists_and_nothing_else(machine):
    """Numbers on the lists are allowed or answered with 0, every other fails, up to the last there can be."""
    due = dict.fromkeys([*lock.CALLS[machine].values(), *lock.DATA_ONLY[machine].values()], ALLOW)
    due |= dict.fromkeys(lock.ZERO[machine].values(), ZERO)
    program = lock.program(machine)
    for number in [*range(1000), 2**30 + 9, 2**31, 2**32 - 1]:
        assert run(program, ARCHITECTURES[machine], number) == due.get(number, EPERM)


@pytest.mark.parametrize("machine", ARCHITECTURES)
@pytest.mark.parametrize("protection", range(8))
def test_no_memory_becomes_code(machine, protection):
    """Whatever else is asked for along with it, memory that can be executed is refused."""
    for number in lock.DATA_ONLY[machine].values():
        found = run(lock.program(machine), ARCHITECTURES[machine], number, protection)
        assert found == (EPERM if protection & 4 else ALLOW)


@pytest.mark.parametrize("machine", ARCHITECTURES)
@pytest.mark.parametrize("flags", range(64))
def test_no_memory_is_shared(machine, flags):
    """Nor is it with a flag beside that. The fourth argument of mprotect is nobody's, and may be anything."""
    program, architecture = lock.program(machine), ARCHITECTURES[machine]
    new, changed = lock.DATA_ONLY[machine]["mmap"], lock.DATA_ONLY[machine]["mprotect"]
    assert run(program, architecture, new, 3, flags) == (EPERM if flags & 1 else ALLOW)
    assert run(program, architecture, changed, 3, flags) == ALLOW


def test_the_rules_of_landlock():
    """Each version refuses what the earlier ones did and more; the bits are those of linux/landlock.h."""
    found = {version: struct.unpack("QQQ", lock.landlock_rules(version)) for version in range(1, 9)}
    assert [files.bit_length() for files, _, _ in found.values()] == [13, 14, 15, 15, 16, 16, 16, 16]
    assert all(files & (files + 1) == 0 for files, _, _ in found.values())
    assert [(tcp, scopes) for _, tcp, scopes in found.values()] == [(0, 0)] * 3 + [(3, 0)] * 2 + [(3, 3)] * 3


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_other_instruction_sets_are_killed(machine):
    """Even for numbers that are on the list: there they mean other calls."""
    for other in {0x40000003, 0xC000003E, 0xC00000B7, 0} - {ARCHITECTURES[machine]}:
        assert run(lock.program(machine), other, 0) == KILL


def test_both_machines_have_the_same_calls():
    """Where one has a call that the other has not, it is one of the old names that x86-64 kept."""
    assert set(lock.CALLS["x86_64"]) - set(lock.CALLS["aarch64"]) == {"poll", "select"}
    assert not set(lock.CALLS["aarch64"]) - set(lock.CALLS["x86_64"])
    for table in (lock.ZERO, lock.DATA_ONLY):
        assert set(table["x86_64"]) == set(table["aarch64"])


@pytest.mark.parametrize(
    ("system", "machine"), [("Linux", "riscv64"), ("Darwin", "arm64"), ("Windows", "AMD64")]
)
def test_elsewhere_there_is_no_lock(monkeypatch, system, machine):
    """Where the numbers are not known, nothing is claimed."""
    monkeypatch.setattr(lock.platform, "system", lambda: system)
    monkeypatch.setattr(lock.platform, "machine", lambda: machine)
    assert not lock.supported()
