"""How the warm pytest runs one check: as pytest does, without a word to those who would report it.

Of pytest's hooks about twenty are called for each test, and in a worker nobody listens to most of them.
"""

from functools import partial

import pytest

from grader.checking.suites import Suites
from grader.checking.turn import CHECK

_OWN_WAYS = ("skip", "skipif", "xfail")  # marks that pytest itself looks at
_NOT_OURS = (pytest.exit.Exception, KeyboardInterrupt)


class Brisk:
    """A plugin. Checks are set up, run and torn down by pytest, and judged by `suites`."""

    def __init__(self, suites: Suites) -> None:
        self._suites = suites

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        """In place of pytest's own, which is private as well, like what it works with."""
        if not isinstance(item, pytest.Function) or CHECK not in item.stash:
            return None
        if any(name in item.keywords for name in _OWN_WAYS):
            return None
        if not item._request:  # an item that is run again, as all are here
            item._initrequest()
        self._judge(item, pytest.CallInfo.from_call(partial(_run, item), "call", reraise=_NOT_OURS))
        end = partial(take_down, item.session, nextitem)
        self._judge(item, pytest.CallInfo.from_call(end, "teardown", reraise=_NOT_OURS))
        item._request, item.funcargs = False, None  # type: ignore[assignment]  # as pytest leaves it
        return True

    def _judge(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        if call.excinfo is not None or call.when == "call":
            self._suites.judge(item, call)


def take_down(session: pytest.Session, following: pytest.Item | None) -> None:
    """Take down what `following` does not need; pytest has no public way to ask for that."""
    session._setupstate.teardown_exact(following)


def _run(item: pytest.Function) -> None:
    item.session._setupstate.setup(item)
    item.runtest()
