"""No socket of any family and any type can be made, and no name resolved over one.

Stopped by the lock: no socket, no socketpair.
"""

CODE = """
import socket
for family in range(46):
    for kind in (1, 2, 3, 4, 5, 6, 10):
        attempt(f"{family}/{kind}", lambda: socket.socket(family, kind))
attempt("pair", socket.socketpair)
attempt("connect", lambda: socket.create_connection(("127.0.0.1", 9), timeout=1))
attempt("serve", lambda: socket.create_server(("127.0.0.1", 0)))
attempt("by number", lambda: socket.socket(fileno=0))
"""


def test_each_is_refused(inside):
    """Of all families and types, none is to be had."""
    assert inside(CODE) == []


def test_it_bites(inside):
    """Without the lock there are sockets."""
    assert {"1/1", "2/1", "2/2", "pair"} <= set(inside(CODE, confined=False))
