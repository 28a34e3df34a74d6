from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from qtkit.language import catalogues
from qtkit.language.catalogues import SHIPPED, CatalogueError, cache_folder, compiled, qt_tool

pytestmark = pytest.mark.process

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="ar" sourcelanguage="en">
<context><name>Door</name><message><source>Open</source><translation>{}</translation></message></context></TS>"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "demo_ar.ts"
    file.write_text(TS.format("مفتوح"), encoding="utf-8")
    return file


def test_a_catalogue_is_compiled_and_found_the_next_time(source: Path, tmp_path: Path) -> None:
    first = compiled(source, tmp_path / "cache")
    made_at = first.stat().st_mtime_ns
    assert compiled(source, tmp_path / "cache") == first
    assert first.stat().st_mtime_ns == made_at
    translator = QTranslator()
    assert translator.load(str(first))
    assert translator.translate("Door", "Open") == "مفتوح"


def test_a_package_brings_its_catalogues_compiled(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = compiled(source, source.parent / SHIPPED)
    monkeypatch.setattr(catalogues, "qt_tool", lambda name: Path("/nowhere"))
    assert compiled(source) == shipped


def test_a_changed_text_gives_another_file(source: Path, tmp_path: Path) -> None:
    first = compiled(source, tmp_path / "cache")
    source.write_text(TS.format("افتح"), encoding="utf-8")
    assert compiled(source, tmp_path / "cache") != first


def test_a_missing_catalogue_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"demo_fr\.ts cannot be read"):
        compiled(tmp_path / "demo_fr.ts", tmp_path)


def test_a_damaged_catalogue_is_named_and_leaves_nothing_behind(source: Path, tmp_path: Path) -> None:
    source.write_text("<TS><context>", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"demo_ar\.ts cannot be compiled"):
        compiled(source, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_the_cache_lies_where_the_system_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "dawr" / "i18n"


@pytest.mark.parametrize("tool", ["lrelease", "lupdate"])
def test_the_tools_come_with_the_installed_qt(tool: str) -> None:
    assert qt_tool(tool).is_file()
