"""The upload of a release in a browser: progress, a line that breaks, the way back, and a sentence for each refusal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from central.releases import rollout
from central.web.access import COOKIE
from central.web.texts import load_texts
from common.releases.signature import signature_of
from contracts.releases import PART_BYTES
from tests.helpers.axe import violations
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.releases import small_release
from tests.helpers.staff import session_of_role

LAST_PART = "**/parts/2?*"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[RunningCentre]:
    with running_centre(tmp_path) as running:
        running.enrol()
        yield running


@pytest.fixture
def release(centre: RunningCentre) -> Path:
    """Give a signed release of three parts."""
    return small_release(centre.data, "0.3.0", padding=2 * PART_BYTES)


def open_page(page: Page, centre: RunningCentre, language: str) -> None:
    token = session_of_role(centre.engine, "admin")
    page.context.add_cookies([{"name": COOKIE, "value": token, "url": centre.url}])
    page.goto(f"{centre.url}/releases?lang={language}")


def choose(page: Page, file: Path, signature: Path | None = None) -> None:
    inputs = page.locator("#upload input[type=file]")
    inputs.nth(0).set_input_files(file)
    inputs.nth(1).set_input_files(signature or signature_of(file))


def press(page: Page, language: str = "en") -> None:
    page.get_by_role("button", name=load_texts()[language]["release_send"], exact=True).click()


def hold_last_part(page: Page) -> list[Route]:
    """Let the last part wait on its way; the list has its request once it is sent."""
    held: list[Route] = []
    page.route(LAST_PART, lambda route: held.append(route))  # playwright writes on the function
    return held


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_file_goes_up_with_its_progress_and_is_shown_unpublished(
    page: Page, centre: RunningCentre, release: Path, language: str
) -> None:
    held = hold_last_part(page)
    open_page(page, centre, language)
    texts = load_texts()[language]
    choose(page, release)
    press(page, language)
    all_mb = f"{release.stat().st_size / 1e6:.1f}"
    expect(page.locator("#upload-status")).to_have_text(texts["upload_sending"].format(sent="1.0", all=all_mb))
    assert 0.6 < float(page.locator("#upload progress").evaluate("bar => bar.value")) < 1
    expect(page.get_by_role("button", name=texts["release_send"], exact=True)).to_be_disabled()
    assert violations(page) == []
    held[0].continue_()
    expect(page.locator("p.done")).to_contain_text("0.3.0")
    expect(page.locator(".release h2")).to_contain_text(texts["rollout_new"])
    assert rollout.offered(centre.engine, "1", "debian13") is None


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_refused_file_has_a_sentence_and_the_right_one_can_follow(
    page: Page, centre: RunningCentre, release: Path, tmp_path: Path, language: str
) -> None:
    texts = load_texts()[language]
    changed = tmp_path / "changed" / release.name
    changed.parent.mkdir()
    changed.write_bytes(release.read_bytes()[:-1] + b"x")
    other = tmp_path / "release.tar"
    other.write_bytes(b"x")
    open_page(page, centre, language)
    for file, signature, code in (
        (other, signature_of(release), "error_release_name_wrong"),
        (release, other.rename(tmp_path / "other.sig"), "upload_other_signature"),
        (changed, signature_of(release), "error_release_not_signed"),
    ):
        if not file.exists():
            file.write_bytes(b"x")
        choose(page, file, signature)
        press(page, language)
        expect(page.get_by_role("alert")).to_have_text(texts[code])
    assert violations(page) == []
    choose(page, release)
    press(page, language)
    expect(page.locator("p.done")).to_contain_text("0.3.0")
    choose(page, release)
    press(page, language)
    expect(page.get_by_role("alert")).to_have_text(texts["error_release_kept"])


def test_a_line_that_breaks_for_some_seconds_does_not_end_the_upload(
    page: Page, centre: RunningCentre, release: Path
) -> None:
    broken: list[Route] = []

    def break_twice(route: Route) -> None:
        broken.append(route)
        if len(broken) == 1:
            route.abort("connectionreset")
        elif len(broken) == 2:
            route.fulfill(status=502)
        else:
            route.continue_()

    page.clock.install()
    page.route(LAST_PART, break_twice)
    open_page(page, centre, "en")
    choose(page, release)
    press(page)
    while len(broken) < 3:
        page.clock.run_for(1000)
    expect(page.locator("p.done")).to_contain_text("0.3.0")


def test_a_cancelled_upload_adds_nothing_and_can_be_sent_again(
    page: Page, centre: RunningCentre, release: Path
) -> None:
    hold_last_part(page)
    open_page(page, centre, "en")
    choose(page, release)
    press(page)
    expect(page.locator("#upload-status")).to_contain_text("1.0 of")
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#upload-status")).to_have_text(load_texts()["en"]["upload_cancelled"])
    page.unroute(LAST_PART)
    press(page)
    expect(page.locator("p.done")).to_contain_text("0.3.0")


def test_an_upload_that_is_cancelled_while_it_waits_to_try_again_sends_nothing_more(
    page: Page, centre: RunningCentre, release: Path
) -> None:
    open_page(page, centre, "en")
    choose(page, release)
    page.route(LAST_PART, lambda route: route.abort("connectionreset"))
    with page.expect_event("requestfailed"):
        press(page)
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("#upload-status")).to_have_text(load_texts()["en"]["upload_cancelled"])
    page.unroute(LAST_PART)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_enabled()
    page.wait_for_timeout(2500)  # longer than it would have waited
    assert sent == []


def test_a_session_that_ended_and_a_centre_that_is_away_are_said(
    page: Page, centre: RunningCentre, release: Path
) -> None:
    page.clock.install()
    open_page(page, centre, "en")
    choose(page, release)
    page.route("**/release-files/**", lambda route: route.abort("connectionrefused"))
    press(page)
    while page.locator("#upload-problem").is_hidden():
        page.clock.run_for(1000)
    expect(page.get_by_role("alert")).to_have_text(load_texts()["en"]["upload_unreachable"])
    page.unroute("**/release-files/**")
    page.context.clear_cookies()
    press(page)
    expect(page.get_by_role("alert")).to_have_text(load_texts()["en"]["upload_session"])
