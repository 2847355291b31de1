"""A rule pack that isn't our own is compiled in a child process first: a pattern can take all memory or time there is before it ever runs.

The child names each pattern's rule before it compiles it; the parent stops it when one takes too long.
"""

import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

from .errors import PackError

MEMORY_BYTES = 512 * 1024 * 1024
SECONDS = 2.0
_START_SECONDS = 20.0


def verify(folder: Path) -> None:
    """Raises PackError when `folder` is no pack, or one of its patterns can't be compiled within 512 MB and 2 seconds."""
    if not (folder / "guidelines.toml").is_file():
        raise PackError(folder, "holds no guidelines.toml")
    child = subprocess.Popen([sys.executable, "-m", "bedenktijd.engine.foreign", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
    assert child.stdout is not None
    lines: queue.Queue[str | None] = queue.Queue()
    threading.Thread(target=_read, args=(child.stdout, lines), daemon=True).start()
    rule, wait = "", _START_SECONDS
    try:
        while (line := lines.get(timeout=wait)) is not None:
            kind, _, said = line.rstrip("\n").partition(" ")
            if kind == "error":
                raise PackError(folder, said)
            rule, wait = said, SECONDS if kind == "rule" else _START_SECONDS
    except queue.Empty:
        raise PackError(folder, f"a pattern takes longer than {SECONDS:.0f} seconds to compile", rule=rule) from None
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    if rule != "done":
        raise PackError(folder, f"a pattern takes more than {MEMORY_BYTES >> 20} MB to compile", rule=rule)


def _read(stream: IO[str], lines: "queue.Queue[str | None]") -> None:
    try:
        for line in stream:
            lines.put(line)
    except ValueError:  # closed by the parent
        pass
    lines.put(None)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _child(folder: Path) -> None:
    _limit_memory()
    from .index import Index
    from .pack import Pack

    try:
        print("reading pack", flush=True)
        for shape in Index(Pack(folder)).shapes:
            print(f"rule {shape.entry.id}", flush=True)
            _ = shape.regex, [antipattern.regex for each in shape.silences.values() for antipattern in each]
        print("rule done", flush=True)
    except PackError as error:
        print(f"error {error}", flush=True)


if __name__ == "__main__":
    _child(Path(sys.argv[1]))
