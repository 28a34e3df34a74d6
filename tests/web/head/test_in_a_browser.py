"""The pages in a real browser, over a real hall: what is on the screen moves with the hall."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from PySide6.QtGui import QImage

from hall.devices.workers.device_watch import DeviceWatch
from hall.devices.workers.heartbeats import HEARTBEATS
from qtkit.hall.heartbeats import as_jpeg
from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread
from tests.web.conftest import open_head


def test_the_link_signs_in_and_the_token_leaves_the_address(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/enter?lang=ar#{hall.tokens['head']}")
    page.wait_for_url("**/head**")
    assert hall.tokens["head"] not in page.url
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.evaluate("document.cookie") in {"", "dawr_language=ar"}
    page.go_back()
    assert hall.tokens["head"] not in page.url


@pytest.mark.full
def test_a_wrong_link_says_so(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/enter?lang=en#nobodys-token")
    expect(page.locator("#sentence")).to_contain_text("not valid or has expired")
    page.goto(f"{hall.base}/head")
    expect(page.locator("h1")).to_have_text("Sign in")


def test_the_page_moves_with_the_hall(page: Page, hall: RunningHall) -> None:
    open_head(page, hall)
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    agent = hall.sign_in()
    hall.issue()
    hall.issue()
    expect(page.locator("#figure-waiting b")).to_have_text("2")
    card = page.locator(".counter").first
    expect(card).to_have_attribute("data-state", "free")
    good(hall.post("/counters/1/call-next", agent))
    expect(card).to_have_attribute("data-state", "called")
    expect(card).to_contain_text("A001")
    good(hall.post("/counters/1/begin", agent))
    expect(card).to_contain_text(re.compile(r"Serving 0:\d\d"))
    hall.clock.move_on(minutes=30)
    expect(page.locator("#alerts")).to_contain_text("passed its target", timeout=60_000)  # looked at each five seconds
    good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    expect(page.locator("#figure-served b")).to_have_text("1")


def test_the_day_is_closed_and_opened_by_keyboard(page: Page, hall: RunningHall) -> None:
    hall.issue()
    open_head(page, hall)
    page.locator("#do-close").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#close-left")).to_contain_text("1 waiting")
    page.keyboard.press("Escape")
    expect(page.locator("#close-dialog")).to_be_hidden()
    assert good(hall.get("/day", "head"))["state"] == "open"
    page.locator("#do-close").focus()
    page.keyboard.press("Enter")
    page.locator("#close-dialog button[value=yes]").focus()
    expect(page.locator("#close-dialog button[value=yes]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#day-state")).to_have_attribute("data-state", "closed")
    page.locator("#do-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#open-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#open-dialog")).to_be_hidden()
    assert good(hall.get("/day", "head"))["state"] == "closed"
    page.locator("#do-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#open-dialog")).to_be_visible()
    page.locator("#open-dialog button[value=yes]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#day-state")).to_have_attribute("data-state", "open")
    expect(page.locator("#figure-waiting b")).to_have_text("1")


def test_the_visitors_page_shows_place_and_call_and_its_code_goes_in_no_address(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    address = hall.issue()["status_url"]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator("#ticket")).to_have_text("A002")
    expect(page.locator("#ahead")).to_have_text("1")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    for _ in range(2):
        good(hall.post("/counters/1/call-next", agent))
        good(hall.post("/counters/1/begin", agent))
        good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
    page.reload()
    expect(page.locator("#sentence")).to_contain_text("انتهت خدمتك")
    code = address.rpartition("#")[2]
    assert [url for url in asked if code in url.partition("#")[0]] == []


@pytest.mark.full
def test_a_called_visitor_cannot_miss_it(page: Page, hall: RunningHall) -> None:
    agent = hall.sign_in()
    address = hall.issue()["status_url"]
    good(hall.post("/counters/1/call-next", agent))
    page.goto(address)
    expect(page.locator("#call-word")).to_have_text("حان دورك")
    expect(page.locator("#call-counter")).to_have_text("1")
    page.locator("#language").click()
    expect(page.locator("#call-word")).to_have_text("It is your turn")


@pytest.mark.full
def test_a_page_without_a_code_or_with_an_old_one_says_so(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/t?lang=en")
    expect(page.locator("#sentence")).to_contain_text("Scan the code")
    page.goto(f"{hall.base}/t?lang=en#{'x' * 22}")
    expect(page.locator("#sentence")).to_contain_text("not one of today")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", ["/head", "/head/act", "/head/away"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_on_the_hall_heads_pages(
    page: Page, hall: RunningHall, width: int, path: str, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    agent = hall.sign_in()
    hall.issue()
    hall.issue()
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/services/B/close", "head"), 201)
    hall.clock.move_on(minutes=20)
    open_head(page, hall, language, path)
    assert violations(page) == []


NAMES = 'names = {{ar = "التصرفات العقارية {0}", en = "Real-estate service {0}"}}'
SEVEN = "\n".join(f'[[service]]\nprefix = "{letter}"\n{NAMES.format(letter)}\n' for letter in "CDEFG")


@pytest.mark.parametrize("language", ["ar", pytest.param("en", marks=pytest.mark.full)])
def test_all_of_seven_services_and_the_alerts_are_in_sight_on_a_small_laptop(
    page: Page, tmp_path: Path, language: str
) -> None:
    letters = '["A", "B", "C", "D", "E", "F", "G"]'
    setup = SETUP.replace('services = ["A", "B"]', f"services = {letters}").replace(
        "[[counter]]", f"{SEVEN}\n[[counter]]", 1
    )
    with hall_in_a_thread(tmp_path, setup=setup) as hall:
        hall.sign_in()
        for service in ("A", "A", "C", "D", "D", "D"):
            hall.issue(service)
            hall.clock.move_on(minutes=5)
        page.set_viewport_size({"width": 1366, "height": 625})
        open_head(page, hall, language)
        rows = page.locator("#services > tr")
        expect(rows).to_have_count(7)
        expect(page.locator("#advice")).to_be_visible()
        for at in range(7):
            expect(rows.nth(at)).to_be_in_viewport(ratio=1)
        expect(page.locator("#alerts > li").first).to_be_in_viewport(ratio=1)
        assert rows.first.get_attribute("data-service") == "A", "the longest wait against its target is on top"
        heights = rows.evaluate_all("rows => rows.map((row) => row.getBoundingClientRect().height)")
        assert max(heights) <= 46
        table, panel = page.locator(".services"), page.locator(".services-panel")
        assert panel.evaluate("it => it.scrollWidth - it.clientWidth") == 0
        ends = [one.evaluate("it => it.getBoundingClientRect().width") for one in (table, panel)]
        assert ends[0] <= ends[1] - 26, "the table keeps to the panel's padding"
        assert page.evaluate("document.querySelector('.top').getBoundingClientRect().height") == 56
        assert page.evaluate("document.querySelector('.rail').getBoundingClientRect().width") == 208
        page.goto("about:blank")


@pytest.mark.full
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_hangs_over_the_edge(page: Page, hall: RunningHall, width: int, language: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    hall.sign_in()
    open_head(page, hall, language)
    expect(page.locator(".counter")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    open_head(page, hall, language, "/head/act")
    expect(page.locator("#act-counters > tr")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(hall.issue()["status_url"])
    expect(page.locator("#ticket")).to_have_text("A001")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def jpeg(width: int, height: int) -> bytes:
    """Return a picture as a board sends it."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(0x0D3B37)
    return as_jpeg(picture)


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "silent", "alert", "caption", "named"),
    [
        ("en", "not responding", "Not responding since", " at ", "Board"),
        ("ar", "لا يستجيب", "لا يستجيب منذ", " عند ", "شاشة النداء"),
    ],
)
def test_the_head_sees_each_screen_and_which_device_is_silent(
    page: Page, hall: RunningHall, language: str, silent: str, alert: str, caption: str, named: str
) -> None:
    watch = DeviceWatch(hall.hall.parts.get(HEARTBEATS), hall.hall.store.reads, hall.hall.store.commands.run)
    assert hall.ask("POST", "/devices/self/picture", "board", jpeg(480, 270)).status_code == 204
    watch.look()
    open_head(page, hall, language)
    board = page.locator("#devices li", has_text=named)
    picture = board.locator("img")
    expect(picture).to_be_visible()
    expect(board.locator("figcaption")).to_contain_text(caption)
    page.wait_for_function("document.querySelector('#devices img').naturalWidth === 480")
    expect(page.locator("#alerts")).not_to_contain_text(alert)
    hall.clock.move_on(seconds=30)
    watch.look()
    expect(page.locator("#alerts")).to_contain_text(alert)
    expect(board.locator(".state")).to_have_text(silent)
    hall.post("/devices/self/alive", "board")
    watch.look()
    expect(page.locator("#alerts")).not_to_contain_text(alert)
    expect(picture).to_be_visible()


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "text", "named", "check"),
    [
        pytest.param(
            "en",
            "no sound: visitors see the calls and do not hear them",
            "Board",
            "this board has no sound device",
            marks=pytest.mark.full,
        ),
        ("ar", "لا صوت: يرى المراجعون النداءات ولا يسمعونها", "شاشة النداء", "لا يوجد جهاز صوت لهذه الشاشة"),
    ],
)
def test_a_board_without_sound_is_named_in_the_alerts_the_devices_and_the_check(
    page: Page, hall: RunningHall, language: str, text: str, named: str, check: str
) -> None:
    open_head(page, hall, language)
    state = {"state": "degraded", "reason": "no_sound"}
    good(hall.post("/devices/self/state", "board", state), 204)
    expect(page.locator("#alerts li", has_text=text)).to_contain_text(named)
    expect(page.locator("#devices li", has_text=text)).to_contain_text(named)
    good(hall.post("/opening/begin", "head"), 201)
    page.goto(f"{hall.base}/head/day")
    expect(page.locator(f"#opening-steps li[data-key='board:{hall.devices['board']}']")).to_contain_text(check)
    good(hall.post("/devices/self/state", "board", {"state": "ok", "clips": 206, "synthetic": 120}), 204)
    page.goto(f"{hall.base}/head")
    voice = {"en": "synthetic voice: 120 of 206 clips", "ar": "مقاطع بصوت اصطناعي: 120 من 206"}[language]
    expect(page.locator("#devices li", has_text=named)).to_contain_text(voice)
    expect(page.locator("#alerts")).not_to_contain_text(text)


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "plain", "named", "signed_in", "closed"),
    [
        ("en", "Counter 2", "Window side · Counter 1", "Free", "Closed"),
        ("ar", "النافذة 2", "Window side · النافذة 1", "سالم", "مغلقة"),
    ],
)
def test_a_counter_is_listed_with_its_number_and_its_state(
    page: Page, hall: RunningHall, language: str, plain: str, named: str, signed_in: str, closed: str
) -> None:
    for device in hall.devices.values():
        good(hall.post(f"/devices/{device}/revoke", "head"), 204)
    _, token = hall.hall.enrol("counter", "Window side", 1)
    hall.hall.enrol("counter", "Counter", 2)
    good(hall.post("/counters/1/sign-in", token, {"agent": "salim", "pin": "471829"}))
    open_head(page, hall, language)
    devices = page.locator("#devices > li")
    expect(devices).to_have_count(2)
    names = [devices.nth(at).locator(".name").inner_text() for at in (0, 1)]
    assert sorted(names) == sorted([plain, named])
    expect(devices.filter(has_text=plain)).to_contain_text(closed)
    expect(devices.filter(has_text=named)).to_contain_text(signed_in)


