"""How much the helper takes, in bytes, connections and tries."""

import threading
import time
from collections import deque

BODY_BYTES = 64 * 1024
WIRE_BODY_BYTES = 400 * 1024
HEADER_BYTES = 16 * 1024
CONNECTIONS = 512
CHANNEL_SECONDS = 15
FAILED_TOKENS_A_MINUTE = 10
CHECKS_A_SECOND = 20


class Window:
    """At most `count` passes in any stretch of `seconds`."""

    def __init__(self, count: int, seconds: float) -> None:
        self._count, self._seconds = count, seconds
        self._passed: deque[float] = deque()
        self._lock = threading.Lock()

    def take(self) -> float:
        """0 when it passes; else the seconds until the next may."""
        now = time.monotonic()
        with self._lock:
            while self._passed and now - self._passed[0] >= self._seconds:
                self._passed.popleft()
            if len(self._passed) >= self._count:
                return self._passed[0] + self._seconds - now
            self._passed.append(now)
            return 0.0
