"""Asking who listens on a port of this machine, the way the extension does: proof first, token after."""

import hmac
import json
import secrets
import socket
import time
from typing import Any

from .pairing import Pairing

_SECONDS = 5.0
_MOST = 1024 * 1024


def is_ours(port: int, pairing: Pairing) -> bool:
    """Does a helper with our token answer there?"""
    nonce = secrets.token_hex(32)
    answer = _get(port, f"/v1/hello?nonce={nonce}")
    proof = answer.get("proof") if isinstance(answer, dict) else None
    expected = pairing.proof(port, nonce)
    return bool(pairing.token) and isinstance(proof, str) and hmac.compare_digest(proof.encode("utf-8", "replace"), expected.encode())


def rules(port: int, pairing: Pairing) -> dict[str, Any]:
    """What the running helper says of itself; call only after `is_ours`. Empty when it says nothing."""
    answer = _get(port, "/v1/rules", f"Authorization: Bearer {pairing.token}")
    return answer if isinstance(answer, dict) else {}


def _get(port: int, target: str, *headers: str) -> Any:
    """The JSON of an answer that is whole within _SECONDS: whoever sends a byte now and then holds nobody up. None when there is none."""
    request = "\r\n".join((f"GET {target} HTTP/1.1", f"Host: 127.0.0.1:{port}", *headers, "Connection: close", "", ""))
    received, end = bytearray(), time.monotonic() + _SECONDS
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=_SECONDS) as connection:
            connection.sendall(request.encode())
            while (left := end - time.monotonic()) > 0 and len(received) < _MOST:
                connection.settimeout(left)
                if not (chunk := connection.recv(64 * 1024)):
                    return json.loads(received.partition(b"\r\n\r\n")[2])
                received += chunk
    except (OSError, ValueError, RecursionError):
        pass
    return None
