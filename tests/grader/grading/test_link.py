"""Plain connections stay on this machine, unless somebody says otherwise."""

from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.grading.link import Link, checked


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("127.0.0.1:8786", "tcp://127.0.0.1:8786"),
        ("localhost:8786", "tcp://localhost:8786"),
        ("tcp://127.3.2.1:8786", "tcp://127.3.2.1:8786"),
        ("tcp://[::1]:8786", "tcp://[::1]:8786"),
    ],
)
def test_this_machine_needs_nothing(address: str, whole: str) -> None:
    """Written as Dask writes it, or shorter."""
    assert checked(Link(address), insecure=False).address == whole


@pytest.mark.parametrize(
    "address",
    [
        "head:8786",
        "tcp://10.0.0.4:8786",
        "localhost.evil.example:1",
        "tcp://127.0.0.1.evil.example:1",
        "0.0.0.0:1",
    ],
)
def test_elsewhere_asks_for_certificates(address: str) -> None:
    """The hint names both ways on; with --insecure-scheduler it is taken."""
    with pytest.raises(UsageError, match="is not this machine") as caught:
        checked(Link(address), insecure=False)
    assert "--tls-cert" in caught.value.hint and "--insecure-scheduler" in caught.value.hint
    assert not checked(Link(address), insecure=True).encrypted


@pytest.mark.parametrize("insecure", [False, True])
def test_an_encrypted_address_needs_all_three_files(tmp_path: Path, insecure: bool) -> None:
    """Ours too: a scheduler that takes everybody is an open one."""
    there = tmp_path / "file.pem"
    there.touch()
    for missing, option in ((0, "--tls-ca"), (1, "--tls-cert"), (2, "--tls-key")):
        files = [None if n == missing else there for n in range(3)]
        with pytest.raises(UsageError, match=f"needs {option}"):
            checked(Link("tls://head:8786", *files), insecure=insecure)
        files[missing] = tmp_path / "nothing.pem"
        with pytest.raises(UsageError, match=f"{option}: .*nothing.pem is no file"):
            checked(Link("tls://head:8786", *files), insecure=insecure)
    assert checked(Link("tls://head:8786", there, there, there), insecure=insecure).encrypted


@pytest.mark.parametrize("address", ["http://head", "ws://127.0.0.1:1", "tcp://", "inproc://1/2/3", "://x"])
def test_other_schemes_are_refused(address: str) -> None:
    """Also the ones that Dask knows: nobody has looked at what they let in."""
    with pytest.raises(UsageError, match="no address of a scheduler"):
        checked(Link(address), insecure=True)
