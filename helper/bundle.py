"""The extension as a zip: the same bytes from the same files, whoever makes it, whenever."""

import json
import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_zip(folder: Path, out: Path, store: str) -> None:
    """`store` "chrome" leaves out what its shop refuses in an upload. Stored, not deflated: zlib's bytes differ by version."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*")):
            if not path.is_file() or path.suffix == ".pyc" or name.endswith(".d.ts"):
                continue
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            data = path.read_bytes()
            archive.writestr(entry, _for_chrome(data) if store == "chrome" and name == "manifest.json" else data)


def _for_chrome(manifest: bytes) -> bytes:
    """The Chrome Web Store gives an extension its key and refuses one that brings its own."""
    kept = {key: value for key, value in json.loads(manifest).items() if key not in ("key", "browser_specific_settings")}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode()
