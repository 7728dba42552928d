"""A service on this machine, reached by a socket in the file system, is out of reach.

Stopped by the lock; Landlock alone lets a process connect to sockets that have a path.
"""

import socket


def test_nobody_calls(inside, tmp_path):
    """The service sees a caller without the lock, and none with it."""
    path = str(tmp_path / "service")
    code = f"import socket\nattempt('call', lambda: socket.socket(socket.AF_UNIX).connect({path!r}))"
    with socket.socket(socket.AF_UNIX) as service:
        service.bind(path)
        service.listen()
        assert inside(code) == []
        assert inside(code, confined=False) == ["call"]