@pytest.mark.full
def test_an_analyst_reads_figures_and_sees_no_screen(page: Page, hall: RunningHall) -> None:
    assert hall.ask("POST", "/devices/self/picture", "board", jpeg(480, 270)).status_code == 204
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['analyst']}")
    page.wait_for_url("**/head**")
    expect(page.locator("#devices li", has_text="board")).to_be_visible()
    assert page.locator("#devices img").count() == 0


@pytest.mark.full
def test_a_counters_pc_which_reports_no_state_is_not_told_to_be_cut_off(page: Page, hall: RunningHall) -> None:
    good(hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "471829"}))
    assert hall.post("/devices/self/alive", "counter2").status_code == 204
    open_head(page, hall)
    for number in (1, 2):
        counter = page.locator("#devices li", has_text=f"Counter {number}").first
        expect(counter).to_be_visible()
        expect(counter).not_to_contain_text("never connected")
    expect(page.locator("#devices li", has_text="Kiosk")).to_contain_text("never connected")


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "see", "seen"), [("en", "Acknowledge", "Acknowledged by head"), ("ar", "تم الاطلاع", "اطّلع عليه head")]
)
def test_an_alert_is_acknowledged_by_name(page: Page, hall: RunningHall, language: str, see: str, seen: str) -> None:
    hall.issue()
    open_head(page, hall, language)
    alert = page.locator("#alerts li").first
    alert.get_by_role("button", name=re.compile(f"^{see}")).click()
    expect(alert).to_have_class("seen")
    assert seen in re.sub("[\u2068\u2069]", "", alert.inner_text())
    assert violations(page) == []
    hall.sign_in()
    expect(page.locator("#alerts li")).to_have_class("calm")


