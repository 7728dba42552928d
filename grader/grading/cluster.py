"""The pool that grades on other machines: the workers of a Dask scheduler.

Dask decides what runs where, and what runs again when a machine is lost. Two things are decided here: only
workers that have said to be like us get jobs, and a submission whose process ended is tried alone, as it is
in the pool of this machine (see `grader.grading.batch`).
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import call
from pkgutil import resolve_name

from distributed import Client
from distributed import Future as Sent
from distributed.security import Security

from grader.errors import KitError, UsageError
from grader.grading import away, job, parcel
from grader.grading.changes import Conditions
from grader.grading.job import Graded, Job
from grader.grading.link import Link
from grader.model import Lesson
from grader.text import one_line

_PATIENCE = 300.0  # seconds without any worker that fits
_CONNECTING = 20.0  # seconds
_AHEAD = 2  # jobs for each worker: one that runs, and one that waits beside it
_HELLO, _WORK = "grader.grading.away:hello", "grader.grading.away:work"
_START = "in a folder of this kit, with: dask worker ADDRESS --nthreads 1"


class LostJobError(Exception):
    """A job came back without an outcome."""


@dataclass(eq=False, slots=True)
class _Flight:
    """A job on its way: where it may run, and the promise that was made for it."""

    job: Job
    request: bytes
    promise: Future[Graded | None] = field(default_factory=Future)
    allowed: frozenset[str] = frozenset()
    sent: Sent[bytes] | None = None


class Cluster:
    """The workers of a scheduler that fit this lesson. `tell` gets a line on each that does not.

    `width` is to be asked about every second: then new workers are welcomed, and jobs whose workers are all
    gone are sent once more.
    """

    def __init__(
        self, client: Client, lesson: Lesson, conditions: Conditions, tell: Callable[[str], None]
    ) -> None:
        self._client = client
        self._question = parcel.question(lesson, conditions)
        self._tell = tell
        self._asked: dict[str, Sent[bytes]] = {}
        self._fit: set[str] = set()
        self._unfit: set[str] = set()
        self._flights: set[_Flight] = set()
        self._since = time.monotonic()  # when there was a worker that fits

    def submit(self, task: Callable[[Job], Graded | None], work: Job, /) -> Future[Graded | None]:
        """Have a job done by `task`, which is `job.run` or `job.charge`."""
        charge = task is job.charge
        found = work if charge else job.prepared(work)
        if not isinstance(found, Job):
            done: Future[Graded | None] = Future()
            done.set_result(found)
            return done
        flight = _Flight(found, parcel.packed(found, charge=charge))
        self._flights.add(flight)
        self._send(flight)
        return flight.promise

    def width(self) -> int:
        """How many jobs to hand in at a time, for the workers that there are now.

        UsageError when there have been none that fit for a while, or the scheduler is gone.
        """
        self._welcome(self._present())
        self._flights = {flight for flight in self._flights if not flight.promise.done()}
        if self._fit:
            self._since = time.monotonic()
            for flight in self._flights:
                if not flight.allowed & self._fit:
                    self._send(flight)
        elif time.monotonic() - self._since > _PATIENCE:
            raise UsageError("there is no worker that can grade this", f"start some {_START}")
        return _AHEAD * len(self._fit)

    def _present(self) -> Collection[str]:
        if self._client.status != "running":
            raise self._gone()
        try:
            return set(self._client.nthreads())
        except (OSError, ValueError, TimeoutError):
            raise self._gone() from None

    def _gone(self) -> UsageError:
        hint = "start it again, then run the same command: finished grades are kept"
        return UsageError("the scheduler is gone", hint)

    # --- who takes part ------------------------------------------------------------------------

    def _welcome(self, present: Collection[str]) -> None:
        """Ask new workers who they are, and hear those that have answered."""
        for address in set(present) - self._asked.keys():
            self._asked[address] = self._ask(address)
        self._asked = {address: sent for address, sent in self._asked.items() if address in present}
        self._fit &= set(present)
        self._unfit &= set(present)
        for address, sent in self._asked.items():
            if sent.done() and address not in self._fit | self._unfit:
                self._judge(address, sent)
        if present and self._unfit == set(present):
            raise UsageError("none of the workers can grade this", f"start others {_START}")

    def _ask(self, address: str) -> Sent[bytes]:
        """Say hello by name: a worker that is sent a function which it cannot import comes to its end."""
        where = {"workers": [address], "allow_other_workers": False, "pure": False}
        hello = self._client.submit(resolve_name, _HELLO, **where)
        asked = self._client.submit(call, hello, self._question, **where)
        hello.release()
        return asked

    def _judge(self, address: str, sent: Sent[bytes]) -> None:
        if why := _said(sent):
            self._unfit.add(address)
            self._tell(f"{address} takes no part: {one_line(why, 300)}")
        else:
            self._fit.add(address)

    # --- jobs ----------------------------------------------------------------------------------

    def _send(self, flight: _Flight) -> None:
        """Send a job to whichever worker Dask finds best; a second time when nobody is left to do it."""
        flight.allowed = frozenset(self._fit)
        sent = self._client.submit(
            away.work, flight.request, workers=sorted(flight.allowed), allow_other_workers=False, pure=False
        )
        flight.sent = sent
        assert self._client.loop is not None  # it runs for as long as the client is open
        self._client.loop.add_callback(self._follow, flight, sent)

    async def _follow(self, flight: _Flight, sent: Sent[bytes]) -> None:
        """Wait for an answer, and keep the promise. Whatever a worker did to a job, only this job has failed.

        In the client's own loop: a thread that waits could never end when the client is closed meanwhile.
        """
        try:
            answer: bytes = await self._client.gather(sent, asynchronous=True)
            kept = _kept(parcel.outcome(answer, flight.job))
        except KitError as error:
            kept = _broken(error)
        except (Exception, asyncio.CancelledError) as error:
            lost = self._client.status == "running"
            kept = _broken(LostJobError(str(error)) if lost else self._gone())
        sent.release()  # here and not where it is forgotten: there it could swallow a Ctrl-C
        if flight.sent is sent and not flight.promise.done():
            kept(flight.promise)


def _kept(outcome: Graded) -> Callable[[Future[Graded | None]], None]:
    return lambda promise: promise.set_result(outcome)


def _broken(error: Exception) -> Callable[[Future[Graded | None]], None]:
    return lambda promise: promise.set_exception(error)


def _said(sent: Sent[bytes]) -> str:
    """Why a worker takes no part; empty where it does."""
    try:
        return parcel.refused(sent.result())
    except ModuleNotFoundError as error:
        return f"the kit is not installed there ({error})"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


@contextmanager
def opened(
    link: Link, lesson: Lesson, conditions: Conditions, tell: Callable[[str], None]
) -> Iterator[Cluster]:
    """The cluster at the other end of `link`. Leaving waits for nobody: what still runs there is forgotten.

    UsageError when no scheduler answers.
    """
    logging.disable()  # what Dask has to say of a lost scheduler, we say
    try:
        client = Client(
            link.address, security=_security(link), timeout=_CONNECTING, set_as_default=False, name="grader"
        )
    except (OSError, TimeoutError, ValueError) as error:
        logging.disable(logging.NOTSET)
        hint = "start one with: dask scheduler"
        raise UsageError(f"no scheduler answers at {link.address}: {error}", hint) from None
    try:
        _require_kit(client)
        yield Cluster(client, lesson, conditions, tell)
    finally:
        client.close(timeout=1)
        logging.disable(logging.NOTSET)


def _require_kit(client: Client) -> None:
    """UsageError where the scheduler does not know what it is to pass on."""
    try:
        client.run_on_scheduler(resolve_name, _WORK)
    except (ImportError, AttributeError) as error:
        hint = "start it where the kit is installed, as its workers"
        raise UsageError(f"the scheduler cannot pass on our work: {error}", hint) from None


def _security(link: Link) -> Security | None:
    if not link.encrypted:
        return None
    names = {"tls_ca_file": link.ca, "tls_client_cert": link.cert, "tls_client_key": link.key}
    return Security(require_encryption=True, **{name: str(path) for name, path in names.items()})
