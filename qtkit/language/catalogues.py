"""Compile translation files (.ts) into what Qt loads (.qm), once per content, into a cache folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import PySide6

I18N = Path(__file__).resolve().parents[2] / "assets" / "i18n"


SHIPPED = "compiled"
"""Folder beside the translation files in which a package brings them compiled."""


class CatalogueError(RuntimeError):
    """A translation file is missing or damaged; the message names it and what to do."""


def cache_folder() -> Path:
    """Return where compiled catalogues lie: under the user's cache, or the temporary folder where there is none."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    home = Path(base) if base else Path.home() / ".cache"
    return home / "dawr" / "i18n"


def compiled(source: Path, cache: Path | None = None) -> Path:
    """Return the .qm of the .ts file `source`, made now unless this very content was compiled before."""
    try:
        content = source.read_bytes()
    except OSError as error:
        raise CatalogueError(f"the translation file {source} cannot be read ({error.strerror})") from error
    folder = cache if cache is not None else cache_folder()
    # Not hashlib: it maps OpenSSL into three programs that are to stay small; a checksum tells one's own files apart.
    name = f"{source.stem}_{len(content)}_{zlib.crc32(content):08x}.qm"
    shipped = source.parent / SHIPPED / name
    if cache is None and shipped.exists():
        return shipped
    target = folder / name
    if not target.exists():
        _compile(source, target)
    return target


def _compile(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(suffix=".qm", dir=target.parent)
    os.close(handle)
    done = subprocess.run(  # noqa: S603 - our own tool from the installed Qt, our own file
        [str(qt_tool("lrelease")), "-silent", str(source), "-qm", name], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        Path(name).unlink(missing_ok=True)
        raise CatalogueError(f"{source} cannot be compiled: {(done.stderr or done.stdout).strip()}")
    # Renamed into place: two programs that start together both end with a whole file.
    Path(name).replace(target)


def qt_tool(name: str) -> Path:
    """Return the path of a tool that comes with PySide6 (lrelease, lupdate)."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return Path(PySide6.__file__).resolve().parent / f"{name}{suffix}"
