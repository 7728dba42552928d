"""A Dask cluster on this machine: a scheduler and workers, each a process that a test can kill."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

from grader.grading import batch, cluster
from grader.grading.link import Link
from grader.model import Lesson
from tests.grader.batches import KIT
from tests.grader.forks import Forked, Server, server

_DASK = ("distributed.cli.dask_scheduler", "distributed.cli.dask_worker")
_PATIENCE = 120.0  # seconds


def ready() -> Server:
    """What has loaded all that a cluster's processes are made of, and the command that has it grade."""
    return server("grader.cli", "grader.grading.cluster", "grader.grading.away", "dask.cli", *_DASK)


class LocalCluster:
    """A scheduler and its workers, who have the kit of `lesson`. `tls` are options of Dask's own commands."""

    def __init__(
        self, folder: Path, lesson: Lesson, tls: Sequence[str] = (), protocol: Sequence[str] = ()
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.lesson = lesson
        self.processes: list[Forked] = []
        self._folder, self._tls = folder, tls
        note = folder / "scheduler.json"
        note.unlink(missing_ok=True)
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(note), *protocol
        )
        end = time.monotonic() + _PATIENCE
        while not note.exists() or not note.read_bytes():
            assert self.scheduler.poll() is None and time.monotonic() < end, self._said("scheduler")
            time.sleep(0.05)
        self.address: str = json.loads(note.read_bytes())["address"]

    def worker(self, *options: str, kit: Path | None = None) -> Forked:
        """Start one more worker, in the folder of a kit."""
        options = options or ("--no-nanny",)
        cwd = kit or self.lesson.root
        return self._start("worker", self.address, "--nthreads", "1", *options, cwd=cwd)

    def _start(self, *arguments: str, cwd: Path = KIT) -> Forked:
        log = self._folder / f"{arguments[0]}.log"
        started = ready().start("dask.cli:run_cli", [*arguments, "--no-dashboard", *self._tls], log, cwd)
        self.processes.append(started)
        return started

    def _said(self, name: str) -> str:
        return (self._folder / f"{name}.log").read_text(errors="replace")

    def end(self) -> None:
        """Kill all that was started, nannies and what they keep included."""
        for process in self.processes:
            kill(process)


def kill(process: Forked) -> None:
    """Kill -9 of the process and its session."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(_PATIENCE)


@contextmanager
def started(folder: Path, lesson: Lesson, workers: int = 1, **how: object) -> Iterator[LocalCluster]:
    """A cluster with so many workers; nothing of it outlives the test."""
    found = LocalCluster(folder, lesson, **how)  # type: ignore[arg-type]
    try:
        for _ in range(workers):
            found.worker()
        yield found
    finally:
        found.end()


@contextmanager
def guests(at: LocalCluster) -> Iterator[LocalCluster]:
    """The cluster, for workers that start from now on: it is without them afterwards."""
    before = len(at.processes)
    try:
        yield at
    finally:
        for process in at.processes[before:]:
            kill(process)
        end = time.monotonic() + _PATIENCE
        with Client(at.address, set_as_default=False) as client:
            while len(client.nthreads()) > before - 1:
                assert time.monotonic() < end
                time.sleep(0.05)


@contextmanager
def joined(
    at: LocalCluster, told: list[str] | None = None, link: Link | None = None
) -> Iterator[cluster.Cluster]:
    """The grader's end of it; `told` gets what it says about workers."""
    conditions = batch.conditions_of(at.lesson, confined=True)
    say = (told if told is not None else []).append
    with cluster.opened(link or Link(at.address), at.lesson, conditions, say) as found:
        yield found


def certificates(folder: Path) -> dict[str, Path]:
    """An authority of our own (`ca`), and a certificate and key that it signed for everybody."""
    folder.mkdir()
    ca, ca_key, cert, key, asked = (folder / n for n in ("ca.pem", "ca.key", "cert.pem", "key.pem", "asked"))
    new = ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    for step in (
        [*new, "-x509", "-days", "2", "-subj", "/CN=authority", "-keyout", ca_key, "-out", ca],
        [*new, "-subj", "/CN=us", "-keyout", key, "-out", asked],
        [
            "x509",
            "-req",
            "-days",
            "2",
            "-in",
            asked,
            "-CA",
            ca,
            "-CAkey",
            ca_key,
            "-CAcreateserial",
            "-out",
            cert,
        ],
    ):
        subprocess.run(["openssl", *map(str, step)], check=True, capture_output=True)
    return {"ca": ca, "cert": cert, "key": key}
