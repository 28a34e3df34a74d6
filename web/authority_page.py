"""The page that offers the certificate of the hall's authority, so that a browser trusts the hall's HTTPS."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from common.text.languages import direction
from common.text.texts import texts
from web.texts import accepted, chosen

_TEMPLATES = Path(__file__).resolve().parent / "templates" / "authority"
_BYTES_A_LINE = 16


def authority_page(query: str, accept_language: str, certificate: bytes, *, file: str, pages: str) -> str:
    """Return the page in the asked language, else the browser's, else Arabic; `certificate` is DER.

    `file` is where it is downloaded, `pages` the address at which the hall's pages are reached over HTTPS.
    """
    asked = parse_qs(query).get("lang", [])
    return _rendered(chosen(*asked[:1], *accepted(accept_language)), certificate, file, pages)


def fingerprint_lines(certificate: bytes) -> list[str]:
    """Return the SHA-256 of a certificate as browsers show it, in two lines.

    >>> fingerprint_lines(b"a")[0]
    'CA:97:81:12:CA:1B:BD:CA:FA:C2:31:B3:9A:23:DC:4D'
    """
    pairs = [f"{byte:02X}" for byte in hashlib.sha256(certificate).digest()]
    return [":".join(pairs[at : at + _BYTES_A_LINE]) for at in range(0, len(pairs), _BYTES_A_LINE)]


@cache
def _rendered(language: str, certificate: bytes, file: str, pages: str) -> str:
    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template("authority.html").render(
        lang=language,
        dir=direction(language),
        t=texts("authority", language).words,
        fingerprint=fingerprint_lines(certificate),
        file=file,
        pages=pages,
    )
