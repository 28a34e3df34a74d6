"""The set-up page in a real browser: what a technician chooses and ticks becomes a right set-up file."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from commands.setup import MachineWorkshop
from dashboard.setup_page import setup_app
from hall.adapters.setup_file import check_setup, read_setup
from hall.domain.request_settings import DIRECTORATES, POWERS, TOPICS
from tests.helpers.served import served


class Bench(MachineWorkshop):
    """This machine with one printer on a cable; whatever is printed comes out, but not on 58 mm paper."""

    def printers(self) -> list[dict[str, str]]:
        return [{"url": "serial:///dev/ttyUSB0", "name": "ttyUSB0"}]

    def sample(self, url: str, paper_mm: int) -> dict[str, Any]:
        return {"state": "confirmed"} if paper_mm == 80 else {"problem": f"{url}: the paper is 80 mm wide"}

    def voice(self, ticket: str, counter: int, language: str) -> bytes:
        return b"RIFF" + ticket.encode() if language == "ar" else b""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hall.toml"


@pytest.fixture
def address(out: Path) -> Iterator[str]:
    with served(setup_app(Bench(out))) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), pytest.param("en", "ltr", marks=pytest.mark.full)])
def test_a_hall_is_made_by_choice_and_tick_and_saved_when_nothing_is_wrong(
    page: Page, address: str, out: Path, language: str, way: str
) -> None:
    page.goto(f"{address}/?lang={language}")
    assert page.evaluate("document.documentElement.dir") == way
    expect(page.locator("#save")).to_be_disabled()
    expect(page.locator("#problems")).to_contain_text({"ar": "الرمز القصير", "en": "the short code"}[language])
    expect(page.locator("#problems li:not(.open)")).to_have_count(0)
    expect(page.locator("#steps a.done")).to_have_count(0)
    fields = page.locator("#hall-fields input")
    fields.nth(0).fill("قاعة نزوى")
    fields.nth(1).fill("Nizwa Hall")
    fields.nth(2).fill("nizwa-1")
    page.locator("#hall-fields select").first.select_option("dakhiliyah")
    page.locator("#services-list input[type=checkbox]").nth(3).uncheck()
    page.locator("#counter-count").fill("2")
    page.locator("#counter-count").blur()
    expect(page.locator("#counters-grid tbody tr")).to_have_count(2)
    page.locator("#counters-grid tbody tr").nth(1).locator("input").first.uncheck()
    page.locator("#add-agent").click()
    # A row without a name is no agent yet: no tick stands at its step, and the page says why it does not save.
    expect(page.locator("#problems")).to_contain_text({"ar": "اسم دخول", "en": "sign-in name"}[language])
    expect(page.locator("#steps a[href='#agents'].wrong:not(.done)")).to_have_count(1)
    expect(page.locator("#steps a.wrong")).to_have_count(1)
    expect(page.locator("#steps a[href='#hours'].done")).to_have_count(1)
    expect(page.locator("#save-why")).not_to_be_empty()
    agent = page.locator("#agents-list .agent")
    agent.locator("input").nth(0).fill("salim")
    agent.locator("input").nth(1).fill("سالم")
    agent.locator("input").nth(2).fill("Salim")
    agent.locator("input[type=checkbox]").check()
    page.locator("#days input").nth(4).uncheck()
    page.locator("#kiosk-asks input").fill("45")
    page.locator("#kiosk-phone").check()
    page.locator("#kiosk-appointments").check()
    expect(page.locator("#problems li.fine")).to_be_visible()
    expect(page.locator("#save")).to_be_enabled()
    expect(page.locator("#save-why")).to_be_empty()
    expect(page.locator("#steps a[href='#agents'].done")).to_have_count(1)
    page.locator("#save").click()
    # Isolated: in an Arabic line the first slash would stand at the path's other end.
    expect(page.locator("#saved")).to_contain_text(f"\u2066{out}\u2069")
    expect(page.locator("#next")).to_contain_text(f"main.py hall --setup {out}")
    for program in ("kiosk", "counter", "board"):
        expect(page.locator("#next")).to_contain_text(f"main.py {program} --hall")
    assert [problem for problem in check_setup(out) if not problem.warning] == []
    made = read_setup(out).settings
    assert (made.hall, made.names["ar"], made.governorate) == ("nizwa-1", "قاعة نزوى", "dakhiliyah")
    assert [service.prefix for service in made.services] == ["A", "L", "T", "F", "H", "R"]
    assert [counter.number for counter in made.counters] == [1, 2]
    assert "A" not in made.counters[1].services
    assert (made.kiosk.long_wait_s, made.kiosk.phone, made.appointments.offered) == (2700, True, True)
    assert [str(code) for code in made.agents[0].services][:2] == ["F", "H"]


def _filled(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=en")
    for at, text in enumerate(("قاعة نزوى", "Nizwa Hall", "nizwa-1")):
        page.locator("#hall-fields input").nth(at).fill(text)


def test_a_hall_may_number_by_hundreds_without_letters(page: Page, address: str, out: Path) -> None:
    _filled(page, address)
    page.locator("#services-numbering select").select_option("hundreds")
    page.locator("#add-agent").click()
    agent = page.locator("#agents-list .agent input")
    for at, text in enumerate(("salim", "سالم", "Salim")):
        agent.nth(at).fill(text)
    agent.nth(3).check()
    expect(page.locator("#save")).to_be_enabled()
    page.locator("#save").click()
    expect(page.locator("#saved")).to_contain_text(str(out))
    services = read_setup(out).settings.services
    assert [(service.code, service.prefix, service.first_number, service.last_number) for service in services][:2] == [
        ("A", "", 100, 199),
        ("L", "", 200, 299),
    ]


@pytest.mark.full
def test_a_list_of_requests_is_the_halls_own_once_it_was_changed(page: Page, address: str, out: Path) -> None:
    _filled(page, address)
    topics, powers = page.locator("[data-list=topic]"), page.locator("[data-list=power]")
    topics.get_by_role("button", name="Remove").first.click()
    topics.get_by_role("button", name="Add", exact=True).click()
    for text in ("boundaries", "حدود الأراضي", "Boundaries"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    powers.get_by_role("button", name="Remove").first.click()
    powers.get_by_role("button", name="Back to the usual list").click()
    page.get_by_label("Request numbers begin with").fill("nz")
    expect(page.locator("#toml")).to_contain_text("boundaries")
    page.locator("#save").click()
    expect(page.locator("#saved")).to_contain_text(str(out))
    made = read_setup(out).settings.requests
    assert [one.code for one in made.topics] == [*(one.code for one in TOPICS[1:]), "boundaries"]
    assert made.topics[-1].names == {"ar": "حدود الأراضي", "en": "Boundaries"}
    assert (made.directorates, made.powers, made.prefix) == (DIRECTORATES, POWERS, "NZ")
    assert "[[directorate]]" not in out.read_text(encoding="utf-8"), "what is usual follows the ministry's own list"


@pytest.mark.full
def test_an_empty_list_says_that_the_usual_one_is_used_and_half_an_entry_is_told(page: Page, address: str) -> None:
    _filled(page, address)
    powers = page.locator("[data-list=power]")
    for _ in POWERS:
        powers.get_by_role("button", name="Remove").first.click()
    expect(powers).to_contain_text("The ministry's usual list is used")
    powers.get_by_role("button", name="Add", exact=True).click()
    powers.get_by_label("Code").fill("Minister")
    expect(page.locator("#problems")).to_contain_text(
        "Requests: Delegated powers: the code in row 1 must have small Latin letters"
    )
    expect(page.locator("#save")).to_be_disabled()


@pytest.mark.full
def test_what_was_typed_survives_a_change_of_language(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=ar")
    page.locator("#hall-fields input").nth(2).fill("sohar")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#hall-fields input").nth(2)).to_have_value("sohar")
    expect(page.locator("h1")).to_have_text("Hall set-up")


@pytest.mark.full
def test_two_services_with_one_letter_are_told_and_mended(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=en")
    letters = page.locator("#services-list input[type=text]")
    letters.nth(1).fill("a")
    expect(letters.nth(1)).to_have_value("a")
    expect(page.locator("#problems")).to_contain_text("another service has this letter")
    letters.nth(1).fill("L")
    expect(page.locator("#problems")).not_to_contain_text("another service has this letter")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_every_mistake_is_told_in_the_pages_language_by_its_step(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/?lang={language}")
    page.locator("#hall-fields input").nth(2).fill("Nizwa 1")
    page.locator("#add-agent").click()
    agents = page.locator("#agents-list .agent")
    nameless = {"ar": "اسم دخول", "en": "sign-in name"}[language]
    expect(page.locator("#problems")).to_contain_text(nameless)  # its shape is wrong: the rest is not looked at yet
    page.locator("#add-agent").click()
    for at in range(2):
        agents.nth(at).locator("input").first.fill("salim")
    for at, letter in enumerate(("O", "1", "A")):
        page.locator("#services-list input[type=text]").nth(at).fill(letter)
    page.locator("#times input").first.fill("14:30")
    page.locator("#requests-lists input").first.fill("A B")
    page.locator("#kiosk-asks input").fill("999")
    expect(page.locator("#problems li")).not_to_have_count(0)
    twice = {"ar": "مكرر", "en": "two agents have the sign-in name"}[language]
    expect(page.locator("#problems")).to_contain_text(twice)
    told = page.locator("#problems li").all_inner_texts()
    assert not [text for text in told if re.search(r"\w\[\d+\]|hall\.|_min", text)], told
    if language == "ar":
        assert all(re.search("[\u0621-\u064a]", text) for text in told), told
    page.locator("#problems li a").first.click()
    assert page.url.partition("#")[2] == "hall"


def test_the_printer_and_the_screen_are_tried(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=en")
    printer = page.locator("#printer")
    expect(printer.locator("input")).to_have_value("serial:///dev/ttyUSB0")
    printer.locator("select").select_option("58")
    printer.get_by_role("button").click()
    expect(printer.locator("[role=status]")).to_have_text("serial:///dev/ttyUSB0: the paper is 80 mm wide")
    printer.locator("select").select_option("80")
    printer.get_by_role("button").click()
    expect(printer.locator("[role=status]")).to_have_text("The printer confirmed that the ticket came out.")
    page.locator("#screen input").fill("200")
    expect(page.locator("#screen b")).to_contain_text("inches")
    expect(page.locator("#toml")).to_contain_text("# printer: serial:///dev/ttyUSB0")
    expect(page.locator("#toml")).to_contain_text("# screen_inches:")


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.full)])
@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_nothing_hangs_over_the_edge(page: Page, address: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/?lang={language}")
    expect(page.locator("#counters-grid tbody tr")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("what", "body", "status", "problem"),
    [
        ("check", b"{", 400, "not JSON"),
        ("check", b"\xff\xfe", 400, "not JSON"),
        ("check", b"[]", 400, "not a form"),
        ("check", b"x" * 2_100_000, 413, "too much at once"),
        ("dance", b"{}", 404, "no such question: dance"),
        ("sample", b'{"paper_mm": "wide"}', 400, "paper_mm"),
        ("check", b'{"services": 7, "hall": []}', 400, "not a form"),
    ],
)
def test_what_no_page_of_ours_asks_is_refused_in_words(
    address: str, what: str, body: bytes, status: int, problem: str
) -> None:
    answer = requests.post(f"{address}/ask/{what}", data=body, timeout=60)
    assert (answer.status_code, problem in answer.json()["problem"]) == (status, True), answer.text


def test_an_empty_form_has_problems_and_is_not_saved(address: str, out: Path) -> None:
    told = requests.post(f"{address}/ask/check", data=b"{}", timeout=60).json()
    assert {problem["key"] for problem in told["problems"]} >= {"hall.code"}
    assert "problem" in requests.post(f"{address}/ask/save", data=b"{}", timeout=60).json()
    assert not out.exists()


def test_a_call_is_heard_where_there_are_clips_and_missing_where_there_are_none(address: str) -> None:
    heard = requests.get(f"{address}/voice.wav?lang=ar", timeout=60)
    assert (heard.status_code, heard.headers["content-type"], heard.content[:4]) == (200, "audio/wav", b"RIFF")
    assert requests.get(f"{address}/voice.wav?lang=en", timeout=60).status_code == 404


def test_a_name_in_the_catalogue_cannot_close_the_script_it_is_in(out: Path) -> None:
    class Sly(Bench):
        def catalogue(self) -> dict[str, Any]:
            return {**super().catalogue(), "first": ["</script><script>alert(1)</script>"]}

    with served(setup_app(Sly(out))) as address:
        page = requests.get(address, timeout=60)
    assert "</script><script>alert" not in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_a_strange_page_cannot_ask_in_the_technicians_name(address: str) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        answer = requests.post(f"{address}/ask/save", data=b"{}", headers=headers, timeout=60)
        assert answer.status_code == 403, headers


def test_a_question_that_is_cut_off_is_no_mistake_of_the_page(out: Path) -> None:
    sent: list[Any] = []
    scope = {
        "type": "http", "method": "POST", "path": "/ask/check", "raw_path": b"/ask/check", "query_string": b"",
        "root_path": "", "headers": [(b"host", b"127.0.0.1:8095"), (b"content-length", b"500")],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    with ThreadPoolExecutor(1) as thread:  # the browser's loop runs in this one
        thread.submit(lambda: asyncio.run(setup_app(Bench(out))(scope, receive, send))).result()
    assert sent[0]["status"] == 400
