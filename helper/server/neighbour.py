"""Asking who listens on a port of this machine, the way the extension does: proof first, token after."""

import hmac
import http.client
import json
import secrets
from typing import Any

from .pairing import Pairing

_SECONDS = 5.0


def is_ours(port: int, pairing: Pairing) -> bool:
    """Does a helper with our token answer there?"""
    nonce = secrets.token_hex(32)
    answer = _get(port, f"/v1/hello?nonce={nonce}", {})
    proof = answer.get("proof") if isinstance(answer, dict) else None
    expected = pairing.proof(port, nonce)
    return bool(pairing.token) and isinstance(proof, str) and hmac.compare_digest(proof.encode(), expected.encode())


def rules(port: int, pairing: Pairing) -> dict[str, Any]:
    """What the running helper says of itself; call only after `is_ours`. Empty when it says nothing."""
    answer = _get(port, "/v1/rules", {"Authorization": f"Bearer {pairing.token}"})
    return answer if isinstance(answer, dict) else {}


def _get(port: int, target: str, headers: dict[str, str]) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_SECONDS)
    try:
        connection.request("GET", target, headers=headers)
        return json.loads(connection.getresponse().read(1024 * 1024))
    except (OSError, http.client.HTTPException, ValueError, RecursionError):
        return None
    finally:
        connection.close()
