"""Dutch or English for what a command prints."""

import locale
import os

from .types import Ui


def ui_language() -> Ui:
    """Dutch, unless the system clearly speaks another language."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            break
    else:
        value = locale.getlocale()[0] or ""
    tag = value.replace("-", "_").partition(".")[0].lower()
    return "nl" if tag in ("", "c", "posix", "nl", "dutch") or tag.startswith(("nl_", "dutch_")) else "en"


def say(nl: str, en: str) -> str:
    return nl if ui_language() == "nl" else en
