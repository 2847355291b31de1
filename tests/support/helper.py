"""A helper in this process: the real gate, Flask and waitress on a real socket."""

import json
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Self

from bedenktijd.engine.check import Checker
from bedenktijd.profile import Profiles
from bedenktijd.server import limits
from bedenktijd.server.answers import Answers
from bedenktijd.server.gate import Gate
from bedenktijd.server.inner import Inner
from bedenktijd.server.pairing import Pairing
from bedenktijd.server.serve import Server, listen

from .wire import Answer, build, send

CHROME = "chrome-extension://" + "a" * 32
OTHER_CHROME = "chrome-extension://" + "b" * 32
FIREFOX = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"


class Helper:
    """Use as a context. `reached` counts the requests that came past the gate."""

    def __init__(
        self,
        checker: Checker | Callable[[], Checker],
        folder: Path,
        *,
        origins: Iterable[str] = (CHROME,),
        profiles: Profiles | None = None,
        checks_a_second: int = 1_000_000,
        failed_tokens_a_minute: int = limits.FAILED_TOKENS_A_MINUTE,
    ) -> None:
        self.pairing = Pairing(folder)
        self.pairing.ensure_token()
        for origin in origins:
            self.pairing.open_window()
            assert self.pairing.bind(origin)
        listener = listen(0)
        self.port: int = listener.getsockname()[1]
        self.reached = 0
        ask = checker if callable(checker) else lambda: checker
        self._inner = Inner(Answers(ask, profiles or Profiles()), self.pairing, self.port)
        self._server = Server(listener, Gate(self._counted, self.pairing, self.port, checks_a_second, failed_tokens_a_minute))
        self._thread = threading.Thread(target=self._server.run)

    def _counted(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        self.reached += 1
        return self._inner(environ, start_response)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def stop(self) -> None:
        """As the signals do."""
        self._server.stop()

    def __exit__(self, *_: object) -> None:
        self.stop()
        self._thread.join(60)
        assert not self._thread.is_alive()

    def headers(self, origin: str | None = CHROME, **more: str | None) -> list[tuple[str, str]]:
        """Those of a paired extension; `Content_Type="…"` changes one, None leaves it out."""
        found: dict[str, str | None] = {
            "Host": f"127.0.0.1:{self.port}",
            "Origin": origin,
            "Sec-Fetch-Site": "none",
            "Sec-Fetch-Mode": "cors",
            "Authorization": f"Bearer {self.pairing.token}",
            "Content-Type": "application/json",
        }
        found |= {name.replace("_", "-"): value for name, value in more.items()}
        return [(name, value) for name, value in found.items() if value is not None]

    def post(self, body: bytes | dict[str, Any], target: str = "/v1/check", origin: str | None = CHROME, **more: str | None) -> Answer:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = [*self.headers(origin, **more), ("Content-Length", str(len(data)))]
        (answer,) = send(self.port, build("POST", target, headers, data))
        return answer

    def get(self, target: str, origin: str | None = None, **more: str | None) -> Answer:
        headers = self.headers(origin, **{"Content_Type": None, **more})
        (answer,) = send(self.port, build("GET", target, headers))
        return answer
