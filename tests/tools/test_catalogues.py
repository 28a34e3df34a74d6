from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from qtkit.language.catalogues import I18N
from tools.catalogues import run, update


def test_a_new_text_is_entered_and_the_old_translations_stay(tmp_path: Path) -> None:
    file = tmp_path / "kiosk_ar.ts"
    shutil.copy(I18N / "kiosk_ar.ts", file)
    text = file.read_text(encoding="utf-8")
    start = text.index("    <message>\n        <source>Back</source>")
    end = text.index("</message>", start) + len("</message>\n")
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    assert "kiosk_ar.ts" in update("kiosk", "ar", tmp_path)
    after = file.read_text(encoding="utf-8")
    assert '<source>Back</source>\n        <translation type="unfinished"' in after
    assert "<translation>تم</translation>" in after


def test_an_unknown_program_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["kitchen"])
    assert "invalid choice" in capsys.readouterr().err
