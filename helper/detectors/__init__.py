"""What a pattern can't say, one file each. A detector is a function

    find(text: Text, options: Mapping[str, object]) -> Iterable[tuple[int, int]]

that gives spans as code points of `text.original`, and begins with a cheap look whether it has anything to do. A rule names it by its file.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

Detector = Callable[["Text", Mapping[str, object]], Iterable[tuple[int, int]]]
NAMES = frozenset(p.stem for p in Path(__file__).parent.glob("[!_]*.py"))


@cache
def load(name: str) -> Detector:
    """The detector of this name. Only files of this folder can be named; raises KeyError for another."""
    if name not in NAMES:
        raise KeyError(name)
    find: Detector = import_module(f".{name}", __package__).find
    return find
