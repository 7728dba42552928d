"""The way to a scheduler, and who else can go it: whoever reaches a scheduler runs code on its workers.

So it is encrypted, and both ends show a certificate; plain connections stay on this machine, unless somebody
says that a network is theirs alone.
"""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from grader.errors import UsageError
from grader.text import one_line

_TLS = "name a tls:// address, with --tls-ca, --tls-cert and --tls-key"


@dataclass(frozen=True, slots=True)
class Link:
    """An address of a scheduler, and the files of certificates for a tls:// one."""

    address: str
    ca: Path | None = None
    cert: Path | None = None
    key: Path | None = None

    @property
    def encrypted(self) -> bool:
        return self.address.startswith("tls://")

    @property
    def stays_here(self) -> bool:
        """Whether it never leaves this machine."""
        host = urlsplit(self.address).hostname or ""
        try:
            return host == "localhost" or ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False


def checked(link: Link, *, insecure: bool) -> Link:
    """The link with a whole address. UsageError where strangers could listen in, unless `insecure`."""
    scheme, colon, rest = link.address.partition("://")
    whole = link if colon else Link(f"tcp://{link.address}", link.ca, link.cert, link.key)
    if colon and (scheme not in ("tcp", "tls") or not rest):
        raise UsageError(f"{one_line(link.address)} is no address of a scheduler", _TLS)
    if whole.encrypted:
        _require_certificates(whole)
    elif not (whole.stays_here or insecure):
        said = (
            f"{one_line(whole.address)} is not this machine: anybody on the way could run code on its workers"
        )
        raise UsageError(said, f"{_TLS}; on a network that is yours alone, --insecure-scheduler")
    return whole


def _require_certificates(link: Link) -> None:
    for option, path in (("--tls-ca", link.ca), ("--tls-cert", link.cert), ("--tls-key", link.key)):
        if path is None:
            raise UsageError(f"{one_line(link.address)} needs {option}", _TLS)
        if not path.is_file():
            raise UsageError(
                f"{option}: {path} is no file", "name the file that the scheduler was started with"
            )
