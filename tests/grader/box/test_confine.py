"""What a machine lacks is said, and refused until somebody allows it."""

import time
from pathlib import Path

import pytest

from grader.box import confine
from grader.box.box import Box
from grader.box.remote import Conversation
from grader.errors import UnconfinedError, UngradedError
from grader.model import Limits


def test_nothing_missing_is_no_error(monkeypatch):
    """Where all is there, grading may begin."""
    monkeypatch.setattr(confine, "missing_protections", list)
    confine.require_confinement()


def test_what_is_missing_is_named(monkeypatch):
    """The error names everything that is missing, the way out, and what it costs; it exits with 4."""
    monkeypatch.setattr(confine, "missing_protections", lambda: ["this", "that"])
    with pytest.raises(UnconfinedError) as refused:
        confine.require_confinement()
    assert "this; that" in refused.value.message
    assert "--allow-unconfined" in refused.value.hint and "advisory" in refused.value.hint
    assert refused.value.exit_code == 4


def test_another_platform(monkeypatch):
    """Where system calls cannot be filtered, that is what is missing."""
    monkeypatch.setattr(confine.lock, "supported", lambda: False)
    (missing,) = confine.missing_protections()
    assert "system call filters" in missing


@pytest.fixture
def kernel(monkeypatch):
    """`kernel(version)`: a machine whose kernel has this version of Landlock."""

    def pretend(version):
        monkeypatch.setattr(confine.lock, "supported", lambda: True)
        monkeypatch.setattr(confine.lock, "landlock_version", lambda: version)

    return pretend


@pytest.mark.parametrize(("version", "found"), [(-1, "none"), (0, "none"), (2, "version 2")])
def test_a_kernel_that_is_too_old(kernel, version, found):
    """A kernel without Landlock, or with too little of it, is refused with what was found."""
    kernel(version)
    (missing,) = confine.missing_protections()
    assert "Landlock" in missing and found in missing
    assert confine.single_protections() == []


@pytest.mark.parametrize(("version", "steps"), [(3, 4), (4, 3), (5, 2), (6, 0), (9, 0)])
def test_an_older_kernel(kernel, version, steps):
    """From Linux 6.2 on code can be locked in; what only one lock keeps it from before 6.12 has a name."""
    kernel(version)
    assert confine.missing_protections() == []
    assert len(confine.single_protections()) == steps
    assert ("signals to other processes" in confine.single_protections()) is (version < 6)


def test_a_lock_that_cannot_be_shut_is_our_fault(monkeypatch):
    """Neither a zero nor an advisory run: it fails closed, before any student code."""
    if confine.missing_protections():
        pytest.skip("nothing can be locked in here")
    monkeypatch.setattr(confine, "_mothers", {})
    monkeypatch.setattr(confine.lock, "landlock_rules", lambda: b"no rules")
    with pytest.raises(UngradedError, match="did not start"):
        confine.start(Limits(), confined=True)
    monkeypatch.undo()
    monkeypatch.setattr(confine, "_mothers", {})
    monkeypatch.setattr(confine.lock, "program", lambda: b"no program")
    with pytest.raises(UngradedError, match="could not be locked"):
        Box({}, Limits(), confined=True)


def test_an_open_process_takes_its_children_along(tmp_path):
    """Whoever may start processes leaves none of them behind."""
    forks = "import os, time\npid = os.fork()\nif not pid: time.sleep(1000)"
    with Box({"work.py": forks.encode()}, Limits(), confined=False) as box:
        conversation = Conversation(box.ask)
        conversation.fresh({}, {})
        child = conversation.module("work").pid
        assert Path(f"/proc/{child}").exists() or not Path("/proc").exists()
    assert any(_gone(child) or time.sleep(0.05) for _ in range(100))


def _gone(pid):
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"
