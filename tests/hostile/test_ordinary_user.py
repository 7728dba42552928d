"""Everything that the lock and the box promise holds for an ordinary user as it does for root.

Stopped by nothing that needs privileges: Landlock, seccomp and limits are there for everybody.
"""

import os
import subprocess

import pytest

from tests.hostile import as_user


@pytest.mark.timeout(1200)  # it runs many tests in turn
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="an ordinary user runs this already"
)
def test_the_suite_as_nobody():
    """The attacks that meet the system, run by a user who has no privileges."""
    run = as_user.run(as_user.concerned(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run is None:
        pytest.skip("no interpreter of this version can be run by another user here")
    assert run.returncode == 0, f"{run.stdout[-3000:]}{run.stderr[-1000:]}"
    assert "passed" in run.stdout
