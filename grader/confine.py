"""Which process a box runs in: locked down, or open where somebody has allowed that.

A locked process is closed twice. sandlock (Landlock and seccomp, no privileges needed) takes away every file
but those named here, the network, the environment and more descriptors. Then `host.py` shuts the lock of
`grader.lock` and sets the kernel's limits, before it looks at the student's first byte.
"""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any, Protocol

from grader import lock
from grader.errors import UnconfinedError, UngradedError
from grader.model import Limits

LANDLOCK = 3  # the version needed, Linux 6.2: since then a file that is open for reading cannot be cut off
# What later versions refuse as well, by sandlock's name for it. The list of system calls has none of these
# either, so that on an older kernel one of two locks is missing, and not both.
_LATER = {
    "NET_TCP": (4, "TCP"),
    "FS_IOCTL_DEV": (5, "device commands"),
    "SIGNAL_SCOPE": (6, "signals to other processes"),
    "ABSTRACT_UNIX_SOCKET_SCOPE": (6, "abstract Unix sockets"),
}
HOST = Path(__file__).with_name("host.py")
WIRE = Path(__file__).with_name("wire.py")


class Process(Protocol):
    """What a box needs of the process it runs in: sandlock's, or subprocess's when unconfined."""

    stdin: Any
    stdout: Any
    stderr: Any
    pid: Any

    def kill(self) -> None: ...
    def wait(self, timeout: float | None = None) -> Any: ...


def missing_protections() -> list[str]:
    """What this machine lacks to lock student code in; empty when it can."""
    if not lock.supported():
        return [f"system call filters for this platform ({sys.platform})"]
    try:
        import sandlock
    except ImportError:
        return ["the package sandlock (pip install 'learning-loop[grader]')"]
    version = sandlock.landlock_abi_version()
    if version < LANDLOCK:
        found = f"version {version}" if version > 0 else "none"
        return [f"Landlock version {LANDLOCK} or newer in the kernel (Linux 6.2); found {found}"]
    return []


def single_protections() -> list[str]:
    """What only one lock keeps student code from here, because the kernel is older; nothing since 6.12."""
    if missing_protections():
        return []
    import sandlock

    version = sandlock.landlock_abi_version()
    return [what for needed, what in _LATER.values() if version < needed]


def require_confinement() -> None:
    """UnconfinedError when student code cannot be locked in on this machine."""
    missing = missing_protections()
    if missing:
        raise UnconfinedError(
            f"student code cannot be locked in on this machine; missing: {'; '.join(missing)}",
            "grade on Linux 6.2 or newer, or accept the risk with --allow-unconfined: "
            "reports then say `advisory`",
        )


def _readable(folder: str) -> list[str]:
    """The files and folders that a box may read: the interpreter, its library, the two files, `folder`."""
    multiarch = sysconfig.get_config_var("MULTIARCH")
    shared = [f"/lib/{multiarch}", f"/usr/lib/{multiarch}"] if multiarch else ["/lib", "/usr/lib"]
    own = [str(p) for p in Path(sys.base_prefix, "lib").glob("libpython*")]
    paths = [*shared, "/lib64", "/usr/lib64", _library(), *own, _interpreter(), str(HOST), str(WIRE), folder]
    return [p for p in paths if Path(p).exists()]


def _unreadable() -> list[str]:
    """Inside of what may be read: installed packages, among which a kit with its solutions may be."""
    paths = [Path(_library(), name) for name in ("site-packages", "dist-packages")]
    return [str(p) for p in paths if p.exists()]


def _library() -> str:
    return sysconfig.get_path("stdlib")


def _interpreter() -> str:
    return os.path.realpath(sys.executable)


def start(folder: str, limits: Limits, *, confined: bool) -> Process:
    """`host.py`, serving `folder`. UngradedError when a locked process cannot be started."""
    program = lock.program().hex() if confined else ""
    cpu_seconds = int(limits.submission_seconds) + 2
    numbers = (cpu_seconds, limits.memory, limits.answer)
    arguments = [str(HOST), folder, program, *map(str, numbers)]
    command = [_interpreter(), "-I", "-S", "-B", *arguments]
    return _start_locked(command, folder) if confined else _start_open(command, folder)


class _Group(subprocess.Popen[bytes]):
    """A process whose end is that of everything it has started."""

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)


def _start_locked(command: list[str], folder: str) -> Process:
    import sandlock

    sandbox = sandlock.Sandbox(
        fs_readable=_readable(folder),
        fs_denied=_unreadable(),
        name=f"box-{secrets.token_hex(6)}",  # shows as the host's name; no two at a time may share one
        cwd=folder,
        clean_env=True,
        max_open_files=32,
        allow_degraded=[sandlock.Protection[name] for name in _LATER],
        no_coredump=True,
    )
    pipe = sandlock.StdioMode.PIPED
    try:
        process: Process = sandbox.popen(command, stdin=pipe, stdout=pipe, stderr=pipe)
    except (RuntimeError, sandlock.SandlockError) as error:
        raise UngradedError(f"the box could not be started: {error}") from error
    return process


def _start_open(command: list[str], folder: str) -> Process:
    return _Group(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        cwd=folder,
        env={},
        start_new_session=True,
    )
