"""What can be wrong with a rule pack, named by file and place."""

from pathlib import Path


class PackError(ValueError):
    """A rule pack that can't be used: `path` and, where known, `line` and `rule` say where."""

    def __init__(self, path: Path | str, why: str, *, line: int | None = None, rule: str = "") -> None:
        self.path, self.why, self.line, self.rule = path, why, line, rule
        place = str(path) + (f":{line}" if line else "") + (f", rule {rule}" if rule else "")
        super().__init__(f"{place}: {why}")
