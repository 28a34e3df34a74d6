"""The keys of the agent's page in the browser counter: each of them does what the page says, with a real visitor."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.hall_in_a_thread import RunningHall, good
from tests.web.counter.test_counter_in_a_browser import dialog, pair, press, sign_in

DOCS = Path(__file__).resolve().parents[3] / "docs"
PAGES = {"en": DOCS / "agent.md", "ar": DOCS / "ar" / "agent.md"}
NOT_HERE = {"F1", "F11"}
"""Keys of the program alone: the page says so, too."""


def state_of(hall: RunningHall, visit: str) -> str:
    return str(good(hall.get(f"/visits/{visit}", "head"))["state"])


def until(page: Page, hall: RunningHall, visit: str, wanted: str) -> None:
    """Wait until the hall has the visit in this state."""
    for _ in range(400):
        if state_of(hall, visit) == wanted:
            return
        page.wait_for_timeout(25)
    assert state_of(hall, visit) == wanted


def call(page: Page, hall: RunningHall, visit: str) -> None:
    press(page, " ")
    until(page, hall, visit, "called")
    expect(page.locator("#state")).to_have_attribute("data-state", "called")


def next_thing(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    press(page, " ")
    until(page, hall, visit, "serving")
    press(page, " ")
    expect(dialog(page, "outcome")).to_be_visible()
    press(page, "1")
    until(page, hall, visit, "finished")


def call_again(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    press(page, "F2")
    expect(page.locator("#notice")).to_have_attribute("data-tone", "done")
    kinds = [line["kind"] for line in good(hall.get(f"/visits/{visit}/story", "head"))["lines"]]
    assert kinds.count("visit_recalled") == 1


def nobody_came(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    press(page, "F3")
    until(page, hall, visit, "no_show")


def back_to_the_queue(page: Page, hall: RunningHall, visit: str) -> None:
    later = str(hall.issue()["visit"])
    call(page, hall, visit)
    press(page, "F4")
    until(page, hall, visit, "waiting")
    waiting = good(hall.get("/counters/1", "head"))["waiting"]
    assert [row["visit"] for row in waiting] == [visit, later], "the visitor keeps the place"


def put_on_hold(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    press(page, "F5")
    expect(dialog(page, "park")).to_be_visible()
    press(page, "1")
    until(page, hall, visit, "parked")
    assert good(hall.get(f"/visits/{visit}", "head"))["counter"] == 1


def transfer(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    press(page, "F6")
    expect(dialog(page, "transfer")).to_be_visible()
    press(page, "1")
    until(page, hall, visit, "waiting")
    assert good(hall.get(f"/visits/{visit}", "head"))["service"] == "B"


def more(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    press(page, "F7")
    expect(dialog(page, "more")).to_be_visible()
    press(page, "n")
    expect(dialog(page, "own_pin")).to_be_visible()
    press(page, "Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert state_of(hall, visit) == "called"


def pause(page: Page, hall: RunningHall, visit: str) -> None:
    press(page, "F8")
    expect(dialog(page, "break")).to_be_visible()
    press(page, "2")
    expect(dialog(page, "break_length")).to_be_visible()
    press(page, " ")
    expect(dialog(page, "break_last")).to_be_visible()
    press(page, "1")
    expect(page.locator("#state")).to_have_attribute("data-state", "on_break")
    press(page, "F8")
    expect(page.locator("#state")).to_have_attribute("data-state", "free")
    assert state_of(hall, visit) == "waiting"


def undo(page: Page, hall: RunningHall, visit: str) -> None:
    nobody_came(page, hall, visit)
    press(page, "F9")
    until(page, hall, visit, "called")


def ask_for_help(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    for asked in (True, False):
        press(page, "F10")
        expect(page.locator("#standing:visible")).to_have_count(1 if asked else 0)
        session = good(hall.get("/counters/1", "head"))["session"]
        assert (session["help_since"] is not None) is asked


def sign_out(page: Page, hall: RunningHall, visit: str) -> None:
    press(page, "F12")
    expect(dialog(page, "sign_out")).to_be_visible()
    press(page, " ")
    expect(page.locator("#signing")).to_be_visible()
    assert state_of(hall, visit) == "waiting"


def close(page: Page, hall: RunningHall, visit: str) -> None:
    call(page, hall, visit)
    press(page, "F5")
    expect(dialog(page, "park")).to_be_visible()
    press(page, "Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert state_of(hall, visit) == "called"


Tried = Callable[[Page, RunningHall, str], None]
KEYS: dict[str, tuple[str, str, Tried]] = {
    "Space": ("call the next visitor, begin, finish", "نداء التالي، بدء الخدمة، إنهاء الخدمة", next_thing),
    "F2": ("call the same number again", "إعادة النداء", call_again),
    "F3": ("nobody came (no-show)", "لم يحضر", nobody_came),
    "F4": (
        "back to the queue; the visitor keeps the place", "إعادة إلى الانتظار، ويحتفظ المراجع بدوره", back_to_the_queue,
    ),
    "F5": (
        ("put on hold: the visitor comes back to you. Choose when to be reminded; "
        "later **2**, the number by the arrow keys, **Enter**"),
        "تعليق مؤقت: يعود المراجع إليك. اختر موعد التذكير؛ وبعد ذلك **2** ثم الرقم بالأسهم ثم **Enter**",
        put_on_hold,
    ),
    "F6": ("transfer: a digit chooses where to", "تحويل، ثم الجهة برقمها", transfer),
    "F7": (
        (
            "More: find a number, serve without a ticket, enquiry, register a request, complaint, priority, "
            "print again, your figures of today, change your PIN"
        ),
        (
            "المزيد: البحث عن رقم، خدمة بلا تذكرة، استفسار، تسجيل طلب، شكوى، أولوية، إعادة الطباعة، "
            "أرقامك اليوم، تغيير الرقم السري"
        ),
        more,
    ),
    "F8": (
        "break: the reason, then how long; F8 again ends it",
        "استراحة: السبب ثم المدة، والمفتاح نفسه ينهيها",
        pause,
    ),
    "F9": ("undo the last step (two minutes)", "التراجع عن آخر خطوة (خلال دقيقتين)", undo),
    "F10": (
        "call the hall head for help; the same key ends it",
        "طلب مساعدة مشرف القاعة، والمفتاح نفسه ينهي الطلب",
        ask_for_help,
    ),
    "F12": ("sign out", "تسجيل الخروج", sign_out),
    "Esc": (
        "close what is open; stop an automatic call", "إغلاق ما هو مفتوح، وإيقاف النداء التلقائي", close,
    ),
}  # fmt: skip
"""What the page says of each key in English and Arabic, and the trial that it is so."""


@pytest.mark.parametrize("language", PAGES)
def test_the_page_says_of_each_key_what_is_tried_here(language: str) -> None:
    text = PAGES[language].read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (Space|المسافة|F\d+|Esc) \| ([^|]+) \|$", text, re.MULTILINE))
    at = list(PAGES).index(language)
    told = {key: said for key, said in rows.items() if key not in NOT_HERE}
    assert told == {("المسافة" if at and key == "Space" else key): said[at] for key, said in KEYS.items()}
    (line,) = [one for one in text.splitlines() if one.startswith(("**In a browser**", "**في المتصفح**"))]
    assert set(re.findall(r"F\d+", line)) == NOT_HERE


@pytest.mark.parametrize("key", [pytest.param(key, marks=pytest.mark.full) if key != "F4" else key for key in KEYS])
def test_each_key_does_what_the_page_says_with_a_real_visitor(page: Page, hall: RunningHall, key: str) -> None:
    visit = str(hall.issue()["visit"])
    pair(page, hall, "ar")
    sign_in(page)
    KEYS[key][2](page, hall, visit)
