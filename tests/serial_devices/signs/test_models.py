from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from serial_devices.errors import DeviceAddressError
from serial_devices.signs.frame import frame_for
from serial_devices.signs.models import MODELS_FILE, find_model, read_models

ENTRIES = tomllib.loads(MODELS_FILE.read_text(encoding="utf-8"))["models"]


@pytest.mark.parametrize("code", ENTRIES)
def test_each_model_sends_what_its_makers_paper_says(code: str) -> None:
    model, example = read_models()[code], ENTRIES[code]["example"]
    frame = frame_for(model.template, address=example["address"], ticket=example["ticket"])
    assert frame == bytes.fromhex(example["bytes"])
    assert model.source


@pytest.mark.parametrize("code", ENTRIES)
def test_each_model_shows_a_ticket_of_the_hall_and_goes_dark(code: str) -> None:
    model = read_models()[code]
    lit = frame_for(model.template, address=model.addresses[0], ticket="A047")
    dark = frame_for(model.template, address=model.addresses[0], ticket="")
    assert b"047" in lit
    assert len(dark) == len(lit)
    assert b"047" not in dark


def test_the_models_with_a_makers_paper_are_there() -> None:
    assert {"edi", "rice_lake", "evs", "plain"} <= set(read_models())


def test_a_template_is_a_model_of_its_own() -> None:
    model = find_model("{SOH}{addr}{num}", read_models())
    assert frame_for(model.template, address=3, ticket="A047") == b"\x013047"


@pytest.mark.parametrize(("named", "said"), [("acme", "known are edi"), ("{addr}", "would show nothing")])
def test_an_unknown_model_says_what_is_known(named: str, said: str) -> None:
    with pytest.raises(DeviceAddressError, match=said):
        find_model(named, read_models())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[models.x]\nname = 'x'", "model x"),
        (
            "[models.x]\nname = 'x'\nsource = 's'\ntried = 'ours'\naddresses = [1, 2]\ntemplate = '{addr}'",
            "show nothing",
        ),
        ("models", "cannot be read"),
        ("", "cannot be read"),
    ],
)
def test_a_wrong_file_names_its_entry(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "models.toml"
    file.write_text(text)
    with pytest.raises(DeviceAddressError, match=said):
        read_models(file)
