"""A telephone number spelled out: "double seven double oh, nine hundred", "nul zes, vijf drie acht"."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_DIGIT = "oh|zero|nought|nil|one|two|three|four|five|six|seven|eight|nine|nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TIMES = "double|triple|treble|dubbel"
_TENS = (
    "ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
    "|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|honderd"
    "|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
)
_WORD = rf"(?:(?:{_TIMES})[\s-]+)?(?:{_DIGIT}|{_TENS}|\d{{1,3}})"
_RUN = re.compile(rf"(?<!\w)(?:plus[\s-]+|\+\s?)?{_WORD}(?:[\s,.\-/]{{1,4}}(?:en |and )?{_WORD})+(?!\w)")
_FIRST = re.compile(r"(?:plus|\+|oh|zero|nought|nul|double (?:oh|zero|nought)|dubbel nul|0)\b|\+")
_CALL = re.compile(r"\b(?:call|ring|phone|text|txt|dial|number|mobile|cell|bel|app|nummer|mobiel|telefoon\w*|whatsapp)\b")


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    view = text.view
    if not any(word in view for word in ("oh", "zero", "nought", "nul", "seven", "zes", "five", "vijf")):
        return
    for run in _RUN.finditer(view):
        words = re.findall(rf"{_WORD}", run[0])
        spelled = [w for w in words if not w.isdigit()]
        begins = _FIRST.match(run[0]) is not None
        called = _CALL.search(view[max(0, run.start() - 40) : run.start()]) is not None
        if len(spelled) >= 4 and _length(words) >= (7 if begins else 9) and (begins or called):
            yield text.span(*run.span())


def _length(words: list[str]) -> int:
    """How many digits the words stand for, near enough."""
    total = 0
    for word in words:
        first, _, rest = word.partition(" ")
        times = {"double": 2, "dubbel": 2, "triple": 3, "treble": 3}.get(first, 1)
        total += len(word) if word.isdigit() else times * (2 if re.fullmatch(_TENS, rest or first) else 1)
    return total
