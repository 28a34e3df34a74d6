"""Signing in to the hall's pages with the ministry's account."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from common.accounts.single_sign_on import Group, SingleSignOn
from hall.people.routes.ministry_sign_in import FLOW_COOKIE
from hall.platform.security.authentication import COOKIE
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread, refused
from tests.helpers.openid.cheating import CheatingProvider, cheating_provider
from tests.helpers.ports import free_port

TABLE = (Group("heads", "head"), Group("land", "directorate", "land"), Group("auditors", "auditor"))


@pytest.fixture
def provider() -> Iterator[CheatingProvider]:
    with cheating_provider() as one:
        yield one


@pytest.fixture
def ministry_hall(provider: CheatingProvider, tmp_path: Path) -> Iterator[RunningHall]:
    port = free_port()
    (tmp_path / "secret").write_text("hidden")
    settings = SingleSignOn(provider.issuer, "dawr", str(tmp_path / "secret"), f"http://127.0.0.1:{port}", TABLE)
    with hall_in_a_thread(tmp_path, single_sign_on=settings, port=port) as running:
        yield running


def sign_in(hall: RunningHall, provider: CheatingProvider, browser: requests.Session, who: str, *groups: str) -> str:
    """Return the refusal's code, or "" with a session."""
    begun = browser.get(f"{hall.base}/sign-in/ministry?lang=en", allow_redirects=False, timeout=60)
    address = provider.way_back(begun.headers["Location"], who, *groups)
    answer = browser.get(address, allow_redirects=False, timeout=60)
    assert (answer.status_code == 200) == bool(browser.cookies.get(COOKIE))
    return answer.headers.get("Location", "").rpartition("refused=")[2]


def get(hall: RunningHall, browser: requests.Session, path: str) -> int:
    return browser.get(f"{hall.base}/api/v1{path}", timeout=60).status_code


def accounts(hall: RunningHall) -> dict[str, dict[str, object]]:
    return {one["name"]: one for one in good(hall.get("/accounts", "admin"))["accounts"]}


