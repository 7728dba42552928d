"""The mother of all boxes: a process that has seen no test, solution or student, and forks the boxes.

Runs as a script in a fresh interpreter (`python -S -s -P -B mother.py RULES PROGRAM`; RULES and PROGRAM are
hexadecimal, and empty when student code may run unconfined). It loads the standard library and `host`, locks
itself in, and then does what the trusted side asks on its socket, one line for each request:

    {"fork": {"cpu": seconds, "memory": bytes, "answer": bytes}}, with the ends of three pipes
                                        → {"pid": number}, or {"error": text}
    {"poll": pid}                       → {"ended": status}, null while it runs
    {"end": pid}                        → {"ended": status}: it was killed, and is gone
    {"rest": pid}, {"wake": pid}        → {}: it is stopped, and does nothing; it goes on
    the socket closes                   the trusted side is gone: the mother ends, and all boxes with it

A box is a copy of this process. It closes all descriptors but its own, sets its limits, and applies the
second lock before it reads the first byte of a submission, which comes through its pipe. All boxes start with
the same memory, so objects have the same addresses in each. That helps no attacker: a box cannot reach the
memory of another box or of the mother, and student code may run any Python anyway.
"""

from __future__ import annotations

import builtins
import ctypes
import faulthandler
import fcntl
import gc
import importlib
import json
import os
import signal
import socket
import struct
import sys
import types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_SET_PDEATHSIG, _SET_NO_NEW_PRIVS, _SET_SECCOMP, _MODE_FILTER = 1, 38, 22, 2  # of prctl
_CREATE_RULESET, _RESTRICT_SELF = 444, 446  # system calls of Landlock
_SAME_ADDRESSES = 0x0040000  # of personality
_REQUESTS, _ANSWERS, _FREE = 3, 4, 5  # the descriptors of a box, after 0, 1 and 2
_MOST_OPEN = 16  # descriptors

_libc = ctypes.CDLL(None, use_errno=True)


def main(rules: str, program: str) -> None:
    """Serves one trusted side until its socket closes."""
    _require_same_addresses()
    host = _load()
    os.environ.clear()
    sys.argv[:] = sys.orig_argv[:] = [""]
    builtins.exit = builtins.quit = sys.exit  # type: ignore[assignment]  # `-S` leaves them out
    faulthandler.register(signal.SIGUSR1, file=2, all_threads=False)  # says where a box hangs
    control = socket.socket(fileno=0)
    if rules:
        _lock_files_away(bytes.fromhex(rules))
    gc.collect()
    gc.freeze()  # so that garbage collection in a box does not touch, and so copy, all of this memory
    control.sendall(b"ready\n")
    while (asked := _next(control)) is not None:
        control.sendall(f"{json.dumps(_done(control, host, bytes.fromhex(program), *asked))}\n".encode())


def _require_same_addresses() -> None:
    """Start over without random addresses, where allowed: then objects have the same ones each time."""
    if not sys.platform.startswith("linux"):
        return
    now = _libc.personality(ctypes.c_ulong(0xFFFF_FFFF))
    if now & _SAME_ADDRESSES == 0 and _libc.personality(ctypes.c_ulong(now | _SAME_ADDRESSES)) != -1:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _load() -> Any:
    """The module `host`, with the library in memory; no other part of the kit is ever here."""
    room = types.ModuleType("grader.box")
    sys.modules["grader"] = types.ModuleType("grader")
    sys.modules["grader.box"] = room
    loaded: dict[str, Any] = {}
    for name in ("wire", "snapshot", "source", "standing_in", "piecewise", "host", "world", "library"):
        module = loaded[name] = types.ModuleType(f"grader.box.{name}")
        with open(os.path.join(os.path.dirname(__file__), f"{name}.py"), "rb") as source:
            exec(compile(source.read(), f"<{name}>", "exec"), module.__dict__)
        setattr(room, name, module)
        if name == "world":
            module.arrange()
        if name == "library":
            module.Library().load()
    del sys.modules["grader"], sys.modules["grader.box"]
    loaded["host"].world, loaded["host"].remember = loaded["world"], loaded["snapshot"].Snapshot
    loaded["host"].sources, loaded["host"].put = loaded["source"], loaded["standing_in"].put
    loaded["host"].answers = loaded["piecewise"].answers
    return loaded["host"]


