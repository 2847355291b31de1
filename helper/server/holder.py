"""Who holds a port of this machine, as far as the system tells us."""

import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

_LISTEN = "0A"


def is_taken(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def bound_to(port: int) -> str | None:
    """The IPv4 address a listener there is bound to; None when there is none or the system doesn't say (it is Linux that does)."""
    for address, _ in _listeners(port):
        return address
    return None


def process_name(port: int) -> str | None:
    """`name (pid)`, when the process is ours to see."""
    inodes = {f"socket:[{inode}]" for _, inode in _listeners(port)}
    for process in Path("/proc").glob("[0-9]*") if inodes else ():
        try:
            if any(os.readlink(link) in inodes for link in (process / "fd").iterdir()):
                return f"{(process / 'comm').read_text().strip()} ({process.name})"
        except OSError:
            continue
    return None


def _listeners(port: int) -> Iterator[tuple[str, str]]:
    """Address and inode of each IPv4 listener, from /proc/net/tcp."""
    try:
        lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return
    for line in lines:
        fields = line.split()
        address, _, number = fields[1].partition(":")
        if fields[3] == _LISTEN and int(number, 16) == port:
            yield socket.inet_ntoa(struct.pack("=I", int(address, 16))), fields[9]