@pytest.mark.full
@pytest.mark.parametrize(
    ("to", "path"),
    [
        ("/head/act", "/head/act"),
        pytest.param("https://elsewhere.example/", "/head", marks=pytest.mark.full),
        pytest.param("//elsewhere.example", "/head", marks=pytest.mark.full),
    ],
)
def test_a_link_leads_to_a_page_of_the_hall_heads_and_nowhere_else(
    page: Page, hall: RunningHall, to: str, path: str
) -> None:
    page.goto(f"{hall.base}/enter?lang=en&to={to}#{hall.tokens['head']}")
    page.wait_for_url(f"{hall.base}{path}?lang=en")


def _let_go_after_a_refusal(page: Page, route: Route) -> None:
    """Hold the next page back until the page that is left knows that its session is over."""
    with page.expect_response(lambda answer: answer.status == 401):
        pass
    route.continue_()


@pytest.mark.full
def test_signing_out_ends_the_session_and_the_same_link_signs_in_again(page: Page, hall: RunningHall) -> None:
    open_head(page, hall)
    page.route("**/enter?out", lambda route: _let_go_after_a_refusal(page, route))
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("h1")).to_have_text("Signed out")
    page.goto(f"{hall.base}/head")
    expect(page.locator("h1")).to_have_text("Sign in")
    expect(page.locator("#sign-in")).to_be_visible()
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['head']}")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")


@pytest.mark.full
def test_the_right_link_pasted_into_the_tab_with_the_error_signs_in(page: Page, hall: RunningHall) -> None:
    page.goto(f"{hall.base}/enter?lang=en#nobodys-token")
    expect(page.locator("#sentence")).to_contain_text("not valid or has expired")
    page.goto(f"{hall.base}/enter?lang=en#{hall.tokens['head']}")
    page.wait_for_url("**/head**")


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Wrong PINs for \u2068salim\u2069", "locked until"]),
        ("ar", ["أُدخل رقم سري خاطئ للموظف \u2068salim\u2069"]),
    ],
)
def test_the_head_is_told_of_wrong_pins_at_the_second_lock(
    page: Page, hall: RunningHall, language: str, words: list[str]
) -> None:
    for _ in range(2):
        for _ in range(5):
            hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "0000"})
        hall.clock.move_on(minutes=5, seconds=2)
    open_head(page, hall, language)
    for word in words:
        expect(page.locator("#alerts")).to_contain_text(word)
