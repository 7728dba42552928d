"""Workers keep to one core, and never outlive the process that needs them."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.grading import workers
from tests.grader.batches import KIT, finish, kill

MARK = "set in the parent only"
state = ""


def facts() -> tuple[int, set[int], str, str]:
    """Of the worker that runs this: its id, its cores, its scratch folder, and what it inherited."""
    time.sleep(0.2)  # long enough that the other worker takes the other job
    return os.getpid(), os.sched_getaffinity(0), tempfile.gettempdir(), state


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until_gone(pid: int) -> bool:
    """Whether the process ends, given patience enough for any machine."""
    for _ in range(1000):
        if not running(pid):
            return True
        time.sleep(0.01)
    return False


def test_each_worker_has_one_core_of_its_own() -> None:
    """A worker and its boxes share a core, and two workers share none where there are two."""
    with workers.pool(2) as pool:
        found = [future.result() for future in [pool.submit(facts), pool.submit(facts)]]
    assert len({pid for pid, *_ in found}) == 2
    assert [len(cores) for _, cores, *_ in found] == [1, 1]
    assert len(set.union(*(cores for _, cores, *_ in found))) == min(2, workers.cores())


@pytest.mark.parametrize("seam", ["PrivateFolder", "ProcessPoolExecutor"])
def test_a_machine_without_room_is_told_what_to_free(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, seam: str
) -> None:
    """Full temporary folders and shared memory are the instructor's to clear; nothing is left behind."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(workers, seam, full)
    with pytest.raises(UsageError, match=r"no worker .* No space left") as caught, workers.pool(1):
        pass
    assert "TMPDIR" in caught.value.hint and "same command again" in caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_workers_are_spawned_and_clear_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """They inherit no state of the parent's, and their temporary files go with them."""
    monkeypatch.setattr(sys.modules[__name__], "state", MARK)
    with workers.pool(1) as pool:
        _, _, scratch, inherited = pool.submit(facts).result()
        assert Path(scratch).is_dir()
    assert inherited != MARK
    assert not Path(scratch).exists()


def never_ending(begun: Path) -> None:
    begun.touch()
    time.sleep(600)


def test_leaving_the_pool_ends_what_runs(tmp_path: Path) -> None:
    """Nobody waits for a job that nobody wants any more."""
    with workers.pool(1) as pool:
        pid = pool.submit(os.getpid).result()
        abandoned = pool.submit(never_ending, tmp_path / "begun")
        while not (tmp_path / "begun").exists():
            assert not abandoned.done(), abandoned.exception()
            time.sleep(0.01)
    assert until_gone(pid)
    assert abandoned.done()


def test_workers_end_with_their_parent() -> None:
    """Kill -9 of the parent leaves neither a worker nor its temporary files."""
    program = (
        "import os, tempfile, time; from grader.grading import workers\n"
        "with workers.pool(1) as pool:\n"
        "    print(pool.submit(os.getpid).result(), pool.submit(tempfile.gettempdir).result(), flush=True)\n"
        "    pool.submit(time.sleep, 600).result()\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=-1, stderr=-2, text=True, cwd=KIT)
    assert parent.stdout is not None
    pid, scratch = parent.stdout.readline().split()
    kill(parent.pid)
    finish(parent)
    assert until_gone(int(pid))
    assert not Path(scratch).exists()


def test_ctrl_c_is_the_parents_business() -> None:
    """A worker goes on when the terminal interrupts the whole group."""
    with workers.pool(1) as pool:
        pid = pool.submit(os.getpid).result()
        os.kill(pid, signal.SIGINT)
        assert pool.submit(os.getpid).result() == pid


def test_a_pool_that_ends_hears_no_second_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """It could be waiting for its own threads for ever; afterwards Ctrl-C works as before."""
    shutdown = ProcessPoolExecutor.shutdown

    def interrupted(self: ProcessPoolExecutor, *arguments: bool, **named: bool) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        shutdown(self, *arguments, **named)

    monkeypatch.setattr(ProcessPoolExecutor, "shutdown", interrupted)
    with workers.pool(1) as pool:
        assert pool.submit(abs, -1).result() == 1
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
