"""SUPPORTED.md says what the recordings show, and the recordings hold what this code asks."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from printer.discovery.probing import probe
from printer.discovery.recording import Origin, ReplayWire, read_recording
from printer.discovery.supported import PAGE, QUALITY, page, play
from printer.escpos.capabilities import ABILITY_NAMES, Abilities, Known
from printer.spool.conversation import Conversation
from printer.spool.timeouts import Patience

ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(__file__).parent / "recordings"
ACCEPTANCES = Path(__file__).parent / "acceptances"
RECORDINGS = sorted(FOLDER.glob("*.json"))


class Listening(ReplayWire):
    """Notes what it is asked."""

    def __init__(self, path: Path) -> None:
        super().__init__(read_recording(path))
        self.asked: set[bytes] = set()

    def write(self, data: bytes, timeout_s: float) -> int:
        self.asked.add(data)
        return super().write(data, timeout_s)


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(FOLDER, ACCEPTANCES), "run main.py printer supported"


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_each_recording_shows_something_and_is_asked_everything_that_it_answers(path: Path) -> None:
    assert play(read_recording(path)).abilities != Abilities()
    wire = Listening(path)
    wire.open()
    probe(Conversation(wire, Patience()))
    answered = {one.sent for one in read_recording(path).exchanges if one.came}
    assert answered <= wire.asked, "the code asks otherwise now: record or write it again"


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_nothing_is_said_to_be_from_a_real_unit_that_is_not(path: Path) -> None:
    recording = read_recording(path)
    if recording.origin is Origin.DOCUMENTED:
        assert re.search(r"\bp\. \d|\bpp\. \d|online help|on the web", recording.source), "a page to look it up"
        assert recording.undocumented, "no manual says everything"
    if recording.origin is Origin.EMULATED:
        assert re.search(r"emupos \d|printer emulate", recording.source)


def test_units_come_before_emulators_and_those_before_manuals(tmp_path: Path) -> None:
    for name in ("epson-tm-t81.json", "memory-printer.json"):
        shutil.copy(FOLDER / name, tmp_path / name)
    recorded = (FOLDER / "emupos-xp80t.json").read_text("utf-8")
    recorded = recorded.replace('"emulated"', '"recorded"').replace("emupos 0.4.0 as XP-80T", "Z of metal")
    (tmp_path / "z.json").write_text(recorded, "utf-8")
    table = page(tmp_path, tmp_path / "none").partition("## Where")[0]
    assert re.findall(r"^\| ([^|]+?) \| (?:yes|no|\?)", table, re.MULTILINE) == [
        "Z of metal",
        "Dawr memory printer",
        "Epson TM-T81",
    ]


def test_silence_in_a_manual_is_unknown_and_a_clear_no_needs_a_fence() -> None:
    manual = play(read_recording(FOLDER / "epson-tm-t88iii.json")).abilities
    assert (manual.process_id, manual.clear) == (Known.NO, Known.UNKNOWN)
    clone = play(read_recording(FOLDER / "memory-printer-clone.json")).abilities
    assert (clone.process_id, clone.clear) == (Known.UNKNOWN, Known.NO)


def test_every_ability_that_can_be_asked_for_is_shown_by_some_recording() -> None:
    shown = [play(read_recording(path)).abilities for path in RECORDINGS]
    missing = {name for name in ABILITY_NAMES if not any(getattr(one, name).yes for one in shown)}
    assert missing == {"half_resolution"}


@pytest.mark.parametrize("kind", [0x36, 0x59, 0x2F])
def test_each_makers_own_answer_about_a_code_is_understood(kind: int) -> None:
    of_kind = [
        path
        for path in RECORDINGS
        if any(one.came.startswith(bytes((0x37, kind))) for one in read_recording(path).exchanges)
    ]
    assert of_kind
    assert all(play(read_recording(path)).abilities.native_qr.yes for path in of_kind)


def test_what_the_quality_list_calls_done_names_a_test_that_there_is() -> None:
    for way, rules in tomllib.loads(QUALITY.read_text("utf-8")).items():
        for rule, told in rules.items():
            assert told["state"] in {"done", "todo", "exempt"}, (way, rule)
            if told["state"] == "done":
                file, _, name = told["by"].partition("::")
                assert f"def {name}(" in (ROOT / file).read_text("utf-8"), (way, rule)
