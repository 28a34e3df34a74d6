"""What units have shown, over restarts, full disks and broken files."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printer.discovery.capability_file import AbilityFile, Identity, Unit, default_file, known
from printer.escpos.capabilities import ABILITY_NAMES, Abilities, Known

AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
UNIT = Unit("tcp://10.0.0.9", Identity("EPSON", "TM-T20III"), Abilities(fence=Known.YES), learnt_at=AT)
ABILITIES = st.fixed_dictionaries({name: st.sampled_from(Known) for name in ABILITY_NAMES}).map(
    lambda words: Abilities(**words)
)


@given(ABILITIES, ABILITIES, st.text(), st.text())
def test_a_unit_comes_back_from_the_file_as_it_was(shown: Abilities, told: Abilities, model: str, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "printers.json"
        unit = Unit(url, Identity(model=model), shown, told, AT)
        AbilityFile(path).keep("a key", unit)
        assert AbilityFile(path).find("a key") == unit


def test_a_persons_word_outweighs_what_the_unit_showed() -> None:
    unit = Unit("x", shown=Abilities(fence=Known.YES, clear=Known.YES), told=Abilities(fence=Known.NO))
    assert (unit.abilities.fence, unit.abilities.clear) == (Known.NO, Known.YES)
    assert known(unit.abilities, "clear")
    assert not known(unit.abilities, "asb")


def test_two_programs_do_not_lose_each_others_units(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "printers.json"
    first, second = AbilityFile(path), AbilityFile(path)
    first.keep("a", UNIT)
    second.keep("b", UNIT)
    assert AbilityFile(path).units().keys() == {"a", "b"}
    assert [file.name for file in path.parent.iterdir()] == ["printers.json"]


def test_a_unit_can_be_forgotten(tmp_path: Path) -> None:
    file = AbilityFile(tmp_path / "printers.json")
    file.keep("a", UNIT)
    assert file.forget("a")
    assert not file.forget("a")
    assert AbilityFile(tmp_path / "printers.json").find("a") is None


@pytest.mark.allow_logs
@pytest.mark.parametrize("text", ["", "{", "[]", '{"units": {"a": {}}}', '{"units": {"a": 7}}', '{"units": []}'])
def test_a_file_that_cannot_be_read_is_said_to_be_and_begun_anew(
    text: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "printers.json"
    path.write_text(text, "utf-8")
    file = AbilityFile(path)
    assert file.units() == {}
    file.keep("a", UNIT)
    assert any("asked again" in record.message for record in caplog.records)
    assert AbilityFile(path).find("a") == UNIT


def test_words_of_a_newer_version_count_as_not_known(tmp_path: Path) -> None:
    path = tmp_path / "printers.json"
    row = {"url": "x", "shown": {"fence": "maybe", "colour": "yes", "clear": "yes"}, "weight_g": 900}
    path.write_text(json.dumps({"units": {"a": row}}), "utf-8")
    unit = AbilityFile(path).find("a")
    assert unit is not None
    assert unit.shown == Abilities(clear=Known.YES)
    assert unit.learnt_at is None


@pytest.mark.allow_logs
def test_a_disk_that_refuses_leaves_the_unit_known_to_this_process(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "folder").touch()  # a file where the folder should be
    file = AbilityFile(tmp_path / "folder" / "printers.json")
    file.keep("a", UNIT)
    assert file.find("a") == UNIT
    assert any("cannot be written" in record.message for record in caplog.records)


def test_without_a_path_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = AbilityFile(None)
    file.keep("a", UNIT)
    assert file.find("a") == UNIT
    assert not list(tmp_path.iterdir())


def test_every_program_of_a_user_finds_the_same_file() -> None:
    assert default_file({"XDG_STATE_HOME": "/srv/state"}) == Path("/srv/state/dawr/printers.json")
    assert default_file({}) == Path.home() / ".local/state/dawr/printers.json"


def test_what_belongs_to_a_unit_lies_beside_the_file_or_nowhere(tmp_path: Path) -> None:
    assert AbilityFile(tmp_path / "printers.json").beside("mark") == tmp_path / "mark"
    assert AbilityFile(None).beside("mark") is None
