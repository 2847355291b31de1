"""Who the writer is: the user's profile laid over the employer's. Terms are literal words.

What comes from a file is bounded and strictly typed before anything uses it; an error names file, line (where it is known) and key.
"""

import hashlib
import os
import re
import stat
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from . import paths
from .types import Profile, WorkingHours

MAX_BYTES = 1024 * 1024
MAX_TERMS = 20_000
# tomllib takes hours for a key of a hundred thousand parts. Ours have two.
_DEEP_KEY = re.compile(r"""(?:(?:(?<![\w-])[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")

_Struct = TypeVar("_Struct", bound=msgspec.Struct)


class ProfileError(ValueError):
    """A profile that can't be used; the text is for the person who wrote it."""


@dataclass(frozen=True)
class Source:
    """A profile in force: where it lies, what it holds, whose it is."""

    path: Path
    sha256: str
    employer: bool


@dataclass(frozen=True)
class Profiles:
    profile: Profile = field(default_factory=Profile)
    sources: tuple[Source, ...] = ()


def load(own: Path | None = None) -> Profiles:
    """The profile in force: `own`, else the user's file if there is one, over the employer's. Raises ProfileError."""
    mine = own if own is not None else paths.own_profile()
    profile, sources = Profile(), []
    for path, employer, required in ((paths.employer_profile(), True, False), (mine, False, own is not None)):
        data = _read(path, required)
        if data is None:
            continue
        found = parse(data, path)
        check_size(found)
        profile = overlay(profile, found)
        sources.append(Source(path, hashlib.sha256(data).hexdigest(), employer))
    check_size(profile)
    return Profiles(profile, tuple(sources))


def overlay(base: _Struct, over: _Struct) -> _Struct:
    """`over` on top of `base`: lists add up, of single values the one in `over` stands. Working hours are one value."""
    laid: dict[str, object] = {}
    for name in base.__struct_fields__:
        under, upper = getattr(base, name), getattr(over, name)
        if isinstance(under, tuple):
            laid[name] = tuple(dict.fromkeys(under + upper))
        elif isinstance(under, WorkingHours):
            laid[name] = under if upper == WorkingHours() else upper
        elif isinstance(under, msgspec.Struct):
            laid[name] = overlay(under, upper)
        else:
            laid[name] = upper or under
    return type(base)(**laid)


def check_size(profile: Profile) -> None:
    """Raises ProfileError over MAX_TERMS terms."""
    lists = (profile.company.aliases, profile.products, profile.competitors, profile.confidential, profile.expertise)
    if sum(map(len, lists)) > MAX_TERMS:
        raise ProfileError(f"a profile may hold at most {MAX_TERMS} terms")


def parse(data: bytes, path: Path) -> Profile:
    """`data` as a profile; `path` is for the errors only."""
    try:
        text = data.decode("utf-8-sig")
        if _DEEP_KEY.search(text):
            raise RecursionError
        return msgspec.convert(tomllib.loads(text), Profile)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ProfileError(f"{path}: line {line}: not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"{path}: {_line_first(str(error))}") from None
    except msgspec.ValidationError as error:
        raise ProfileError(f"{path}: {_key_first(str(error), text)}") from None
    except RecursionError:
        raise ProfileError(f"{path}: nested too deeply") from None
    except ValueError:  # a number with thousands of digits
        raise ProfileError(f"{path}: a number is too large") from None


def _read(path: Path, required: bool) -> bytes | None:
    """At most MAX_BYTES of a regular file: no pipe to wait for, no device without end."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        if required:
            raise ProfileError(f"{path}: there is no such file") from None
        return None
    except (OSError, ValueError) as error:
        raise ProfileError(f"{path}: can't be read ({getattr(error, 'strerror', None) or 'bad name'})") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise ProfileError(f"{path}: is not a file")
    with os.fdopen(handle, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ProfileError(f"{path}: larger than {MAX_BYTES // 1024} KiB")
    return data


def _line_first(message: str) -> str:
    """tomllib says "… (at line 3, column 5)"."""
    found = re.search(r" \(at line (\d+), column \d+\)$", message)
    return f"line {found[1]}: {message[: found.start()]}" if found else message


def _key_first(message: str, text: str) -> str:
    """msgspec says "… - at `$.company.name`" or "Object contains unknown field `x` - at `$.company`"."""
    what, _, where = message.partition(" - at ")
    key = where.strip("`").removeprefix("$").lstrip(".")
    if unknown := re.search(r"unknown field `(.*)`", what):
        key, what = f"{key}.{unknown[1]}".lstrip("."), "unknown key"
    name = re.escape(re.sub(r"\[.*", "", key).rpartition(".")[2])
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*(?:{name}\s*=|\[+{name}\]+)", line)]
    place = f"line {lines[0]}: " if len(lines) == 1 else ""
    return f"{place}{key or 'profile'}: {what}"
