"""The contract: what goes in a check and what comes out, shared by the command line, the server and the engine.

Offsets in `Warning` are UTF-16 code units of the draft's text as it was given, as JavaScript counts.
"""

from typing import Literal

import msgspec

PROTOCOL = 1

Site = Literal["x", "facebook", "linkedin", "other"]
Kind = Literal["post", "reply", "comment"]
Ui = Literal["nl", "en"]
Language = Literal["auto", "nl", "en"]
Level = Literal["tip", "pause", "consult"]
VerdictLevel = Literal["none", "tip", "pause", "consult"]
LEVELS: tuple[VerdictLevel, ...] = ("none", "tip", "pause", "consult")


class _Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    pass


class Company(_Strict, frozen=True):
    name: str = ""
    aliases: tuple[str, ...] = ()


class Function(_Strict, frozen=True):
    nl: str = ""
    en: str = ""


class Manager(_Strict, frozen=True):
    name: str = ""
    email: str = ""


class WorkingHours(_Strict, frozen=True, rename={"from_": "from"}):
    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = ()
    from_: str = ""
    to: str = ""


class Profile(_Strict, frozen=True):
    """Who the writer is. Terms are literal words. Every field may be empty."""

    company: Company = Company()
    function: Function = Function()
    manager: Manager = Manager()
    working_hours: WorkingHours = WorkingHours()
    products: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    confidential: tuple[str, ...] = ()
    expertise: tuple[str, ...] = ()


class Draft(_Strict, frozen=True):
    """One draft of one post, and where it is being written."""

    text: str
    site: Site = "other"
    kind: Kind = "post"
    replying_to: str = ""
    ui: Ui = "nl"
    language: Language = "auto"
    off: tuple[str, ...] = ()
    profile: Profile | None = None


class Warning(_Strict, frozen=True):
    """One remark about one place: `start` and `end` in UTF-16 code units."""

    rule: str
    guideline: str
    level: Level
    start: int
    end: int
    title: str
    message: str
    advice: str
    source: str
    replacements: tuple[str, ...] = ()


class Verdict(_Strict, frozen=True):
    protocol: int
    language: Literal["nl", "en", "mixed", "other", "unknown"]
    level: VerdictLevel
    warnings: tuple[Warning, ...]
    pause_seconds: int
    incomplete: tuple[str, ...]
