"""The list of system calls, as a program that the kernel's own rules would run."""

import struct

import pytest

from grader import lock

KILL, ALLOW, EPERM = 0x8000_0000, 0x7FFF_0000, 0x0005_0001
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def run(program, architecture, number):
    """What the program says of a system call: a small interpreter of its three instructions."""
    instructions = list(struct.iter_unpack("HBBI", program))
    data, accumulator, at = struct.pack("II", number, architecture), 0, 0
    while True:
        code, if_true, if_false, value = instructions[at]
        if code == 0x20:
            (accumulator,) = struct.unpack_from("I", data, value)
        elif code == 0x15:
            at += if_true if accumulator == value else if_false
        else:
            return value
        at += 1


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_what_is_on_the_list_and_nothing_else(machine):
    """Every number on the list is allowed, every other fails with EPERM, up to the last one there can be."""
    program, allowed = lock.program(machine), set(lock.CALLS[machine].values())
    for number in [*range(1000), 2**31, 2**32 - 1]:
        expected = ALLOW if number in allowed else EPERM
        assert run(program, ARCHITECTURES[machine], number) == expected


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_other_instruction_sets_are_killed(machine):
    """Even for numbers that are on the list: there they mean other calls."""
    for other in {0x40000003, 0xC000003E, 0xC00000B7, 0} - {ARCHITECTURES[machine]}:
        assert run(lock.program(machine), other, 0) == KILL


def test_both_lists_name_the_same_calls():
    """Where one machine has a call that the other has not, it is one of the old names that x86-64 kept."""
    old = {"open", "stat", "lstat", "poll", "access", "select", "time"}
    assert set(lock.CALLS["x86_64"]) - set(lock.CALLS["aarch64"]) == old
    assert not set(lock.CALLS["aarch64"]) - set(lock.CALLS["x86_64"])


@pytest.mark.parametrize(
    ("system", "machine"), [("Linux", "riscv64"), ("Darwin", "arm64"), ("Windows", "AMD64")]
)
def test_elsewhere_there_is_no_lock(monkeypatch, system, machine):
    """Where the numbers are not known, nothing is claimed."""
    monkeypatch.setattr(lock.platform, "system", lambda: system)
    monkeypatch.setattr(lock.platform, "machine", lambda: machine)
    assert not lock.supported()