def test_a_group_of_the_ministry_opens_the_pages_in_its_role(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    with requests.Session() as browser:
        assert sign_in(ministry_hall, provider, browser, "noor@moh.example", "heads") == ""
        assert get(ministry_hall, browser, "/queues") == 200
        shown = accounts(ministry_hall)["noor@moh.example"]
        assert (shown["role"], shown["state"], shown["of_ministry"]) == ("head", "ready", True)
        assert FLOW_COOKIE not in browser.cookies


def test_signing_in_once_more_ends_the_earlier_session_of_the_same_browser(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    with requests.Session() as browser, requests.Session() as copied:
        sign_in(ministry_hall, provider, browser, "noor", "heads")
        copied.cookies.update(browser.cookies)
        assert get(ministry_hall, copied, "/queues") == 200
        begun = browser.get(f"{ministry_hall.base}/sign-in/ministry", allow_redirects=False, timeout=60)
        address = provider.way_back(begun.headers["Location"], "noor", "heads")
        # From the provider's page no cookie comes along that is `SameSite=Strict`.
        browser.cookies.clear(domain="127.0.0.1", path="/", name=COOKIE)
        assert browser.get(address, allow_redirects=False, timeout=60).status_code == 200
        assert get(ministry_hall, browser, "/queues") == 200
        assert get(ministry_hall, copied, "/queues") == 401


def test_a_refused_sign_in_leaves_the_session_of_somebody_else_in_that_browser(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    with requests.Session() as browser:
        assert sign_in(ministry_hall, provider, browser, "noor", "heads") == ""
        begun = browser.get(f"{ministry_hall.base}/sign-in/ministry", allow_redirects=False, timeout=60)
        address = provider.way_back(begun.headers["Location"], "huda", "cleaners")
        answer = browser.get(address, allow_redirects=False, timeout=60)
        assert answer.headers["Location"].endswith("refused=group_missing")
        assert get(ministry_hall, browser, "/queues") == 200


@pytest.mark.parametrize("asked", ["", "again=false", "again=true"])
def test_the_hall_has_the_provider_ask_who_sits_there_whatever_the_browser_sends(
    ministry_hall: RunningHall, asked: str
) -> None:
    url = f"{ministry_hall.base}/sign-in/ministry?{asked}"
    begun = requests.get(url, allow_redirects=False, timeout=60).headers["Location"]
    assert "prompt=login" in begun
    assert "max_age=0" in begun


@pytest.mark.allow_logs
@pytest.mark.parametrize("auth_time", [None, True, "now", int(time.time()) - 1800])
def test_the_providers_word_for_an_old_or_unknown_sign_in_opens_no_page(
    ministry_hall: RunningHall, provider: CheatingProvider, caplog: pytest.LogCaptureFixture, auth_time: object
) -> None:
    with requests.Session() as browser:
        begun = browser.get(f"{ministry_hall.base}/sign-in/ministry?lang=en", allow_redirects=False, timeout=60)
        address = provider.way_back(begun.headers["Location"], "noor", "heads")
        provider.claims["auth_time"] = auth_time
        answer = browser.get(address, allow_redirects=False, timeout=60)
        assert answer.headers.get("Location", "").endswith("refused=answer_wrong")
        assert not browser.cookies.get(COOKIE)
    assert "auth_time" in caplog.text


def test_without_a_group_nobody_comes_in_and_a_leavers_sessions_end(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    with requests.Session() as browser, requests.Session() as elsewhere:
        assert sign_in(ministry_hall, provider, browser, "noor", "cleaners") == "group_missing"
        assert sign_in(ministry_hall, provider, browser, "noor", "heads") == ""
        assert sign_in(ministry_hall, provider, elsewhere, "noor") == "group_missing"
        assert get(ministry_hall, browser, "/queues") == 401


def test_the_first_row_that_fits_gives_the_role_and_another_role_ends_the_sessions_of_before(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    with requests.Session() as browser, requests.Session() as elsewhere:
        sign_in(ministry_hall, provider, browser, "noor", "auditors", "heads")
        assert accounts(ministry_hall)["noor@127.0.0.1"]["role"] == "head"
        sign_in(ministry_hall, provider, elsewhere, "noor", "auditors")
        assert accounts(ministry_hall)["noor@127.0.0.1"]["role"] == "auditor"
        assert get(ministry_hall, browser, "/queues") == 401


def test_a_forged_state_and_a_second_use_of_the_address_are_refused(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    with requests.Session() as browser, requests.Session() as stranger:
        begun = browser.get(f"{ministry_hall.base}/sign-in/ministry", allow_redirects=False, timeout=60)
        address = provider.way_back(begun.headers["Location"], "noor", "heads")
        for one, at in ((stranger, address), (browser, address + "x"), (browser, address)):
            answer = one.get(at, allow_redirects=False, timeout=60)
            assert answer.headers["Location"].endswith("refused=state_wrong")


@pytest.mark.allow_logs
def test_while_the_provider_is_down_the_page_says_so_and_local_accounts_sign_in(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    provider.metadata = {"issuer": "nobody"}
    answer = requests.get(f"{ministry_hall.base}/sign-in/ministry?lang=en", allow_redirects=False, timeout=60)
    assert answer.headers["Location"] == "/enter?lang=en&refused=provider_down"
    assert 'name="password"' in requests.get(f"{ministry_hall.base}/enter", timeout=60).text


@pytest.mark.allow_logs
@pytest.mark.parametrize(
    ("error", "refused", "reason"),
    [("invalid_grant", "code_refused", "invalid_grant"), ("invalid_client", "provider_down", "client secret")],
)
def test_the_log_says_why_the_provider_refused(
    ministry_hall: RunningHall, provider: CheatingProvider, caplog: pytest.LogCaptureFixture,
    error: str, refused: str, reason: str,
) -> None:  # fmt: skip
    provider.token_status, provider.token_error = 400, error
    with requests.Session() as browser:
        assert sign_in(ministry_hall, provider, browser, "noor", "heads") == refused
    assert reason in caplog.text


def test_an_account_of_the_ministry_has_no_password_and_its_role_is_not_changed_here(
    ministry_hall: RunningHall, provider: CheatingProvider
) -> None:
    with requests.Session() as browser:
        sign_in(ministry_hall, provider, browser, "noor", "heads")
        origin = {"Origin": ministry_hall.base}
        confirm = f"{ministry_hall.base}/api/v1/session/confirm"
        refused(browser.post(confirm, json={"password": "x"}, headers=origin, timeout=60), "no_password", 409)
        account = "/accounts/noor@127.0.0.1"
        refused(ministry_hall.post(f"{account}/role", "admin", {"role": "auditor"}), "role_of_groups", 409)
        good(ministry_hall.post(f"{account}/end", "admin"), 204)
        assert get(ministry_hall, browser, "/queues") == 401
        browser.cookies.clear()
        assert sign_in(ministry_hall, provider, browser, "noor", "heads") == "access_ended"
        assert good(ministry_hall.post(f"{account}/invite-again", "admin"))["code"] == ""
        assert sign_in(ministry_hall, provider, browser, "noor", "heads") == ""


def test_a_hall_without_single_sign_on_shows_no_button_and_leads_to_its_own_page(hall: RunningHall) -> None:
    assert "/sign-in/ministry" not in requests.get(f"{hall.base}/enter", timeout=60).text
    for path in ("/sign-in/ministry", "/sign-in/ministry/return", "/sign-out/ministry"):
        answer = requests.get(hall.base + path, allow_redirects=False, timeout=60)
        assert answer.headers["Location"].startswith("/enter?")


def test_the_way_out_leads_on_to_the_provider(ministry_hall: RunningHall, provider: CheatingProvider) -> None:
    answer = requests.get(f"{ministry_hall.base}/sign-out/ministry", allow_redirects=False, timeout=60)
    assert answer.headers["Location"].startswith(f"{provider.issuer}/end?client_id=dawr&post_logout_redirect_uri=")
