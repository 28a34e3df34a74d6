"""Say whether an exported file of figures (CSV, workbook, PDF) is still as the hall made it."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from dashboard.seal import Verdict, verdict

SAYS = {
    Verdict.RIGHT: "is as it was made: its digest is right",
    Verdict.CHANGED: "was changed after it was made: its digest is not that of its content",
    Verdict.UNSEALED: "carries no digest: another program wrote it anew, or it is no export of this system",
}


def run(argv: list[str]) -> int:
    """Answer for each file; 0 when all are as they were made, 1 when one is not, 2 when one cannot be read."""
    parser = argparse.ArgumentParser(prog="main.py report", description=__doc__)
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    verify = parts.add_parser("verify", help="say of each file whether it was changed")
    verify.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV, workbook or PDF exported by a hall")
    verify.add_argument("--json", action="store_true", help="print the answers as JSON")
    arguments = parser.parse_args(argv)
    found: dict[str, str] = {}
    for file in arguments.files:
        try:
            found[str(file)] = verdict(file.read_bytes()).value
        except OSError as error:
            print(f"report: {file} cannot be read: {error.strerror}", file=sys.stderr)
            return 2
    if arguments.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, word in found.items():
            print(f"{name} {SAYS[Verdict(word)]}")
    return 0 if set(found.values()) == {Verdict.RIGHT.value} else 1
