"""Settings for halls from the centre's own machine: published, shown, and refused in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.central.test_command import asked


def test_settings_are_published_shown_and_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place, file = ("--data", str(tmp_path)), tmp_path / "values.json"
    asked(capsys, "enrol", *place, "--hall", "1")
    assert asked(capsys, "settings", *place, "--hall", "1")[1] == "1: nothing is published"
    file.write_text('{"hijri_offset_days": -1, "digits": {"value": "western", "locked": true}}', encoding="utf-8")
    code, said, _ = asked(capsys, "settings", *place, "--hall", "1", "--publish", str(file), "--by", "Salma")
    assert code == 0
    assert said.splitlines()[0].startswith("1: version 1, published ")
    assert said.splitlines()[1:] == [
        '  digits: "western" (locked)',
        "  hijri_offset_days: -1",
        "  the hall has not answered yet",
    ]
    state = json.loads(asked(capsys, "settings", *place, "--hall", "1", "--json")[1])
    assert state["1"]["published"]["document"]["values"]["digits"] == {"value": "western", "locked": True}
    assert "--by who publishes" in asked(capsys, "settings", *place, "--hall", "1", "--publish", str(file))[2]
    file.write_text('{"arrangements": []}', encoding="utf-8")
    code, _, said = asked(capsys, "settings", *place, "--hall", "1", "--publish", str(file), "--by", "Salma")
    assert (code, "arrangements: is not set from the centre" in said) == (2, True)
