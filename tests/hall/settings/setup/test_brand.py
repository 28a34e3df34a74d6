"""The ministry's name and emblem in a set-up file: read from files beside it, checked, and kept as settings."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from common.brand.brand import emblem_file
from hall.settings.setup.file import check_setup, read_setup
from hall.settings.setup.of_settings import setup_entry

GOOD = Path("assets/halls/land_housing.toml").read_text(encoding="utf-8")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
BRAND = "[brand]\n"


def setup_with(folder: Path, content: bytes | None, line: str = 'emblem = { light = "emblem.svg" }') -> Path:
    """Return a good set-up file with one line more in its brand, beside an emblem's file of this content."""
    if content is not None:
        (folder / "emblem.svg").write_bytes(content)
    path = folder / "hall.toml"
    path.write_text(GOOD.replace(BRAND, f"{BRAND}{line}\n"), encoding="utf-8")
    return path


def test_the_emblem_beside_the_file_becomes_part_of_the_settings(tmp_path: Path) -> None:
    brand = read_setup(setup_with(tmp_path, SVG)).settings.brand
    assert brand.ministry["en"] == "Ministry of Housing and Urban Planning"
    assert emblem_file(brand.emblems["light"]) == ("image/svg+xml", SVG)


def test_settings_with_an_emblem_stand_the_same_checks_again(tmp_path: Path) -> None:
    settings = read_setup(setup_with(tmp_path, SVG)).settings
    assert setup_entry(settings).brand.emblem == dict(settings.brand.emblems)


def test_a_hall_without_a_brand_is_right(tmp_path: Path) -> None:
    path = tmp_path / "hall.toml"
    path.write_text(GOOD.replace("[brand]\nministry", "# ministry"), encoding="utf-8")
    assert check_setup(path) == []
    assert read_setup(path).settings.brand.ministry == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no readable file 'emblem.svg'"),
        (b"%PDF-1.4", "neither an SVG nor a PNG picture"),
        (b"<html/>", "neither an SVG nor a PNG picture"),
        (SVG.replace(b' viewBox="0 0 8 8"', b""), "has no size"),
        (SVG.replace(b"<circle", b"<script>1</script><circle"), "a program"),
        (SVG.replace(b"<circle", b'<image href="http://a.example/b.png"/><circle'), "a link to another file"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG, "an entity"),
        (SVG + b" " * 200_000, "at most 200 KB"),
        (PNG, "1 by 1 px"),
        (PNG[:-20], "broken or cut short"),
    ],
)
def test_a_wrong_emblem_is_named_with_its_line(tmp_path: Path, content: bytes | None, said: str) -> None:
    (problem,) = check_setup(setup_with(tmp_path, content))
    assert problem.key == "brand.emblem.light"
    assert problem.line is not None
    assert said in problem.text


def test_an_unknown_ground_is_named(tmp_path: Path) -> None:
    (problem,) = check_setup(setup_with(tmp_path, SVG, 'emblem = { gold = "emblem.svg" }'))
    assert "light, dark, paper" in problem.text