def _next(control: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """The next request, and the descriptors that came with it; None when the other side is gone."""
    line, descriptors = b"", list[int]()
    while not line.endswith(b"\n"):
        data, found, *_ = socket.recv_fds(control, 4096, 3)
        if not data:
            return None
        line, descriptors = line + data, descriptors + found
    return json.loads(line), descriptors


def _done(
    control: socket.socket, host: Any, program: bytes, asked: dict[str, Any], descriptors: list[int]
) -> dict[str, Any]:
    match asked:
        case {"fork": limits}:
            return _fork(control, host, program, limits, descriptors)
        case {"poll": pid}:
            return {"ended": _ended(pid, os.WNOHANG)}
        case {"end": pid}:
            _kill(pid)
            return {"ended": _ended(pid, 0)}
        case {"rest": pid}:
            _stop(pid)
            return {}
        case {"wake": pid}:
            _signal(pid, signal.SIGCONT)
            return {}
    return {"error": "not known"}


def _kill(pid: int) -> None:
    """End a box, and all that it has started.

    Once `poll` has told that it ended, only its group is killed: its number may belong to another process.
    """
    for kill in (os.killpg,) if pid in _endings else (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except ProcessLookupError:  # the box has no group of its own yet, or nobody is left in it
            pass


def _stop(pid: int) -> None:
    """Stop a box, and wait until it is stopped. It is alone: it can start no process."""
    _signal(pid, signal.SIGSTOP)
    if pid not in _endings:
        _, status = os.waitpid(pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):  # it has ended by itself
            _endings[pid] = os.waitstatus_to_exitcode(status)


def _signal(pid: int, number: int) -> None:
    if pid not in _endings:
        os.kill(pid, number)


_endings: dict[int, int] = {}  # of processes that `poll` has told about


def _ended(pid: int, how: int) -> int | None:
    """How a box ended, as `os.waitstatus_to_exitcode` says it. The kernel tells it once, so it is kept."""
    if pid not in _endings:
        found, status = os.waitpid(pid, how)
        if not found:
            return None
        _endings[pid] = os.waitstatus_to_exitcode(status)
    return _endings[pid] if how else _endings.pop(pid)


def _fork(
    control: socket.socket, host: Any, program: bytes, limits: dict[str, int], pipes: Sequence[int]
) -> dict[str, Any]:
    mother = os.getpid()
    try:
        pid = os.fork()
    except OSError as error:
        return {"error": f"no process could be made: {error.strerror}"}
    finally:
        if os.getpid() == mother:
            for pipe in pipes:
                os.close(pipe)
    if pid == 0:
        try:
            _become_a_box(control, host, program, limits, pipes, mother)
        except BaseException as error:
            os.write(2, repr(error).encode())
        finally:
            os._exit(0)
    return {"pid": pid}


def _become_a_box(
    control: socket.socket,
    host: Any,
    program: bytes,
    limits: dict[str, int],
    pipes: Sequence[int],
    mother: int,
) -> None:
    """What the child does: it sets its limits, locks itself in, and answers until its pipe closes."""
    os.setsid()
    control.detach()
    _keep_only(*pipes)
    _renew_streams()
    if program:
        _set_limits(limits["cpu"], limits["memory"])
        _control_process(_SET_PDEATHSIG, signal.SIGKILL)  # nothing outlives the trusted side
        if os.getppid() != mother:
            return
        _shut(program)
    host.serve(_REQUESTS, _ANSWERS, limits["answer"])


def _keep_only(requests: int, answers: int, output: int) -> None:
    """Requests on 3, answers on 4; prints go to `output`, input() finds nothing, the rest is closed."""
    empty, writer = os.pipe()
    moved = [fcntl.fcntl(fd, fcntl.F_DUPFD, 32) for fd in (empty, output, output, requests, answers)]
    for place, descriptor in enumerate(moved):
        os.dup2(descriptor, place)
    os.closerange(_FREE, max(4096, max(moved) + 1, writer + 1))


def _renew_streams() -> None:
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False, buffering=1)


def _set_limits(cpu: int, memory: int) -> None:
    """The kernel's own limits. Once the box is locked in, no code in it can raise them again."""
    resource = importlib.import_module("resource")
    for limit, value in (
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _MOST_OPEN),
    ):
        resource.setrlimit(limit, (value, value))


def _lock_files_away(rules: bytes) -> None:
    """No file may be opened from here on, in this process and all its children."""
    _control_process(_SET_NO_NEW_PRIVS, 1)
    ruleset = _libc.syscall(_CREATE_RULESET, rules, ctypes.c_size_t(len(rules)), 0)
    if ruleset < 0 or _libc.syscall(_RESTRICT_SELF, ruleset, 0) != 0:
        raise OSError(ctypes.get_errno(), "Landlock refused the rules")
    os.close(ruleset)


def _shut(program: bytes) -> None:
    """From now on only the listed system calls are allowed."""
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    _control_process(_SET_SECCOMP, _MODE_FILTER, ctypes.create_string_buffer(header, len(header)))


def _control_process(*arguments: Any) -> None:
    if _libc.prctl(*arguments, *[0] * (5 - len(arguments))) != 0:
        raise OSError(ctypes.get_errno(), "the box could not be locked")


if __name__ == "__main__":
    main(*sys.argv[1:])
