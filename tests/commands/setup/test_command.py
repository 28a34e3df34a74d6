"""What the set-up page can do on this machine."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import Any

import pytest

from commands.setup.command import MachineWorkshop, run
from hall.settings.setup.file import check_setup, read_setup
from tests.commands.setup.test_toml_text import FORM, OTHER

GOOD: dict[str, Any] = {**FORM, "services": [{"prefix": "A", "names": {"ar": "أ", "en": "A"}}], "categories": []}


def test_the_catalogue_has_the_ministrys_services_and_where_an_all_round_agent_begins(tmp_path: Path) -> None:
    catalogue = MachineWorkshop(tmp_path / "hall.toml").catalogue()
    assert [service["prefix"] for service in catalogue["services"]] == ["A", "L", "T", "M", "F", "H", "R"]
    assert catalogue["first"] == ["H", "F"]
    assert len(catalogue["governorates"]) == 11


def test_a_good_form_is_saved_as_a_right_hall_and_an_older_file_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "hall.toml"
    out.write_text("old")
    answer = MachineWorkshop(out).save(GOOD)
    assert answer["path"] == str(out)
    assert check_setup(out) == []
    assert read_setup(out).settings.hall == "nizwa-1"
    assert (tmp_path / "hall.toml.before").read_text() == "old"
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.iterdir()}
    assert modes == {"hall.toml": "0o600", "hall.toml.before": "0o600"}, "first PINs stand in them"
    assert any("--screen-inches 21.5" in line for line in answer["next"])


@pytest.mark.parametrize(
    ("change", "key"), [({"services": []}, "service"), ({"days": []}, "hours"), ({"hall": {}}, "hall.code")]
)
def test_a_form_with_gaps_is_not_saved_and_the_gaps_are_named(tmp_path: Path, change: dict[str, Any], key: str) -> None:
    out = tmp_path / "hall.toml"
    answer = MachineWorkshop(out).save({**GOOD, **change})
    assert key in answer["problem"]
    assert not out.exists()


FIVE = ["07:30", "07:30", "08:00", "13:30", "14:30"]
MISTAKES = {
    "unserved": {"services": [{"prefix": letter, "names": {"ar": "أ", "en": "A"}} for letter in "AL"]},
    "reads_like": {"services": [{"prefix": "O", "names": {"ar": "أ", "en": "A"}}]},
    "sounds_like": {"services": [{"prefix": letter, "names": {"ar": "أ", "en": "A"}} for letter in "BD"]},
    "times_missing": {"times": FIVE[:4]},
    "times_order": {"times": [*FIVE[:4], "06:00"]},
    "twice": {"services": [{"prefix": "A", "names": {"ar": "أ", "en": "A"}}] * 2},
    "name_twice": {"requests": {"prefix": "NZ", "topic": [{"code": code, "names": OTHER} for code in ("a", "b")]}},
}
"""A form with each mistake that the page tells by its code."""


@pytest.mark.parametrize("code", MISTAKES)
def test_of_several_mistakes_of_one_key_the_page_is_told_which(tmp_path: Path, code: str) -> None:
    told = MachineWorkshop(tmp_path / "hall.toml").check({**GOOD, **MISTAKES[code]})
    assert code in {problem["code"] for problem in told["problems"]}


def test_the_page_asks_for_no_code_that_no_check_gives() -> None:
    page = Path("web/static/setup/setup_problems.js").read_text(encoding="utf-8")
    asked = set(re.findall(r'\[/\^.+?/, "\w+", "(\w+)"\]', page))
    assert asked == set(MISTAKES)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    answer = MachineWorkshop(tmp_path / "none" / "hall.toml").save(GOOD)
    assert "hall.toml" in answer["problem"]


def test_a_sample_on_a_wrong_printer_address_is_a_sentence(tmp_path: Path) -> None:
    answer = MachineWorkshop(tmp_path / "hall.toml").sample("carrier-pigeon://roof", 80)
    assert "carrier-pigeon" in answer["problem"]


def test_a_sample_on_a_file_comes_out(tmp_path: Path) -> None:
    answer = MachineWorkshop(tmp_path / "hall.toml").sample(f"file:{tmp_path / 'ticket.bin'}", 58)
    assert answer == {"state": "unverified"}
    assert (tmp_path / "ticket.bin").stat().st_size > 2000


@pytest.mark.parametrize(("port", "why"), [("taken", "in use"), ("70000", "no such port"), ("-1", "no such port")])
def test_a_port_that_cannot_be_had_is_told_with_what_to_do(
    capsys: pytest.CaptureFixture[str], port: str, why: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wanted = str(taken.getsockname()[1]) if port == "taken" else port
        assert run([f"--port={wanted}", "--no-browser"]) == 2
    said = capsys.readouterr().err
    assert f"port {wanted}: " in said
    assert why in said
    assert "choose another: --port N" in said


def test_a_place_that_cannot_be_saved_to_is_said_before_anything_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out, said in ((tmp_path, "this is a folder"), (tmp_path / "none" / "hall.toml", "there is no folder")):
        with pytest.raises(SystemExit) as ended:
            run(["--out", str(out), "--no-browser"])
        assert ended.value.code == 2
        assert said in capsys.readouterr().err
