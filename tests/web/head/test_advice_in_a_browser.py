"""The sentence on top of the hall head's page: what will hurt, the button that does something, and the way back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread
from tests.web.conftest import open_head


def trouble(hall: RunningHall) -> str:
    """Let four wait for Housing, which Salim could serve at counter 1 and does not; return his session."""
    agent = hall.sign_in()
    hall.sign_in(2, "maryam", "802946")
    good(hall.post("/agents/salim/services", "head", {"services": ["A"]}), 201)
    hall.issue()
    for _ in range(4):
        hall.issue("B", visitor_kind="citizen")
    hall.clock.move_on(minutes=9)
    return agent


def test_one_button_does_it_and_one_undoes_it_on_a_phone(page: Page, hall: RunningHall) -> None:
    agent = trouble(hall)
    page.set_viewport_size({"width": 390, "height": 844})
    open_head(page, hall)
    expect(page.locator("#advice-text")).to_have_text(re.compile(r"Housing\W*: 4 waiting and no counter serves it\."))
    expect(page.locator("#advice-deed")).to_contain_text("Salim")
    expect(page.locator("#advice-deed")).to_be_in_viewport()
    page.locator("#advice-do button").click()
    expect(page.locator("#done")).to_contain_text("now serves")
    assert "B" in good(hall.get("/counters/1", agent))["services"]
    expect(page.locator("#advice-text")).not_to_contain_text("no counter serves")
    page.locator("#done button").click()
    expect(page.locator("#done")).to_have_text("Undone.")
    assert good(hall.get("/counters/1", agent))["services"] == ["A"]
    expect(page.locator("#advice-text")).to_contain_text("no counter serves it")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_service_has_its_next_hour_as_a_drawing_that_is_read_aloud_too(
    page: Page, hall: RunningHall, language: str
) -> None:
    hall.sign_in()
    for _ in range(5):
        hall.issue()
    open_head(page, hall, language)
    page.locator("#services button").first.press("Enter")
    drawing = page.locator("#services .detail svg")
    expect(drawing).to_be_visible()
    spoken = drawing.get_attribute("aria-label") or ""
    assert len(re.findall(r"\d\d:\d\d", spoken)) >= 3, "now, in half an hour and in an hour"
    assert violations(page) == []


@pytest.mark.full
def test_in_a_calm_hall_the_sentence_says_so(page: Page, hall: RunningHall) -> None:
    hall.sign_in()
    hall.issue()
    open_head(page, hall)
    expect(page.locator("#advice-text")).to_have_text("No long waits are expected in the next hour.")
    expect(page.locator("#advice")).to_have_attribute("data-state", "calm")


@pytest.mark.full
def test_an_analyst_reads_the_advice_and_is_given_no_button(page: Page, hall: RunningHall) -> None:
    trouble(hall)
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['analyst']}")
    expect(page.locator("#advice-deed")).to_contain_text("Salim")
    assert page.locator("#advice button:visible").count() == 0


@pytest.mark.full
@pytest.mark.parametrize(("target_s", "said"), [(120, "دقيقتين"), (600, "10 دقائق"), (900, "15 دقيقة")])
def test_minutes_in_arabic_have_the_plural_of_their_number(
    page: Page, hall: RunningHall, target_s: int, said: str
) -> None:
    open_head(page, hall, "ar")
    seen = {"services": [{"code": "A", "names": {"ar": "الأراضي"}}], "time_zone": "Asia/Muscat"}
    passing = {"service": "A", "target_s": target_s, "passes_at": "2026-11-29T08:30:00Z"}
    outlook = {"at": "2026-11-29T08:00:00Z", "services": [passing], "advice": []}
    sentence = page.evaluate(
        "async ([hall, outlook]) => { (await import('/static/head/head_advice.js'))"
        ".paintAdvice(hall, { services: [] }, outlook, () => {});"
        " return document.getElementById('advice-text').textContent; }",
        [seen, outlook],
    )
    assert f"سيتجاوز الانتظار {said} قرابة" in sentence


@pytest.mark.full
@pytest.mark.parametrize(
    ("services", "told"),
    [
        (["B"], "Move Salim at counter 1 to Housing."),
        (["B", "A", "A"], "Salim at counter 1 takes Housing first."),
    ],
)
def test_of_an_agent_of_many_services_the_first_alone_is_named(
    page: Page, hall: RunningHall, services: list[str], told: str
) -> None:
    open_head(page, hall)
    names = {"agents": [{"agent": "salim", "names": {"en": "Salim"}}]}
    names["services"] = [{"code": "A", "names": {"en": "Lands"}}, {"code": "B", "names": {"en": "Housing"}}]
    advice = {"kind": "move_agent", "agent": "salim", "counter": 1, "services": services}
    said = page.evaluate(
        "async ([hall, one]) => (await import('/static/head/head_advice.js')).deed(hall, one)", [names, advice]
    )
    assert re.sub("[\u2066-\u2069]", "", said) == told


LATE = {"passes_at": "2026-11-29T08:30:00Z", "target_s": 600}
HELP_B = {"kind": "move_agent", "agent": "salim", "counter": 1, "service": "B", "services": ["B"], "within_min": 10}
HELP_B |= {"gain_low": 3, "gain_likely": 12, "gain_high": 20}
WHY = {
    "en": {
        "gain": "Why this service: of the changes tried, none helps more visitors.",
        "longest": "Why this service: the longest wait against its target.",
        "next": "Why this service: the first one in the table whose wait passes its target.",
    },
    "ar": {
        "gain": "سبب اختيار هذه الخدمة: لا يفيد أي تغيير آخر مما جُرّب عددًا أكبر من المراجعين.",
        "longest": "سبب اختيار هذه الخدمة: الانتظار فيها هو الأطول قياسًا إلى المدة المستهدفة.",
        "next": "سبب اختيار هذه الخدمة: هي الأولى في الجدول التي سيتجاوز الانتظار فيها المدة المستهدفة.",
    },
}


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("late", "advice", "about", "why"),
    [
        ("AB", [HELP_B], "B", "gain"),
        ("AB", [HELP_B, {**HELP_B, "service": "A", "gain_likely": 13}], "B", ""),
        ("AB", [], "A", "longest"),
        ("B", [], "B", "next"),
    ],
)
def test_beside_the_advice_it_says_why_it_is_about_this_service(
    page: Page, hall: RunningHall, language: str, late: str, advice: list[object], about: str, why: str
) -> None:
    open_head(page, hall, language)
    services = [{"code": code, "names": {"ar": code, "en": code}, "target_wait_s": 600} for code in "BA"]
    waiting = {"waiting": 2, "counters_open": 1}
    now = [{"service": "A", "longest_wait_s": 590, **waiting}, {"service": "B", "longest_wait_s": 300, **waiting}]
    outlook = {"at": "2026-11-29T08:00:00Z", "advice": advice, "services": [{"service": one, **LATE} for one in late]}
    seen = {"services": services, "agents": [], "time_zone": "Asia/Muscat"}
    sentence, said = page.evaluate(
        "async ([hall, now, outlook]) => { (await import('/static/head/head_advice.js'))"
        ".paintAdvice(hall, { services: now }, outlook, () => {});"
        " return ['advice-text', 'advice-why'].map((id) => document.getElementById(id).textContent); }",
        [seen, now, outlook],
    )
    assert (re.sub("[\u2066-\u2069]", "", sentence)[0], said) == (about, WHY[language].get(why, ""))


@pytest.mark.parametrize(
    ("kind", "agent", "state", "stands"),
    [
        ("open_counter", None, "closed", True),
        ("open_counter", None, "free", False),
        ("move_agent", "salim", "free", True),
        ("move_agent", "salim", "on_break", False),
        ("move_agent", "maryam", "free", False),
    ],
)
def test_advice_that_was_followed_or_cannot_be_any_more_is_not_given(
    page: Page, hall: RunningHall, kind: str, agent: str | None, state: str, stands: bool
) -> None:
    open_head(page, hall)
    counter = {"counter": 1, "agent": None if state == "closed" else "salim", "state": state}
    now = [{"service": "B", "longest_wait_s": 590, "waiting": 2, "counters_open": 1}]
    seen = {"services": [{"code": "B", "names": {"en": "B"}, "target_wait_s": 600}], "agents": []}
    advice = [{**HELP_B, "kind": kind, "agent": agent}]
    outlook = {"at": "2026-11-29T08:00:00Z", "advice": advice, "services": [{"service": "B", **LATE}]}
    deed = page.evaluate(
        "async ([hall, queues, outlook]) => { (await import('/static/head/head_advice.js'))"
        ".paintAdvice(hall, queues, outlook, () => {});"
        " return document.getElementById('advice-deed').textContent; }",
        [{**seen, "time_zone": "Asia/Muscat"}, {"services": now, "counters": [counter]}, outlook],
    )
    assert bool(deed) is stands


def test_a_counter_that_was_just_opened_is_no_longer_to_be_opened(page: Page, hall: RunningHall) -> None:
    for _ in range(6):
        hall.issue()
    hall.clock.move_on(minutes=9)
    open_head(page, hall)
    expect(page.locator("#advice-deed")).to_contain_text("Open counter")
    opened = int(re.findall(r"\d+", page.locator("#advice-deed").inner_text())[0])
    with held(page, "**/outlook"):  # no newer advice: the page sees that this one is done
        hall.sign_in(opened, *(("salim", "471829") if opened == 1 else ("maryam", "802946")))
        expect(page.locator("#advice-deed")).not_to_contain_text(f"Open counter {opened}")


@pytest.mark.full
@pytest.mark.parametrize("longest_s", [0, 300])
def test_services_that_wait_alike_are_not_called_the_longest(page: Page, hall: RunningHall, longest_s: int) -> None:
    open_head(page, hall)
    services = [{"code": code, "names": {"ar": code, "en": code}, "target_wait_s": 600} for code in "AB"]
    now = [{"service": code, "longest_wait_s": longest_s, "waiting": 1, "counters_open": 1} for code in "AB"]
    outlook = {"at": "2026-11-29T08:00:00Z", "advice": [], "services": [{"service": one, **LATE} for one in "AB"]}
    said = page.evaluate(
        "async ([hall, now, outlook]) => { (await import('/static/head/head_advice.js'))"
        ".paintAdvice(hall, { services: now }, outlook, () => {});"
        " return document.getElementById('advice-why').textContent; }",
        [{"services": services, "agents": [], "time_zone": "Asia/Muscat"}, now, outlook],
    )
    assert said == WHY["en"]["next"]


@pytest.mark.full
@pytest.mark.allow_logs
@pytest.mark.parametrize(("language", "sentence"), [("ar", "غير متاحة الآن"), ("en", "is not available now")])
def test_without_a_forecast_the_sentence_says_so_and_the_page_goes_on(
    page: Page, hall: RunningHall, language: str, sentence: str
) -> None:
    hall.sign_in()
    hall.issue()
    hall.hall.forecasts.stop()
    open_head(page, hall, language)
    expect(page.locator("#advice-text")).to_contain_text(sentence)
    expect(page.locator("#services tr").first).to_be_visible()


@pytest.mark.full
def test_a_range_too_wide_for_a_ticket_is_still_shown_to_the_head(page: Page, tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=SETUP + "\n[limits]\nwidest_range_s = 0\n") as hall:
        hall.sign_in()
        hall.issue()
        open_head(page, hall)
        assert {one["forecast"] for one in good(hall.get("/queues", "head"))["services"]} == {None}
        expect(page.locator("#services tr[data-key='A'] .told-cell")).to_have_text(re.compile(r"\d+ min"))
        expect(page.locator("#services tr[data-key='A'] .arrow")).to_be_visible()


@pytest.mark.parametrize(
    ("high_now_s", "high_then_s", "shown"),
    [(600, 60, "↘falling: up to 1 min"), (600, 3600, "↗rising: up to 60 min"), (600, 660, "→steady: up to 11 min")],
)
def test_the_arrow_of_the_next_hour_is_of_the_minutes_beside_it(
    page: Page, hall: RunningHall, high_now_s: int, high_then_s: int, shown: str
) -> None:
    open_head(page, hall)
    trend_of = "async ([outlook, now]) => (await import('/static/head/head_hour.js')).trend(outlook, now).textContent"
    highs = [high_now_s, high_then_s]
    points = [{"at": "2026-11-29T08:00:00Z", "wait": {"low_s": 0, "likely_s": 0, "high_s": high}} for high in highs]
    outlook = {"points": points, "target_s": 900}
    assert page.evaluate(trend_of, [outlook, True]) == shown
    # Where no wait of now is shown, an arrow would begin nowhere.
    assert page.evaluate(trend_of, [outlook, False]) == shown.partition(": ")[2]
