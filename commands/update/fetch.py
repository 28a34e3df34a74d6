"""Bring a release file and its signature to this machine, from a stick or from an address."""

from __future__ import annotations

import shutil
import urllib.request
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from commands.update.problem import UpdateError
from common.releases.signature import SIGNATURE

TIMEOUT_S = 30


def fetch(what: str, folder: Path) -> Path:
    """Return the release file as a file of this machine; what an address names is downloaded into `folder`."""
    parts = urlsplit(what)
    if parts.scheme not in {"http", "https"}:
        return Path(what).expanduser()
    name = Path(parts.path).name
    if not name:
        raise UpdateError(f"{what} names no file")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    for suffix in (SIGNATURE, ""):
        address = parts._replace(path=parts.path + suffix).geturl()
        try:
            with (
                urllib.request.urlopen(address, timeout=TIMEOUT_S) as answer,  # noqa: S310  # http or https, looked at
                (folder / (name + suffix)).open("wb") as target,
            ):
                shutil.copyfileobj(answer, target)
        except (OSError, HTTPException) as error:
            raise UpdateError(f"{address} cannot be downloaded: {error}") from error
    return file
