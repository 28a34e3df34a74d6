"""Make SUPPORTED.md: what each recorded unit can do, found out by playing its recording to this code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from common.releases.acceptance import read_acceptance
from common.releases.signature import read_public_keys
from printer.discovery.advice import WORDS, confirmation
from printer.discovery.probing import Look, probe
from printer.discovery.recording import Origin, Recording, ReplayWire, read_recording
from printer.escpos.capabilities import ABILITY_NAMES, Known
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience

PAGE = Path(__file__).parents[1] / "SUPPORTED.md"
QUALITY = Path(__file__).parent / "quality.toml"
_ORIGINS = {
    Origin.RECORDED: "recorded from a unit",
    Origin.EMULATED: "an emulator; no real printer was tested",
    Origin.DOCUMENTED: "documented, not tried",
}
_MARKS = {Known.YES: "yes", Known.NO: "no", Known.UNKNOWN: "?"}
_HEADS = {
    "real_time": "state",
    "asb": "pushes",
    "fence": "worked off",
    "process_id": "on paper",
    "clear": "clears",
    "native_qr": "QR",
    "half_resolution": "doubles",
    "nv_graphics": "NV",
    "ram_graphics": "RAM",
    "presenter": "mouth",
}
_HEAD = """# Printers

Made by `main.py printer supported` from the recordings in `tests/printer/discovery/recordings/`, each played to the
code that talks to real printers. Do not edit; add your printer with `main.py printer probe --url URL --record FILE`.

Any ESC/POS printer of 80 or 58 mm paper at 203 dots an inch works; the program asks each unit at its first
connection what it can do and does not look it up here. The table shows what to expect. `?`: unknown, so not relied on.

A unit is "accepted" when a technician has tried it with `main.py accept` (docs/accept.md) and the signed file lies in
`tests/printer/discovery/acceptances/`, with the technician's public key.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One recording and what it showed."""

    recording: Recording
    look: Look


def play(recording: Recording) -> Look:
    """Return what a probe finds out of a recording; what its source says nothing of stays UNKNOWN."""
    wire = ReplayWire(recording)
    wire.open()
    look = probe(Conversation(wire, Patience()))
    unsaid = dict.fromkeys(recording.undocumented, Known.UNKNOWN)
    return replace(look, abilities=replace(look.abilities, **unsaid))


def page(folder: Path, acceptances: Path, quality: Path = QUALITY) -> str:
    """Return SUPPORTED.md for the recordings and the signed acceptances in two folders.

    Raises RecordingError, SignatureError and OSError.
    """
    recordings = [read_recording(path) for path in sorted(folder.glob("*.json"))]
    rows = sorted((Row(one, play(one)) for one in recordings), key=_place)
    return "\n".join([_HEAD, *_accepted(acceptances), *_table(rows), "", *_units(rows), *_quality(quality)])


def _accepted(folder: Path) -> list[str]:
    """List what technicians have tried with `accept`, real units apart from programs that play a printer."""
    files = sorted(folder.glob("*.json"))
    found = [read_acceptance(file, read_public_keys(folder)) for file in files]
    lines = []
    for title, emulated in (("Accepted on hardware", False), ("Accepted with an emulated printer", True)):
        lines += [f"## {title}", ""]
        one_kind = [one for one in found if one.accepted and one.emulated is emulated]
        lines += [f"- {one.printer}: {one.technician}, {one.place}, {one.at[:10]}, {one.version}" for one in one_kind]
        lines += [] if one_kind else ["None yet."]
        lines += [""]
    return [*lines, "## What each printer can do", ""]


def _place(row: Row) -> tuple[int, str]:
    """Units first that somebody had on the table."""
    order = (Origin.RECORDED, Origin.EMULATED, Origin.DOCUMENTED)
    return order.index(row.recording.origin), row.recording.name.casefold()


def _table(rows: list[Row]) -> list[str]:
    heads = [_HEADS[name] for name in ABILITY_NAMES]
    lines = [f"| printer | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for row in rows:
        marks = " | ".join(_MARKS[word] for word in row.look.abilities.by_name.values())
        lines.append(f"| {row.recording.name} | {marks} |")
    return [*lines, "", *(f"- {_HEADS[name]}: {WORDS[name]}" for name in ABILITY_NAMES)]


def _units(rows: list[Row]) -> list[str]:
    lines = ["## Where this is from", ""]
    for row in rows:
        says = f" It says that it is {row.look.identity.text}." if row.look.identity.text else ""
        end = _confirmation(row)
        lines.append(
            f"- **{row.recording.name}**: {_ORIGINS[row.recording.origin]}. "
            f"{row.recording.source}.{says} {end[0].upper()}{end[1:]}."
        )
    return [*lines, ""]


def _confirmation(row: Row) -> str:
    if row.recording.undocumented >= {"fence", "process_id"}:
        return "whether it gives a sign of completion is asked at the first connection"
    return confirmation(row.look.abilities)


def _quality(path: Path) -> list[str]:
    lines = [
        "## How far each way to a printer is",
        "",
        "| way | rule | state | why, or shown by |",
        "|---|---|---|---|",
    ]
    for way, rules in tomllib.loads(path.read_text("utf-8")).items():
        lines += [f"| {way} | {rule} | {told['state']} | {told['by']} |" for rule, told in rules.items()]
    return [*lines, ""]
