"""`main.py printer supported`: make printer/SUPPORTED.md from the recordings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from common.text.program_name import program_name
from printer.discovery.supported import PAGE, page

_FOUND = Path(__file__).parents[2] / "tests" / "printer" / "discovery"
_RECORDINGS, _ACCEPTANCES = _FOUND / "recordings", _FOUND / "acceptances"


def add_supported(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.set_defaults(act=_supported)
    parser.add_argument("--check", action="store_true", help="write nothing; end with 1 when the page is out of date")
    parser.add_argument("--recordings", type=Path, default=_RECORDINGS, metavar="DIR", help="where the recordings lie")
    words = "where the signed files of accept and their public keys lie"
    parser.add_argument("--acceptances", type=Path, default=_ACCEPTANCES, metavar="DIR", help=words)


def _supported(arguments: argparse.Namespace) -> int:
    if not arguments.recordings.is_dir():
        print(f"printer: no recordings in {arguments.recordings}: this needs the source tree", file=sys.stderr)
        return 1
    text = page(arguments.recordings, arguments.acceptances)
    if PAGE.exists() and PAGE.read_text("utf-8") == text:
        print(f"{PAGE.name} is up to date")
        return 0
    if arguments.check:
        print(f"{PAGE.name} is out of date: run {program_name()} printer supported", file=sys.stderr)
        return 1
    PAGE.write_text(text, "utf-8")
    print(f"{PAGE} written")
    return 0
