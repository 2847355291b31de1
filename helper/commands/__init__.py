"""The commands: one file each, with `register(subparsers)`."""

from . import autostart, check, doctor, extension, pair, profile, rules, start, uninstall

COMMANDS = (start, check, pair, doctor, rules, profile, autostart, extension, uninstall)
