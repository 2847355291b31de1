"""[H5] Nothing of a draft survives a crash: no core dump, no telling traceback, no file others may read."""

import os

from .log import hide_crashes


def harden() -> None:
    hide_crashes()
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.umask(0o077)
