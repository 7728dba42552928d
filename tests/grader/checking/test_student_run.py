"""A student's own run spares what only takes time."""

import gc
import subprocess
import sys

import pytest
from hypothesis.internal.conjecture import providers

from grader.checking.student_run import StudentRun
from grader.checking.suites import Suites
from grader.lesson import catalog
from tests.grader.conftest import ROOT


@pytest.fixture
def run():
    return StudentRun(Suites(), lambda lesson: None)


def test_modules_are_not_parsed_for_numbers(run):
    """hypothesis does that while tests are collected; checks draw from strategies only."""
    kept = providers._get_local_constants
    collecting = run.pytest_collection_modifyitems()
    next(collecting)
    assert providers._get_local_constants is not kept
    assert not len(providers._get_local_constants())
    assert next(collecting, "done") == "done" and providers._get_local_constants is kept


def test_what_is_loaded_is_no_garbage(run):
    """Looking for some in all of pytest and hypothesis takes a tenth of a student's run."""
    before = gc.get_freeze_count()
    try:
        run.pytest_collection_finish()
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_watching_is_loaded_only_by_who_watches():
    code = "import sys, grader.checks; print([name for name in sys.modules if 'watching' in name])"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_a_catalog_is_parsed_once():
    """Every suite of a run asks for it, and so does whoever looks for lessons."""
    catalog._parsed.cache_clear()
    first = catalog.load(ROOT, "first_loop")
    parsed = catalog._parsed.cache_info().misses
    assert catalog.load(ROOT, "first_loop") == first and catalog._parsed.cache_info().misses == parsed
