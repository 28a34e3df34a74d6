"""The set-up page in a real browser: what a technician chooses and ticks becomes a right set-up file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hall.kernel.request_settings import DIRECTORATES, POWERS, TOPICS
from hall.settings.setup.file import check_setup, read_setup
from tests.helpers.axe import violations

EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#333"/></svg>'
NEXT = "#go-on"


def go_to(page: Page, question: str) -> None:
    page.evaluate("question => { location.hash = question; }", question)
    expect(page.locator(f"#{question}")).to_be_visible()


def name_it(page: Page, address: str, language: str = "en") -> None:
    page.goto(f"{address}/?lang={language}")
    for at, text in enumerate(("قاعة نزوى", "Nizwa Hall", "nizwa-1")):
        page.locator("#name-fields input").nth(at).fill(text)


def add_salim(page: Page) -> None:
    go_to(page, "agents")
    page.locator("#add-agent").click()
    for at, text in enumerate(("salim", "سالم", "Salim")):
        page.locator("#agents-list input").nth(at).fill(text)
    page.locator("#agents-list input[type=checkbox]").check()


def save(page: Page, out: Path) -> None:
    go_to(page, "review")
    expect(page.locator("#problems .fine, #problems .warning").first).to_be_visible()
    page.locator("#save").click()
    expect(page.locator("#saved")).to_contain_text(f"\u2066{out}\u2069")


def test_a_hall_is_set_up_by_keys_alone_one_question_a_page(page: Page, address: str, out: Path) -> None:
    page.goto(f"{address}/?lang=en")
    expect(page.locator("#progress-words")).to_have_text("Question 1 of 13")
    expect(page.locator("section:visible")).to_have_count(1)
    page.locator("#name-fields input").first.focus()
    page.keyboard.press("Enter")
    # What is missing is said on its own page, and nobody goes on without it.
    expect(page.locator("#found")).to_contain_text("the name in Arabic is missing.")
    expect(page.locator("#name")).to_be_visible()
    page.locator("#name-fields input").first.focus()
    page.keyboard.type("قاعة نزوى")
    page.keyboard.press("Tab")
    page.keyboard.type("Nizwa Hall")
    expect(page.get_by_label("Short code")).to_have_value("nizwa-hall")
    page.keyboard.press("Enter")
    expect(page.locator("#place-title")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Ad Da")
    page.locator("#go-on").press("Enter")
    expect(page.locator("#brand")).to_be_visible()
    for question in (
        "services",
        "numbers",
        "counters",
        "agents",
        "hours",
        "requests",
        "kiosk",
        "printer",
        "voice",
        "screen",
        "review",
    ):
        page.locator("#go-on").press("Enter")
        expect(page.locator(f"#{question}")).to_be_visible()
    page.go_back()
    expect(page.locator("#progress-words")).to_have_text("Question 13 of 13")
    page.locator("#back").press("Enter")
    expect(page.locator("#voice")).to_be_visible()
    go_to(page, "review")
    expect(page.locator("[data-question=place] dd").first).to_have_text("Ad Dakhiliyah, Hall")
    expect(page.locator("[data-question=printer] dd").first).to_have_text("Not tested")
    page.locator("[data-question=counters] a").press("Enter")
    page.locator("#counter-count").fill("2")
    page.locator("#go-on").press("Enter")
    expect(page.locator("[data-question=counters] dd").first).to_have_text("Number of counters: 2")
    page.locator("#save").press("Enter")
    expect(page.locator("#saved")).to_contain_text(f"\u2066{out}\u2069")
    made = read_setup(out).settings
    assert (made.hall, made.names["ar"], made.governorate) == ("nizwa-hall", "قاعة نزوى", "dakhiliyah")
    assert [counter.number for counter in made.counters] == [1, 2]


@pytest.mark.full
@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), pytest.param("en", "ltr", marks=pytest.mark.full)])
def test_a_hall_is_made_by_choice_and_tick_and_saved_when_nothing_is_wrong(
    page: Page, address: str, out: Path, language: str, way: str
) -> None:
    page.goto(f"{address}/?lang={language}#review")
    assert page.evaluate("document.documentElement.dir") == way
    expect(page.locator("#problems")).to_contain_text({"ar": "الرمز القصير", "en": "the short code"}[language])
    name_it(page, address, language)
    go_to(page, "services")
    page.locator("#services-list input[type=checkbox]").nth(3).uncheck()
    page.locator("#services-list li").first.locator("input[value=deed]").check()
    go_to(page, "counters")
    page.locator("#counters-grid tbody tr").nth(1).locator("input").first.uncheck()
    add_salim(page)
    go_to(page, "hours")
    page.locator("#days input").nth(4).uncheck()
    go_to(page, "kiosk")
    page.locator("#kiosk-asks input").fill("45")
    page.locator("#kiosk-phone").check()
    page.locator("#kiosk-appointments").check()
    page.locator("#kiosk-reception input[value=left]").check()
    save(page, out)
    expect(page.locator("#next")).to_contain_text(f"main.py hall --setup {out}")
    expect(page.locator("#next")).to_contain_text("--reception left")
    for program in ("kiosk", "counter", "board"):
        expect(page.locator("#next")).to_contain_text(f"main.py {program} --hall")
    assert [problem for problem in check_setup(out) if not problem.warning] == []
    made = read_setup(out).settings
    assert [service.prefix for service in made.services] == ["A", "L", "T", "F", "H", "R"]
    assert [service.pictogram for service in made.services][:2] == ["deed", "plot"]
    assert "A" not in made.counters[1].services
    assert (made.kiosk.long_wait_s, made.kiosk.phone, made.appointments.offered) == (2700, True, True)
    assert [str(code) for code in made.agents[0].services][:2] == ["F", "H"]


def test_an_emblem_is_seen_on_light_dark_and_paper_before_it_is_saved(page: Page, address: str, out: Path) -> None:
    name_it(page, address)
    go_to(page, "brand")
    file = {"name": "emblem.svg", "mimeType": "image/svg+xml", "buffer": EMBLEM}
    for ground in ("On a light background", "On paper, black only"):
        page.get_by_label(ground).first.set_input_files(file)
    # Without a dark one the light one stands on a card; on paper each dot is black or white.
    for ground in ("light", "dark"):
        shown = page.locator(f".ground.{ground} img")
        expect(shown).to_be_visible()
        assert shown.evaluate("async image => { await image.decode(); return image.naturalWidth; }") > 0
    expect(page.locator(".ground.paper canvas")).to_be_visible()
    dots = "canvas => [...new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data)]"
    assert set(page.locator(".ground.paper canvas").evaluate(dots)) <= {0, 255}
    page.get_by_label("On a dark background").set_input_files({**file, "buffer": b" " * 200_001})
    expect(page.locator("#emblem-refused")).to_contain_text("at most 200 KB")
    save(page, out)
    assert set(read_setup(out).settings.brand.emblems) == {"light", "paper"}


@pytest.mark.full
def test_letters_like_digits_are_warned_of_and_a_hall_may_number_without_letters(
    page: Page, address: str, out: Path
) -> None:
    name_it(page, address)
    go_to(page, "numbers")
    page.locator("#numbers-list input").nth(1).fill("q")
    expect(page.locator("#found .warning")).to_contain_text("this letter looks like a number")
    page.locator("#numbers-list input").nth(1).fill("a")
    expect(page.locator("#numbers-list .example").nth(1)).to_have_text("A001")
    page.locator(NEXT).click()
    expect(page.locator("#found")).to_contain_text("another service has this letter")
    page.locator("#numbers-list input").nth(1).fill("L")
    expect(page.locator("#found")).to_be_hidden()
    page.locator("#numbers input[value=hundreds]").check()
    expect(page.locator("#numbers-list .example").nth(1)).to_have_text("200–299")
    add_salim(page)
    save(page, out)
    services = read_setup(out).settings.services
    assert [(service.code, service.prefix, service.first_number, service.last_number) for service in services][:2] == [
        ("A", "", 100, 199),
        ("L", "", 200, 299),
    ]


@pytest.mark.full
def test_a_list_of_requests_is_the_halls_own_once_it_was_changed(page: Page, address: str, out: Path) -> None:
    name_it(page, address)
    go_to(page, "requests")
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
    save(page, out)
    made = read_setup(out).settings
    assert [one.code for one in made.topics] == [*(one.code for one in TOPICS[1:]), "boundaries"]
    assert made.topics[-1].names == {"ar": "حدود الأراضي", "en": "Boundaries"}
    assert (made.directorates, made.powers, made.requests.prefix) == (DIRECTORATES, POWERS, "NZ")
    assert "[[directorate]]" not in out.read_text(encoding="utf-8"), "what is usual follows the ministry's own list"


@pytest.mark.full
def test_an_empty_list_says_that_the_usual_one_is_used_and_half_an_entry_is_told(page: Page, address: str) -> None:
    name_it(page, address)
    go_to(page, "requests")
    powers = page.locator("[data-list=power]")
    for _ in POWERS:
        powers.get_by_role("button", name="Remove").first.click()
    expect(powers).to_contain_text("The ministry's usual list is used")
    powers.get_by_role("button", name="Add", exact=True).click()
    powers.get_by_label("Code").fill("Minister")
    page.locator(NEXT).click()
    expect(page.locator("#found")).to_contain_text(
        "Delegated powers: the code in row 1 must have lower-case Latin letters"
    )
    expect(page.locator("#requests")).to_be_visible()


@pytest.mark.full
def test_the_skip_link_keeps_the_question_that_is_open(page: Page, address: str) -> None:
    name_it(page, address)
    go_to(page, "hours")
    page.locator(".skip").press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.locator(NEXT).press("Enter")
    expect(page.locator("#requests")).to_be_visible()


def test_what_was_typed_survives_a_change_of_language(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=ar")
    page.locator("#name-fields input").nth(2).fill("sohar")
    go_to(page, "hours")
    page.locator("#language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Hall set-up")
    expect(page.locator("#hours")).to_be_visible()
    go_to(page, "name")
    expect(page.locator("#name-fields input").nth(2)).to_have_value("sohar")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_every_mistake_is_told_in_the_pages_language_by_its_question(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/?lang={language}")
    page.locator("#name-fields input").nth(2).fill("Nizwa 1")
    go_to(page, "agents")
    for at in range(2):
        page.locator("#add-agent").click()
        page.locator("#agents-list .agent").nth(at).locator("input").first.fill("salim")
    go_to(page, "numbers")
    for at, letter in enumerate(("O", "1", "A")):
        page.locator("#numbers-list input").nth(at).fill(letter)
    go_to(page, "hours")
    page.locator("#times input").first.fill("14:30")
    go_to(page, "requests")
    page.locator("#requests-lists input").first.fill("A B")
    go_to(page, "kiosk")
    page.locator("#kiosk-asks input").fill("999")
    go_to(page, "review")
    twice = {"ar": "مكرر", "en": "two agents have the sign-in name"}[language]
    expect(page.locator("#problems")).to_contain_text(twice)
    told = page.locator("#problems li").all_inner_texts()
    assert not [text for text in told if re.search(r"\w\[\d+\]|hall\.|_min", text)], told
    if language == "ar":
        assert all(re.search("[\u0621-\u064a]", text) for text in told), told
    page.locator("#problems li a").first.click()
    assert page.url.partition("#")[2] == "name"


def test_the_printer_and_the_screen_are_tried(page: Page, address: str) -> None:
    page.goto(f"{address}/?lang=en#printer")
    printer = page.locator("#printer-try")
    expect(printer.locator("input")).to_have_value("serial:///dev/ttyUSB0")
    printer.locator("select").select_option("58")
    printer.get_by_role("button").click()
    expect(printer.locator("[role=status]")).to_have_text("serial:///dev/ttyUSB0: the paper is 80 mm wide")
    printer.locator("select").select_option("80")
    printer.get_by_role("button").click()
    expect(printer.locator("[role=status]")).to_have_text("The printer confirmed that the ticket came out.")
    go_to(page, "screen")
    page.locator("#screen-try input").fill("200")
    expect(page.locator("#screen-try output")).to_contain_text("inches")
    expect(page.locator("#toml")).to_contain_text("# printer: serial:///dev/ttyUSB0")
    expect(page.locator("#toml")).to_contain_text("# screen_inches:")


QUESTIONS = (
    *("name", "place", "brand", "services", "numbers", "counters", "agents", "hours", "requests", "kiosk"),
    *("printer", "voice", "screen", "review"),
)


@pytest.mark.parametrize("width", [390, pytest.param(1366, marks=pytest.mark.full)])
@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_every_question_suits_everybody_and_nothing_hangs_over_the_edge(
    page: Page, address: str, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/?lang={language}")
    expect(page.locator("#toml")).not_to_be_empty()
    page.locator("#add-agent").evaluate("button => button.click()")
    for question in QUESTIONS:
        go_to(page, question)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, question
        assert violations(page) == [], question
