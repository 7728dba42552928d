"""Everything that the lock and the box promise holds for an ordinary user as it does for root.

Stopped by nothing that needs privileges: Landlock, seccomp and limits are there for everybody.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.rig import ROOT

NOBODY = 65534
# What depends on who runs it: reading, changing and reaching things, and the life of the box. The other
# attacks take their time, and would only take it once more.
HERE = Path(__file__).parent
SUITE = [
    "reads_*",
    "writes",
    "links_and_names",
    "metadata",
    "sockets",
    "unix_socket",
    "new_process",
    "new_thread",
    "signals",
    "looking_into_processes",
    "own_limits",
    "raw_system_calls",
    "other_instruction_set",
    "shared_memory",
    "other_privileges",
    "older_kernel",
    "outlives_*",
    "descriptor_bomb",
    "memory",
    "endless_import",
    "float_subclass",
    "told_secrets",
]


def readable_python():
    """An interpreter of this version that everybody may run; None when there is none."""
    major, minor, _ = platform.python_version_tuple()
    for path in (sys.executable, f"/usr/bin/python{major}.{minor}", f"/usr/local/bin/python{major}.{minor}"):
        real = Path(path).resolve()
        if real.exists() and all(parent.stat().st_mode & 0o001 for parent in real.parents):
            return str(real)
    return None


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="an ordinary user runs this already"
)
def test_the_suite_as_nobody():
    """The attacks that depend on privileges, run by a user who has none."""
    python = readable_python()
    if python is None or not all(parent.stat().st_mode & 0o001 for parent in ROOT.parents):
        pytest.skip("neither the interpreter nor the kit can be read by another user here")
    files = sorted(str(path) for name in SUITE for path in HERE.glob(f"test_{name}.py"))
    packages = os.pathsep.join(path for path in sys.path if path.endswith("site-packages"))
    run = subprocess.run(
        [python, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *files],
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        cwd=ROOT,
        env={"PYTHONPATH": packages, "HOME": "/nonexistent", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"{run.stdout[-3000:]}{run.stderr[-1000:]}"
    assert "passed" in run.stdout
