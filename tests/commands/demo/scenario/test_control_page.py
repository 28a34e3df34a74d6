"""The demo's own page: its time, its addresses and its switch, in both languages, for those who know its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
import requests

from commands.demo.scenario.agents_and_visitors import Switch
from commands.demo.scenario.control_page import DemoPage, Link


@pytest.fixture
def switch() -> Switch:
    return Switch()


@pytest.fixture
def page(switch: Switch) -> Iterator[DemoPage]:
    codes = iter(("A1", "B2", "C3"))
    links = [
        Link("صفحة مشرف القاعة", "The hall head's page", "http://127.0.0.1:1/enter#secret"),
        Link("النافذة", "Counter", "http://127.0.0.1:1/counter", lambda: (code := next(codes), f"code {code}")),
    ]
    shown = DemoPage(switch, links, lambda: datetime(2026, 11, 29, 10, 15))  # noqa: DTZ001 (local by then)
    yield shown
    shown.close()


def test_it_says_that_it_is_a_demo_and_what_its_clock_shows(page: DemoPage) -> None:
    text = requests.get(page.address, timeout=60).content.decode()
    arabic, english = re.findall(r"<h1>(.*?)</h1>", text)
    assert english == "Demo: the clock shows 10:15 on Sunday, 29 November"
    assert arabic == "عرض تجريبي: الساعة في العرض \u206610:15\u2069، الأحد 29 نوفمبر"


def test_each_link_opens_in_the_language_of_its_part(page: DemoPage) -> None:
    arabic, english = requests.get(page.address, timeout=60).content.decode().split("</section>")[:2]
    assert re.findall(r'href="(http://127[^"]+)"', arabic) == [
        "http://127.0.0.1:1/enter?lang=ar#secret",
        "http://127.0.0.1:1/counter?lang=ar",
    ]
    assert re.findall(r'href="(http://127[^"]+)"', english) == [
        "http://127.0.0.1:1/enter?lang=en#secret",
        "http://127.0.0.1:1/counter?lang=en",
    ]


def test_its_icon_is_in_the_page_so_that_no_browser_asks_for_one_at_an_open_address(page: DemoPage) -> None:
    text = requests.get(page.address, timeout=60).content.decode()
    icon = re.search(r'<link rel="icon" type="image/svg\+xml" href="data:image/svg\+xml,([^"]+)">', text)
    assert icon is not None
    assert ElementTree.fromstring(unquote(icon[1])).tag.endswith("svg")  # noqa: S314  # our own picture


def test_each_load_tells_what_to_type_at_a_link_now(page: DemoPage) -> None:
    for code in ("A1", "B2"):
        text = requests.get(page.address, timeout=60).content.decode()
        assert f"<br>{code}</li>" in text
        assert f"<br>code {code}</li>" in text


def test_one_press_stops_the_visitors_and_the_next_lets_them_come(page: DemoPage, switch: Switch) -> None:
    for on, words in ((False, "No visitors arrive."), (True, "Visitors are arriving.")):
        answer = requests.post(f"{page.address}/visitors", timeout=60)
        assert switch.on is on
        assert words in answer.content.decode()


def test_without_the_secret_part_of_its_address_nothing_is_shown_or_turned(page: DemoPage, switch: Switch) -> None:
    root = page.address.rpartition("/")[0]
    assert requests.get(f"{root}/", timeout=60).status_code == 404
    assert requests.post(f"{root}/visitors", timeout=60).status_code == 404
    assert switch.on
