"""The commands about the helper as a program: one file each, with `register(subparsers)`."""

from importlib import import_module

_NAMES = ("start", "pair", "doctor", "profile", "autostart", "extension", "uninstall")


def _load(name):
    try:
        return import_module(f".{name}", __package__)
    except ImportError:
        return None


COMMANDS = tuple(c for c in map(_load, _NAMES) if c)
