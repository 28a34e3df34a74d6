"""Locking."""

from __future__ import annotations

import pytest

from tools import lock


def test_without_uv_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(lock.shutil, "which", lambda _name: None)
    assert lock.run([]) == 2
    assert "pip install uv" in capsys.readouterr().err
