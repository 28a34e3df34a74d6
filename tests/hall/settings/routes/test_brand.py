"""The ministry's name and emblem as a hall names and serves them."""

from __future__ import annotations

import base64
from pathlib import Path

import requests

from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
URI = f"data:image/svg+xml;base64,{base64.b64encode(SVG).decode()}"
BRAND = f'\n[brand]\nministry = {{ar = "وزارة", en = "Ministry"}}\nemblem = {{dark = "{URI}"}}\n'


def test_a_hall_names_its_ministry_and_serves_its_emblem_without_a_token(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP + BRAND) as hall:
        brand = good(hall.get("/hall", "board"))["brand"]
        assert brand["ministry"] == {"ar": "وزارة", "en": "Ministry"}
        answer = requests.get(hall.base + brand["emblems"]["dark"], timeout=20)
        assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, SVG, "image/svg+xml")
        refused(hall.get("/brand/paper"), "picture_unknown", 404)
        page = requests.get(f"{hall.base}/t?lang=en", timeout=20).text
        assert brand["emblems"]["dark"] in page


def test_a_hall_without_a_brand_says_so(hall: RunningHall) -> None:
    assert good(hall.get("/hall", "board"))["brand"] == {"ministry": {}, "emblems": {}}
    refused(hall.get("/brand/light"), "picture_unknown", 404)
    assert "/static/common/mark.svg" in requests.get(f"{hall.base}/t", timeout=20).text
