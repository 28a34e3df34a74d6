"""Whose centre it is: read from a set-up file, shown on every page, and refused with a sentence where it is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import requests

from central.errors import ConfigError
from central.web.brand import read_brand
from tests.helpers.centre import running_centre

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>'
NAMED = '[brand]\nministry = { ar = "وزارة" }\n'


def a_file(folder: Path, *, emblem: str = SVG) -> Path:
    (folder / "emblem.svg").write_text(emblem)
    file = folder / "hall.toml"
    file.write_text(
        '[brand]\nministry = { ar = "وزارة", en = "Ministry" }\nemblem = { dark = "emblem.svg" }\n', encoding="utf-8"
    )
    return file


def test_the_pages_of_staff_and_visitors_show_the_ministry_and_its_emblem(tmp_path: Path) -> None:
    brand = read_brand(a_file(tmp_path))
    with running_centre(tmp_path / "data", brand=brand) as centre:
        centre.enrol()
        for path in ("/sign-in?lang=ar", "/public?lang=ar", "/h/1/t?lang=ar"):
            page = requests.get(centre.url + path, timeout=60).text
            assert "وزارة" in page, path
            assert "/brand/dark?" in page, path
        emblem = requests.get(f"{centre.url}/brand/dark", timeout=60)
        assert (emblem.text, emblem.headers["content-type"]) == (SVG, "image/svg+xml")
        assert requests.get(f"{centre.url}/brand/light", timeout=60).status_code == 404


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[brand", "--brand"),
        ("[hall]", "needs ministry"),
        (f"{NAMED}emblem = {{ light = 'no.svg' }}", "emblem.light: there is no readable"),
        (f"{NAMED}emblem = {{ drak = 'program.svg' }}", "emblem.drak: expected one of light, dark, paper"),
        (f"{NAMED}emblem = {{ dark = 'program.svg' }}", "emblem.dark: the SVG file has a program"),
        (f"{NAMED}emblem = 'program.svg'", "brand.emblem: expected { light = FILE"),
        (f"{NAMED}emblems = {{ dark = 'program.svg' }}", "brand.emblems: expected one of ministry, emblem"),
        ('[brand]\nministry = "Ministry"', "brand.ministry: expected { ar = NAME"),
        ('[brand]\nministry = { en = "Ministry" }', "brand.ministry.ar: the ministry's Arabic name"),
        ("[brand]\nministry = { ar = 5 }", "brand.ministry: expected"),
        (f"[brand]\nministry = {{ ar = '{'و' * 81}' }}", "brand.ministry.ar: at most 80 letters, got 81"),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "brand.toml"
    file.write_text(text, encoding="utf-8")
    (tmp_path / "program.svg").write_text(SVG.replace("<rect", "<script>1</script><rect"))
    with pytest.raises(ConfigError, match=re.escape(told)):
        read_brand(file)


def test_each_mistake_has_a_line(tmp_path: Path) -> None:
    file = tmp_path / "brand.toml"
    file.write_text('[brand]\nministry = { en = "Ministry" }\nemblem = { drak = "no.svg", light = "no.svg" }\n')
    with pytest.raises(ConfigError) as refused:
        read_brand(file)
    lines = str(refused.value).splitlines()
    assert [line.split(": ")[1] for line in lines] == ["brand.ministry.ar", "brand.emblem.drak", "brand.emblem.light"]
