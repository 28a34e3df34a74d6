"""The web pages and the Qt programs take colour, type and corners from one file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from common.design_tokens import EDGE_ON, TEXT_ON, contrast, tokens
from qtkit.look.theme import CONTRAST, DAY, NIGHT, TYPE_SIZES
from tools import tokens as tool

STYLES = [*Path("web/static").glob("*/*.css"), Path("central/web/static/centre.css")]
OWN = [style for style in STYLES if style.name != "tokens.css"]
DESIGN = tokens()
PALETTES = {"day": DESIGN.day, "night": DESIGN.night, "contrast": DESIGN.contrast}


def rules(style: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_the_web_style_is_what_the_token_file_says() -> None:
    assert tool.run(["--check"]) == 0


def test_the_qt_theme_is_what_the_token_file_says() -> None:
    assert (DESIGN.day, DESIGN.night, DESIGN.contrast) == (DAY, NIGHT, CONTRAST)
    assert {name: step.screen for name, step in DESIGN.type.items()}.items() <= TYPE_SIZES.items()


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_every_text_stands_seven_to_one(palette: str, text: str, ground: str) -> None:
    colours = vars(PALETTES[palette])
    assert contrast(colours[text], colours[ground]) >= 7.0


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("edge", "beside"), EDGE_ON)
def test_every_edge_and_the_focus_ring_stand_three_to_one(palette: str, edge: str, beside: str) -> None:
    colours = vars(PALETTES[palette])
    assert contrast(colours[edge], colours[beside]) >= 3.0


def test_the_dark_text_reads_on_every_chart_ground() -> None:
    grounds = [colour for colours in DESIGN.charts.values() for colour in colours]
    assert {ground: contrast(DESIGN.day.ink, ground) >= 7.0 for ground in grounds} == dict.fromkeys(grounds, True)


@pytest.mark.parametrize("style", OWN, ids=lambda style: style.stem)
def test_a_style_has_no_colour_size_or_corner_of_its_own(style: Path) -> None:
    text = rules(style)
    assert re.findall(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?=[\s;,)\"])", text) == []
    sizes = re.findall(r"(?<![-\w])font-size: ([^;}]+)", text)
    assert [size for size in sizes if not re.search(r"var\(--text-|^inherit|^\d+pt", size)] == []
    corners = re.findall(r"border-radius: ([^;}]+)", text)
    assert [one for one in corners if not re.fullmatch(r"(?:(?:0|50%|99px|var\(--radius-\w+\))\s*)+", one)] == []


@pytest.mark.parametrize("style", OWN, ids=lambda style: style.stem)
def test_every_token_a_style_uses_exists(style: Path) -> None:
    defined = set(re.findall(r"(--[\w-]+):", "".join(rules(one) for one in STYLES)))
    assert set(re.findall(r"var\((--[\w-]+)", rules(style))) - defined == set()


def test_the_signs_are_drawn_in_colours_of_the_token_file() -> None:
    known = {colour.lower() for colour in vars(DESIGN.day).values()}
    for sign in Path("web/static/common").glob("*.svg"):
        drawn = re.findall(r"#[0-9a-fA-F]{3,6}\b", sign.read_text(encoding="utf-8"))
        assert {colour.lower() for colour in drawn} - known == set(), sign.name
