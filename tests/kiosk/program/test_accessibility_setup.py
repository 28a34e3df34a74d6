from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.config import KioskConfig
from kiosk.program.accessibility_setup import Aids, find_aids
from kiosk.screens.help.presenter import EVERYWHERE


def test_what_is_not_set_is_not_looked_for() -> None:
    assert find_aids(KioskConfig("k1", "memory:")) == Aids()
    assert Aids().able == EVERYWHERE


def test_what_is_set_and_installed_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("espeak-ng", "aplay", "ffmpeg"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    config = KioskConfig("k1", "memory:", headphones="default", sign_clips=tmp_path)
    assert find_aids(config).able == EVERYWHERE | {"spoken", "signed"}
    (tmp_path / "aplay").unlink()
    assert find_aids(config).able == EVERYWHERE | {"signed"}, "a voice that nothing plays does not count"
