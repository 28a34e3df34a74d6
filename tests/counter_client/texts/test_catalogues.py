from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from qtkit.language.catalogues import I18N
from tools.catalogues import update

ARABIC_PLURALS = 6


@pytest.mark.process
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_catalogues_are_what_the_program_says_and_finished(language: str, tmp_path: Path) -> None:
    committed = I18N / f"counter_{language}.ts"
    shutil.copy(committed, tmp_path)
    update("counter", language, tmp_path)
    assert (tmp_path / committed.name).read_text(encoding="utf-8") == committed.read_text(encoding="utf-8")
    assert "unfinished" not in committed.read_text(encoding="utf-8")


def test_arabic_knows_all_its_plurals() -> None:
    tree = ElementTree.parse(I18N / "counter_ar.ts")  # noqa: S314 - our own file
    plurals = [message for message in tree.iter("message") if message.get("numerus")]
    assert plurals
    assert all(
        len([form for form in message.iter("numerusform") if form.text]) == ARABIC_PLURALS for message in plurals
    )


def test_arabic_keeps_what_is_filled_in() -> None:
    tree = ElementTree.parse(I18N / "counter_ar.ts")  # noqa: S314 - our own file
    for message in tree.iter("message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        plurals = [form.text or "" for form in message.iter("numerusform")]
        told = plurals or [translation.text or "" if translation is not None else ""]
        names = ("{n}", "{h}", "{time}", "{ticket}", "{code}", "{reason}", "{text}", "{target}")
        wanted = {name for name in names if name in source}
        assert all(name in form for form in told for name in wanted), source
