"""A counter and a tablet in a browser renew their token; no tab takes away or replaces what another one has written."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from hall.people.model.device_token import PREVIOUS_KEPT, RENEW_AFTER
from tests.helpers.browser import held
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

PAGES = {"counter": ("/counter", "#code", "#signing"), "tablet": ("/tablet", "#code", "#idle")}
KINDS = list(PAGES)


def code_of(hall: RunningHall, kind: str) -> str:
    new = {"kind": kind, "name": "Browser at 1", "counter": 1}
    return str(good(hall.post("/devices/codes", "admin", new), 201)["code"])


def pair(page: Page, hall: RunningHall, kind: str) -> str:
    """Let the browser be a device and return its token."""
    path, code, paired = PAGES[kind]
    page.goto(f"{hall.base}{path}?lang=en")
    page.locator(code).fill(code_of(hall, kind))
    page.locator(code).press("Enter")
    expect(page.locator(paired)).to_be_visible()
    return kept(page, kind)


def device_of(hall: RunningHall) -> str:
    """Return the device that the browser was paired as."""
    (one,) = (one for one in good(hall.get("/devices", "admin")) if one["name"] == "Browser at 1")
    return str(one["device"])


def kept(page: Page, kind: str) -> str:
    """Return the token in the browser, empty where it has none."""
    return str(page.evaluate("kind => JSON.parse(localStorage[`dawr_${kind}`] ?? '{}').token ?? ''", kind))


def pair_elsewhere(page: Page, hall: RunningHall, kind: str) -> str:
    """Write the token of a new pairing, as another tab does, and return it."""
    token = str(good(hall.post("/devices/pair", None, {"code": code_of(hall, kind), "kind": kind}), 201)["token"])
    device = {"token": token, "counter": 1}
    page.evaluate("([kind, device]) => localStorage[`dawr_${kind}`] = JSON.stringify(device)", [kind, device])
    return token


def open_again(page: Page) -> None:
    """Open the page again and wait until it has taken the hall's answer about the next token."""
    with page.expect_response("**/api/v1/devices/self/token") as answered:
        page.reload()
    answered.value.finished()
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_of_a_device_tells_the_hall_that_it_runs(page: Page, hall: RunningHall, kind: str) -> None:
    pair(page, hall, kind)
    with page.expect_response("**/api/v1/devices/self/alive") as answered:
        page.reload()
    assert answered.value.status == 204
    seen = {one["name"]: one["last_seen"] for one in good(hall.get("/devices", "admin"))}
    assert seen["Browser at 1"] is not None


@pytest.mark.parametrize("kind", KINDS)
def test_the_next_token_is_used_when_the_page_opens_again_and_the_previous_one_ends(
    page: Page, hall: RunningHall, kind: str
) -> None:
    first = pair(page, hall, kind)
    hall.clock.move_on(days=RENEW_AFTER.days)
    open_again(page)
    next_ = kept(page, kind)
    assert next_ != first
    open_again(page)
    hall.clock.move_on(days=PREVIOUS_KEPT.days + 1)
    refused(hall.get("/hall", first), "token_unknown", 401)
    good(hall.get("/hall", next_))
    open_again(page)
    expect(page.locator(PAGES[kind][2])).to_be_visible()
    assert kept(page, kind) == next_


def test_a_tab_whose_token_has_ended_takes_the_one_that_another_tab_has_written(page: Page, hall: RunningHall) -> None:
    pair(page, hall, "counter")
    asleep = page.context.new_page()
    asleep.goto(f"{hall.base}/counter?lang=en")
    expect(asleep.locator("#signing")).to_be_visible()
    hall.clock.move_on(days=RENEW_AFTER.days)
    open_again(page)
    open_again(page)
    hall.clock.move_on(days=PREVIOUS_KEPT.days + 1)
    next_ = kept(page, "counter")
    asleep.locator("#agent").select_option("salim")
    asleep.locator("#pin").fill("4711")
    with asleep.expect_navigation():
        asleep.locator("#pin").press("Enter")
    expect(asleep.locator("#signing")).to_be_visible()
    assert kept(asleep, "counter") == next_


def test_a_tablet_whose_token_was_withdrawn_takes_that_of_a_new_pairing(page: Page, hall: RunningHall) -> None:
    pair(page, hall, "tablet")
    old = device_of(hall)
    newer = pair_elsewhere(page, hall, "tablet")
    with page.expect_navigation():
        good(hall.post(f"/devices/{old}/revoke", "admin"), 204)
    expect(page.locator("#idle")).to_be_visible()
    assert kept(page, "tablet") == newer


@pytest.mark.parametrize("kind", KINDS)
def test_a_withdrawn_device_is_forgotten(page: Page, hall: RunningHall, kind: str) -> None:
    pair(page, hall, kind)
    good(hall.post(f"/devices/{device_of(hall)}/revoke", "admin"), 204)
    page.reload()
    expect(page.locator(PAGES[kind][1])).to_be_visible()
    assert kept(page, kind) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_renewal_does_not_replace_a_new_pairing(page: Page, hall: RunningHall, kind: str) -> None:
    pair(page, hall, kind)
    hall.clock.move_on(days=RENEW_AFTER.days)
    renewal = "**/api/v1/devices/self/token"
    with page.expect_response(renewal), held(page, renewal):
        with page.expect_request(renewal):
            page.reload()
        page.evaluate(
            "kind => localStorage[`dawr_${kind}`] = JSON.stringify({ token: 'of a new pairing', counter: 1 })", kind
        )
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
    assert kept(page, kind) == "of a new pairing"
