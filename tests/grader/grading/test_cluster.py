"""A cluster gives the grades of this machine, whatever happens to its workers or its scheduler."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

pytest.importorskip("distributed")

from grader.errors import UsageError
from grader.grading import batch, cluster, dispatch, record, workers
from grader.grading.link import Link
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.model import Lesson
from tests.grader import batches, kits
from tests.grader.batches import LESSON, PAGES, hand_in, lasting, run
from tests.grader.clusters import LocalCluster, certificates, guests, joined, kill, ready, started

CLASS = {"ada", "wrong", "odd", "zoe", "李明"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    """A small lesson in a kit of its own: nothing here is about what is checked."""
    return kits.whole(tmp_path_factory.mktemp("small") / "kit")


@pytest.fixture(scope="module")
def real_class(small: Lesson) -> Path:
    """Right, wrong, broken and unreadable submissions."""
    folder = hand_in(small.root.parent / "class", "ada", "李明", lesson=small)
    hand_in(folder, "wrong", lesson=small, sums=b"def double(x):\n    return 3 * x\n")
    hand_in(folder, "odd", lesson=small, sums=b"def")
    (folder / "zoe.zip").write_bytes(b"no zip")
    return folder


@pytest.fixture(scope="module")
def undisturbed(real_class: Path, small: Lesson) -> dict[str, bytes]:
    """What this machine makes of that class."""
    run(real_class, real_class.parent / "undisturbed", lambda: workers.pool(1), small)
    return dict(lasting(real_class.parent / "undisturbed"))


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory, small: Lesson) -> Iterator[LocalCluster]:
    """A cluster of two workers that most tests share, one of them with a nanny."""
    with started(tmp_path_factory.mktemp("cluster"), small, 1) as found:
        found.worker("--nanny")
        yield found


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory, small: Lesson) -> Iterator[LocalCluster]:
    """A scheduler without workers, for tests that bring their own."""
    with started(tmp_path_factory.mktemp("scheduler"), small, 0) as found:
        yield found


@pytest.fixture
def bare(scheduler: LocalCluster) -> Iterator[LocalCluster]:
    """It once more; the workers of a test end with it."""
    with guests(scheduler) as found:
        yield found


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where reports go."""
    return tmp_path / "reports"


def grade(folder: Path, out: Path, at: LocalCluster, found: cluster.Cluster) -> Iterator[batch.Finished]:
    """Grade a class there, as the command does."""
    entries = intake.find(folder, at.lesson)
    work = batch.Batch(at.lesson, entries, lambda: nullcontext(found), found.width)
    with Shelf(out) as shelf:
        yield from batch.run(work, shelf)


def command(folder: Path, out: Path, at: LocalCluster) -> batches.Process:
    return batches.start(folder, out, "--scheduler", at.address, kit=at.lesson.root, ready=ready())


# --- as this machine does it ---------------------------------------------------------------------


def test_a_cluster_gives_the_same_reports(
    real_class: Path, undisturbed: dict[str, bytes], at: LocalCluster, out: Path
) -> None:
    """Byte for byte; and nothing is sent that has not changed."""
    with joined(at) as found:
        until(lambda: found.width() == 4)  # two workers, with a nanny and without
        assert {one.grade.student.id for one in grade(real_class, out, at, found)} == CLASS
        assert lasting(out) == undisturbed
        assert all(one.kept for one in grade(real_class, out, at, found))


def test_the_command_grades_there(
    real_class: Path, undisturbed: dict[str, bytes], at: LocalCluster, out: Path
) -> None:
    """One option more, and the same words."""
    process = command(real_class, out, at)
    said = batches.finish(process)
    assert process.returncode == 0, said
    assert "5 graded, 0 could not be graded" in said
    assert lasting(out) == undisturbed


# --- who takes part ------------------------------------------------------------------------------


def test_unequal_workers_are_named_and_take_no_part(
    real_class: Path, undisturbed: dict[str, bytes], at: LocalCluster, out: Path, tmp_path: Path
) -> None:
    """One has another lesson, one no kit at all; the others do the work."""
    shutil.copytree(at.lesson.root, tmp_path / "kit")
    with (tmp_path / "kit" / "solutions" / at.lesson.name / "sums.py").open("a") as file:
        file.write("# another kit\n")
    others = [
        at.worker(kit=tmp_path / "kit"),
        at.worker("--no-nanny", "--preload", "tests.grader.strange_worker"),
    ]
    told: list[str] = []
    try:
        with joined(at, told) as found:
            until(lambda: found.width() >= 0 and len(told) == 2)
            list(grade(real_class, out, at, found))
    finally:
        for other in others:
            kill(other)
    assert lasting(out) == undisturbed
    assert any("takes no part: the lesson or its checks: sha256:" in said for said in told)
    assert any("the kit is not installed there" in said for said in told)


def test_where_nobody_fits_the_command_ends(real_class: Path, bare: LocalCluster, out: Path) -> None:
    """With the reason, and without a report."""
    bare.worker("--no-nanny", "--preload", "tests.grader.strange_worker")
    process = command(real_class, out, bare)
    said = batches.finish(process)
    assert process.returncode == 2
    assert "the kit is not installed there" in said and "none of the workers can grade this" in said
    assert not list(out.glob("*/grade.json"))


