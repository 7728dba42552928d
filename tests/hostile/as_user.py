"""Runs attacks as an ordinary user: `python -m tests.hostile.as_user` runs all of them.

Whoever is no root already has run them as one. Root gives up its rights for this. Where others cannot read
the kit and its packages, these are copied to where everybody can; and an interpreter of the same version that
everybody may run is looked for.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
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

# Whoever uses none of these does it all with Python's objects, which are the same whoever runs it.
_SYSTEM = re.compile(
    r"\b(_?os|ctypes|fcntl|inside|mmap|multiprocessing|open|Path|pathlib|pid|platform|resource|select|shutil|signal"
    r"|socket|subprocess|syscall|sysconfig|tempfile|threading|tmp_path|FORGER)\b"
)
# One of each kind beside them: a hang, a number that lies, what stands beside working code.
_OTHERS = ("endless_import", "float_subclass", "reads_defined_code", "told_secrets")


def main(arguments: list[str]) -> int:
    """Pytest's exit code; 0 with a reason where this cannot be tried."""
    if os.geteuid() != 0:
        print("hostile suite as an ordinary user: it ran as one already")
        return 0
    done = run([str(HERE.relative_to(ROOT))], arguments)
    if done is None:
        print("hostile suite as an ordinary user: SKIPPED, no interpreter of this version is open to others")
        return 0
    return done.returncode


def concerned() -> list[str]:
    """The attacks that meet the system, from the root of the kit: there it can matter who runs them."""
    return [str(path.relative_to(ROOT)) for path in sorted(HERE.glob("test_*.py")) if _meets_system(path)]


def _meets_system(path: Path) -> bool:
    name = path.stem.removeprefix("test_")
    _, _, code = path.read_text(encoding="utf-8").split('"""', 2)
    return name != "ordinary_user" and (name in _OTHERS or _SYSTEM.search(code) is not None)


def run(
    files: Sequence[str], arguments: Sequence[str] = (), **how: Any
) -> subprocess.CompletedProcess[str] | None:
    """Pytest on these files as nobody; None where no interpreter is open to others."""
    interpreter = next((path for path in INTERPRETERS if _may_run(path)), None)
    if interpreter is None:
        return None
    with _readable() as (kit, packages):
        environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}
        environment["PYTHONPATH"] = f"{kit}:{packages}"
        command = [interpreter, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments, *files]
        return subprocess.run(command, cwd=kit, env=environment, text=True, check=False, **_rights(), **how)


def _may_run(interpreter: str) -> bool:
    """Whether an ordinary user can start it, and whether it takes the packages of this one."""
    code = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        return subprocess.run([interpreter, "-c", code], check=False, **_rights()).returncode == 0
    except OSError:
        return False


@contextmanager
def _readable() -> Iterator[tuple[Path, Path]]:
    """The kit and its packages, where everybody can read them."""
    packages = Path(sysconfig.get_path("purelib"))
    if all(_open_to_others(path) for path in (*(ROOT / part for part in PARTS), packages)):
        yield ROOT, packages
        return
    with tempfile.TemporaryDirectory(prefix="learning-loop-user-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield _copied(folder / "kit", folder / "packages", packages)


def _open_to_others(path: Path) -> bool:
    """Whether nothing on the way to `path` and below it is closed to others."""
    ways = [(parent, 0o001) for parent in path.resolve().parents]
    below = [path, *path.rglob("*")] if path.is_dir() else [path]
    needed = [(each, 0o005 if each.is_dir() else 0o004) for each in below if each.exists()]
    return all(each.stat().st_mode & bits == bits for each, bits in (*ways, *needed))


def _copied(kit: Path, packages: Path, source: Path) -> tuple[Path, Path]:
    kit.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, kit / part)
    shutil.copytree(source, packages, ignore=_UNUSED)
    subprocess.run(["chmod", "-R", "a+rX", str(kit), str(packages)], check=True)
    return kit, packages


def _rights() -> dict[str, Any]:
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
