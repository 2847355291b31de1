"""What is written down: time, status, class of error and place. Never a text, never that a check went well."""

import logging
import os
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from types import TracebackType

from .. import paths
from .problems import Problem

_log = logging.getLogger("bedenktijd")
_BYTES = 64 * 1024


def note(problem: Problem, error: BaseException | None = None) -> None:
    """One line for a refusal or a crash."""
    _log.warning("%d %s%s", problem.status, problem.name, f" {class_and_place(error)}" if error else "")


def class_and_place(error: BaseException) -> str:
    """`KeyError at check.py:42`: an exception's own words may hold a draft."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"


class _Formatter(logging.Formatter):
    """Our own lines as they are; of anyone else's only who spoke and where, for the words may be a draft's."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name == _log.name:
            text = record.getMessage()
        else:
            text = f"{record.name} at {record.filename}:{record.lineno}"
            if record.exc_info and record.exc_info[1] is not None:
                text += f" {class_and_place(record.exc_info[1])}"
        return f"{self.formatTime(record)} {text}"


class _Private(RotatingFileHandler):
    def _open(self):  # type: ignore[no-untyped-def]  # typeshed's return type is private
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600)
        return os.fdopen(handle, "a", encoding="utf-8")


def set_up() -> None:
    """A rotated file of the user alone; where none can be made, nothing is logged and the helper works on."""
    logging.raiseExceptions = False  # a full disk must not print the record
    handler: logging.Handler
    try:
        folder = paths.log_dir()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _Private(paths.log_file(), maxBytes=_BYTES, backupCount=1)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Formatter())
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)


def hide_crashes() -> None:
    """An uncaught exception prints its class and place only."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            print(f"bedenktijd: {class_and_place(error)}", file=sys.stderr)

    def tell_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            tell(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = tell
    threading.excepthook = tell_thread
