"""One socket on 127.0.0.1, served by waitress until asked to stop."""

import contextlib
import socket
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from waitress import wasyncore
from waitress.server import create_server

from .limits import CHANNEL_SECONDS, CONNECTIONS, HEADER_BYTES, WIRE_BODY_BYTES
from .wire import Channel

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

ADDRESS = "127.0.0.1"
DRAIN_SECONDS = 15.0
_NEVER_TO_DISK = 1 << 40


def listen(port: int) -> socket.socket:
    """[A1] Bound for us alone. Raises OSError when the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # Only lets a port be taken again that a killed helper left in TIME_WAIT: never two listeners.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((ADDRESS, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


class Server:
    def __init__(self, listener: socket.socket, app: "WSGIApplication", may_run: Callable[[], bool] = lambda: True) -> None:
        """`may_run` is asked about once a second."""
        self._stopping, self._may_run = False, may_run
        self._channels: dict[int, object] = {}
        self._waitress = create_server(
            app,
            map=self._channels,
            sockets=[listener],
            threads=4,
            ident=None,
            max_request_header_size=HEADER_BYTES,
            max_request_body_size=WIRE_BODY_BYTES,
            inbuf_overflow=_NEVER_TO_DISK,
            outbuf_overflow=_NEVER_TO_DISK,
            connection_limit=CONNECTIONS,
            channel_timeout=CHANNEL_SECONDS,
            cleanup_interval=CHANNEL_SECONDS,
            backlog=128,
            asyncore_use_poll=sys.platform != "win32",
            clear_untrusted_proxy_headers=False,
        )
        self._waitress.channel_class = Channel

    def run(self) -> None:
        """Until `stop`, or until it may not run; then what is in hand is finished and sent, within DRAIN_SECONDS."""
        while not self._stopping and self._may_run():
            self._turn(1.0)
        self._waitress.accepting = False
        wasyncore.dispatcher.close(self._waitress)
        end = time.monotonic() + DRAIN_SECONDS
        while self._busy() and time.monotonic() < end:
            self._turn(0.05)
        self._waitress.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._channels)

    def stop(self) -> None:
        """May be called from a signal handler or another thread, and again."""
        if not self._stopping:
            self._stopping = True
            with contextlib.suppress(OSError):  # `run` may have seen it by itself and have closed everything
                self._waitress.pull_trigger()

    def _turn(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, use_poll=self._waitress.adj.asyncore_use_poll, map=self._channels, count=1)

    def _busy(self) -> bool:
        channels = list(self._waitress.active_channels.values())
        return any(channel.requests or channel.total_outbufs_len for channel in channels)
