"""Links into an organisation: intranet, private hosts, shared drives, SharePoint, wikis and trackers."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine.text import Text

_LINK = re.compile(r"(?<![\w@])(?:https?|ftp|sftp|smb|ssh|rdp)://(?:[^\s/@:]+@)?(?P<host>\[[0-9a-f:]+\]|[\w.-]+)(?::\d+)?(?P<path>/\S*)?", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?P<host>(?:[\w-]+\.){0,4}(?:intranet|sharepoint)(?:\.[\w-]+)+|(?:[\w-]+\.)+(?:local|internal|intern|corp|intra|lan|intranet))(?::\d+)?(?P<path>/\S*)?(?![\w.]\w)",
    re.IGNORECASE,
)
_INTERNAL_HOST = re.compile(
    r"(?:.*\.)?(?:intranet|intra|insite|intern|internal|corp)(?:\..*)?|.*\.(?:local|localdomain|internal|intern|corp|lan|intra|home\.arpa)|(?:.*\.)?[\w-]+\.sharepoint\.com"
    r"|(?:.*\.)?(?:confluence|jira|wiki|gitlab|jenkins|grafana|kibana|vpn|staging|acc|acceptatie|test|dev|uat|citrix|portal-intern)\.(?!com$|org$|io$)[\w-]+\.\w+|[\w-]+\.atlassian\.net"
    r"|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+",
    re.IGNORECASE,
)
_PUBLIC_HOST = re.compile(r"(?:test|dev|wiki|acc)\.(?:to|wikipedia\.org)|.*\.wiki(?:pedia|media)\.org", re.IGNORECASE)
_CLOUD_INTERNAL = re.compile(
    r"(?:teams\.microsoft\.com/l/(?:channel|message|team|file)|[\w-]+\.slack\.com/(?:archives|files)|[\w-]+\.my\.salesforce\.com|[\w-]+-my\.sharepoint\.com)/\S+",
    re.IGNORECASE,
)
_INTERNAL_NAMES = ("intranet", "sharepoint", ".local", ".intern", ".corp", ".intra", ".lan")
_SHARE = re.compile(
    r"(?<![\w\\])\\\\[\w.-]{2,}\\[^\s\\/:*?\"<>|]{1,60}(?:\\\S*)?|(?<![\w:])[F-Z]:\\[^\s\\/:*?\"<>|][^\n:*?\"<>|]{2,}|(?<!\w)file:////?(?:[\w.-]+\.(?:local|corp|lan|internal)|[\w-]*(?:server|nas|share|fs)\d*)/\S+",
    re.IGNORECASE,
)


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    original = text.original
    if not (shapes := list(_possible(original.lower()))):
        return
    found = [m.span() for shape in shapes for m in shape.finditer(original) if "host" not in shape.groupindex or _is_internal(m["host"].rstrip("."))]
    end = 0
    for start, stop in sorted(found):
        if start >= end:
            yield start, stop
            end = stop


def _possible(original: str) -> Iterable[re.Pattern[str]]:
    """The shapes whose telling marks stand in the draft: most drafts have none."""
    if "://" in original:
        yield _LINK
    if "." in original and any(name in original for name in _INTERNAL_NAMES):
        yield _BARE
    if ".com/" in original:
        yield _CLOUD_INTERNAL
    if "\\" in original or "file:" in original:
        yield _SHARE


def _is_internal(host: str) -> bool:
    return _INTERNAL_HOST.fullmatch(host) is not None and not _PUBLIC_HOST.fullmatch(host)