def test_without_workers_patience_ends(
    real_class: Path, bare: LocalCluster, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for ever; the message says how to start one."""
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with joined(bare) as found, pytest.raises(UsageError, match="no worker") as caught:
        list(grade(real_class, out, bare, found))
    assert "dask worker" in caught.value.hint


def test_without_a_scheduler_the_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """And how to start one."""
    monkeypatch.setattr(cluster, "_CONNECTING", 0.5)
    with (
        pytest.raises(UsageError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9") as caught,
        cluster.opened(Link("tcp://127.0.0.1:9"), LESSON, {}, print),
    ):
        pass
    assert "dask scheduler" in caught.value.hint


def until(true: object) -> None:
    end = time.monotonic() + 120
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.05)


# --- what goes wrong -----------------------------------------------------------------------------


def test_a_submission_that_kills_its_process_costs_only_itself(
    tmp_path: Path, bare: LocalCluster, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is tried alone, and charged; neither a worker nor anybody else's grade is lost."""
    monkeypatch.setattr(dispatch, "TRIES", 2)
    folder = hand_in(tmp_path / "class", "ada", "bob", "mallory", lesson=bare.lesson)
    worker = bare.worker("--no-nanny", "--preload", "tests.grader.deadly_worker")
    with joined(bare) as found:
        grades = {one.grade.student.id: one.grade for one in grade(folder, out, bare, found)}
    assert worker.poll() is None
    mallory = grades.pop("mallory")
    assert (mallory.status, mallory.points) == ("graded", 0.0)
    whole = record.loads((out / "mallory" / "grade.json").read_bytes())
    assert any("ended too soon" in remark for remark in whole.remarks)
    assert {name: g.points for name, g in grades.items()} == {"ada": 10.0, "bob": 10.0}


def test_killed_workers_and_late_ones_change_nothing(
    real_class: Path, undisturbed: dict[str, bytes], bare: LocalCluster, out: Path
) -> None:
    """Kill -9 of the only worker in the middle; another one joins, and does the rest."""
    worker = bare.worker()
    with joined(bare) as found:
        for number, _ in enumerate(grade(real_class, out, bare, found)):
            if number == 1:
                kill(worker)
                bare.worker()
    assert lasting(out) == undisturbed


def test_a_scheduler_that_dies_loses_nothing_that_is_finished(
    real_class: Path, undisturbed: dict[str, bytes], tmp_path: Path, out: Path, small: Lesson
) -> None:
    """The command says so; with another scheduler it goes on."""
    with started(tmp_path / "cluster", small, 1) as at:
        process = command(real_class, out, at)
        batches.until_a_report(process, out)
        kill(at.scheduler)
        said = batches.finish(process)
    assert process.returncode == 2, said
    assert "the scheduler is gone" in said and "the same command goes on from there" in said
    assert "Traceback" not in said and "distributed" not in said
    assert set(map(frozenset, batches.reports(out).values())) == {frozenset(PAGES)}
    with started(tmp_path / "again", small, 1) as at:
        assert ", unchanged" in batches.finish(command(real_class, out, at))
    assert lasting(out) == undisturbed


def test_ctrl_c_waits_for_nobody(real_class: Path, at: LocalCluster, out: Path) -> None:
    """Exit code 130 and how to go on; the cluster is there for the next one."""
    process = command(real_class, out, at)
    batches.until_a_report(process, out)
    os.killpg(process.pid, signal.SIGINT)
    said = batches.finish(process)
    assert process.returncode == 130, said
    assert "the same command goes on from there" in said and "Traceback" not in said
    assert at.scheduler.poll() is None


@pytest.mark.parametrize("how", ["--nanny", "--no-nanny"])
def test_workers_end_when_they_are_told(bare: LocalCluster, how: str) -> None:
    """The process of ours that a worker keeps does not hold it up."""
    worker = bare.worker(how)
    with joined(bare) as found:
        until(lambda: found.width() == 2)
    worker.terminate()
    assert worker.wait(60) == 0


# --- the way there -------------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificates")
def test_an_encrypted_cluster_takes_who_has_a_certificate(tmp_path: Path, out: Path, small: Lesson) -> None:
    """Both ends show one; a stranger with one of another authority gets nowhere."""
    ours, strangers = (certificates(tmp_path / name) for name in ("ours", "strangers"))
    options = ("--tls-ca-file", ours["ca"], "--tls-cert", ours["cert"], "--tls-key", ours["key"])
    how = {"tls": tuple(map(str, options)), "protocol": ("--protocol", "tls")}
    with started(tmp_path / "cluster", small, 1, **how) as at:
        assert at.address.startswith("tls://")
        with joined(at, link=Link(at.address, **ours)) as found:
            [one] = grade(hand_in(tmp_path / "class", "ada", lesson=small), out, at, found)
        assert one.grade.points == 10.0
        with (
            pytest.raises(UsageError, match="no scheduler answers"),
            joined(at, link=Link(at.address, **strangers)),
        ):
            pass
