"""Where Bedenktijd keeps its few files. Nothing here creates one."""

from pathlib import Path

import platformdirs

_NAME = "bedenktijd"


def config_dir() -> Path:
    """The user's own: profile, token, paired origins."""
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False, roaming=False))


def machine_config_dir() -> Path:
    """Machine-wide: where an employer puts a profile."""
    return Path(platformdirs.site_config_dir(_NAME, appauthor=False))


def log_dir() -> Path:
    return Path(platformdirs.user_log_dir(_NAME, appauthor=False))


def own_profile() -> Path:
    return config_dir() / "profile.toml"


def employer_profile() -> Path:
    return machine_config_dir() / "profile.toml"


def log_file() -> Path:
    return log_dir() / "helper.log"


def extension_dir() -> Path:
    """The WebExtension: inside the installed package, or beside it in a work tree."""
    package = Path(__file__).resolve().parent
    installed = package / "extension"
    return installed if installed.is_dir() else package.parent / "extension"
