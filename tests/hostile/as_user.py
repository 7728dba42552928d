"""Runs the hostile suite once more as an ordinary user: `python -m tests.hostile.as_user`.

Whoever is no root already has run it as one. Root gives up its rights for this: the kit is copied to where
everybody can read it, and an interpreter of the same version that everybody may run is looked for.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
NOBODY = 65534
PARTS = ("exercises", "grader", "solutions", "tests", "pyproject.toml")
# Large packages that grading does not use: three quarters of what would be copied.
_UNUSED = shutil.ignore_patterns(
    *("*mypy*", "babel*", "dask*", "debugpy*", "distributed*", "IPython*", "jedi*", "jupyter*", "nb*"),
    *("notebook*", "pip", "prompt_toolkit*", "rapidfuzz*", "setuptools*", "sqlalchemy*", "tornado*"),
    "widgetsnbextension*",
)
_VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
INTERPRETERS = (sys.executable, f"/usr/bin/python{_VERSION}", f"/usr/local/bin/python{_VERSION}")


def main(arguments: list[str]) -> int:
    """Pytest's exit code; 0 with a reason where this cannot be tried."""
    if os.geteuid() != 0:
        print("hostile suite as an ordinary user: it ran as one already")
        return 0
    interpreter = next((path for path in INTERPRETERS if _may_run(path)), None)
    if interpreter is None:
        print("hostile suite as an ordinary user: SKIPPED, no interpreter of this version is open to others")
        return 0
    with tempfile.TemporaryDirectory(prefix="learning-loop-user-") as folder:
        return _run(interpreter, Path(folder), arguments)


def _may_run(interpreter: str) -> bool:
    """Whether an ordinary user can start it, and whether it takes the packages of this one."""
    code = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        return subprocess.run([interpreter, "-c", code], check=False, **_rights()).returncode == 0
    except OSError:
        return False


def _run(interpreter: str, folder: Path, arguments: list[str]) -> int:
    kit, packages = folder / "kit", folder / "packages"
    folder.chmod(0o755)
    kit.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, kit / part)
    shutil.copytree(sysconfig.get_path("purelib"), packages, ignore=_UNUSED)
    subprocess.run(["chmod", "-R", "a+rX", str(kit), str(packages)], check=True)
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}
    environment["PYTHONPATH"] = f"{kit}:{packages}"
    command = [interpreter, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments, "tests/hostile"]
    return subprocess.run(command, cwd=kit, env=environment, check=False, **_rights()).returncode


def _rights() -> dict[str, Any]:
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
