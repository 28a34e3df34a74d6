"""Sessions of the ministry's accounts at the centre: groups give the role, and a leaver's sessions end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine

from central.access.copied_key_check import check_copied
from central.audit.staff_acts import acts_before
from central.config import CentralConfig
from central.errors import ForbiddenError, TokenError
from central.people.ministry_sign_in import sign_in_of_ministry
from central.people.people import bring_back, change_role, disable, give_new_code, people
from central.people.sessions import session_of
from central.web.access import COOKIE
from common.accounts.single_sign_on import Group, ProviderPerson, SingleSignOn
from tests.central.conftest import NOW
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.openid.cheating import CheatingProvider, cheating_provider
from tests.helpers.ports import free_port
from tests.helpers.staff import ready

SETTINGS = SingleSignOn(
    "https://login.example", "dawr", "secret", "https://dawr.example",
    (Group("admins", "admin"), Group("readers", "reader")),
)  # fmt: skip


def somebody(*groups: str, subject: str = "1", name: str = "noor@moh.example") -> ProviderPerson:
    return ProviderPerson(SETTINGS.issuer, subject, name, "Noor", frozenset(groups))


@contextmanager
def ministry_centre(folder: Path) -> Iterator[tuple[RunningCentre, CheatingProvider]]:
    """Run a centre with single sign-on, and its provider."""
    port = free_port()
    (folder / "secret").write_text("hidden")
    with cheating_provider() as provider:
        settings = SingleSignOn(
            provider.issuer, "dawr", str(folder / "secret"), f"http://127.0.0.1:{port}", SETTINGS.group
        )
        with running_centre(folder / "centre", single_sign_on=settings, port=port) as centre:
            yield centre, provider


def come_in(engine: Engine, who: ProviderPerson) -> str:
    return sign_in_of_ministry(engine, SETTINGS, who, now=NOW)


def test_the_first_row_that_fits_gives_the_role_and_the_groups_change_it(engine: Engine) -> None:
    token = come_in(engine, somebody("readers", "admins"))
    assert session_of(engine, token, now=NOW).kind == "admin"
    come_in(engine, somebody("readers"))
    assert session_of(engine, token, now=NOW).kind == "reader", "also in the browser of before"


def test_who_has_no_group_any_more_is_refused_and_all_sessions_end(engine: Engine) -> None:
    token = come_in(engine, somebody("readers"))
    with pytest.raises(TokenError) as refused:
        come_in(engine, somebody("others"))
    assert refused.value.code == "group_missing"
    with pytest.raises(TokenError):
        session_of(engine, token, now=NOW)
    assert acts_before(engine, None)[0][0].action == "sign_in_refused"


def test_the_same_name_of_another_subject_is_another_person(engine: Engine) -> None:
    come_in(engine, somebody("admins"))
    come_in(engine, somebody("readers", subject="2"))
    assert {one.name: one.role for one in people(engine, now=NOW)} == {
        "noor@moh.example": "admin", "noor@moh.example-2": "reader",
    }  # fmt: skip


def test_an_access_that_ended_here_is_given_again_here_alone_and_the_role_never(engine: Engine) -> None:
    come_in(engine, somebody("readers"))
    disable(engine, "noor@moh.example", by="salim", now=NOW)
    with pytest.raises(TokenError) as refused:
        come_in(engine, somebody("readers"))
    assert refused.value.code == "access_ended"
    with pytest.raises(ForbiddenError) as fixed:
        change_role(engine, "noor@moh.example", "admin", by="salim", now=NOW)
    assert fixed.value.code == "role_of_groups"
    with pytest.raises(ForbiddenError) as ended:
        give_new_code(engine, "noor@moh.example", by="salim", now=NOW)
    assert ended.value.code == "access_ended"
    bring_back(engine, "noor@moh.example", by="salim", now=NOW)
    assert come_in(engine, somebody("readers"))


def test_the_last_administrator_with_an_account_of_the_centre_stays(engine: Engine) -> None:
    ready(engine, "salim", now=NOW, role="admin")
    come_in(engine, somebody("admins"))
    with pytest.raises(ForbiddenError) as kept:
        disable(engine, "salim", by="noor@moh.example", now=NOW)
    assert kept.value.code == "last_administrator"


@pytest.mark.dialect
def test_two_first_sign_ins_of_one_person_at_once_both_begin_a_session(engine: Engine) -> None:
    start = threading.Barrier(2)

    def sign_in(_: int) -> str:
        start.wait(60)
        return come_in(engine, somebody("readers"))

    with ThreadPoolExecutor(2) as both:
        tokens = list(both.map(sign_in, range(2)))
    assert [session_of(engine, token, now=NOW).name for token in tokens] == ["noor@moh.example"] * 2
    assert len(people(engine, now=NOW)) == 1


def test_an_account_of_the_ministry_needs_no_key_of_the_centre(engine: Engine, tmp_path: Path) -> None:
    come_in(engine, somebody("readers"))
    check_copied(engine, CentralConfig(tmp_path))


@pytest.mark.allow_logs
def test_over_http_a_good_answer_begins_a_session_and_all_else_leads_to_the_sign_in_page(tmp_path: Path) -> None:
    with ministry_centre(tmp_path) as (centre, provider), requests.Session() as browser:
        begun = browser.get(f"{centre.url}/sign-in/ministry?lang=en", allow_redirects=False, timeout=60)
        back = provider.way_back(begun.headers["Location"], "noor", "readers")
        stranger = requests.get(back, allow_redirects=False, timeout=60)
        assert stranger.headers["Location"].endswith("refused=state_wrong")
        provider.token_status = 503
        down = requests.get(back, allow_redirects=False, timeout=60, cookies=browser.cookies.get_dict())
        assert down.headers["Location"] == "/sign-in?lang=en&refused=provider_down"
        provider.token_status = 200
        assert 'content="0;url=/?lang=en"' in browser.get(back, timeout=60).text
        assert session_of(centre.engine, browser.cookies[COOKIE], now=datetime.now(UTC)).kind == "reader"
        out = browser.post(f"{centre.url}/sign-out?lang=en", timeout=60, allow_redirects=False)
        assert f"{provider.issuer}/end?client_id=dawr" in out.text
        assert requests.get(f"{centre.url}/sign-in?refused=<b>", timeout=60).text.count("<b>") == 0


@pytest.mark.allow_logs
def test_returns_that_fail_lock_the_ministrys_sign_in_alone_and_only_forged_ones_count(tmp_path: Path) -> None:
    with ministry_centre(tmp_path) as (centre, provider), requests.Session() as browser:

        def come_back(*groups: str, state: str = "", code: int = 200) -> str:
            begun = browser.get(f"{centre.url}/sign-in/ministry?lang=en", allow_redirects=False, timeout=60)
            back = provider.way_back(begun.headers["Location"], "noor", *groups)
            provider.token_status = code
            return browser.get(back + state, allow_redirects=False, timeout=60).headers.get("Location", "in")

        def pictures() -> set[str]:
            at = f"{centre.url}/sign-in/ministry/return?n=1"
            return {requests.get(at, allow_redirects=False, timeout=60).headers["Location"] for _ in range(25)}

        (picture,) = pictures()
        assert picture.endswith("refused=state_wrong")
        assert all(come_back().endswith("refused=group_missing") for _ in range(11))
        assert all(come_back(code=400).endswith("refused=code_refused") for _ in range(11))
        assert come_back("readers") == "in"
        for _ in range(20):
            assert come_back("readers", state="x").endswith("refused=state_wrong")
        waiting = come_back("readers")
        assert "wait_s=" in waiting
        assert "Too many wrong tries" in browser.get(centre.url + waiting, timeout=60).text
        typed = {"name": "noor", "password": "x", "code": "1"}
        local = requests.post(f"{centre.url}/sign-in", data=typed, allow_redirects=False, timeout=60)
        assert "wrong=true" in local.headers["Location"], "accounts of the centre are looked at"


@pytest.mark.allow_logs
def test_an_address_that_begins_sign_ins_without_end_waits_and_the_provider_is_asked_no_more(tmp_path: Path) -> None:
    with ministry_centre(tmp_path) as (centre, provider), requests.Session() as browser:

        def begin() -> str:
            at = f"{centre.url}/sign-in/ministry?lang=en"
            return browser.get(at, allow_redirects=False, timeout=60).headers["Location"]

        assert all(begin().startswith(provider.issuer) for _ in range(60))
        assert "wait_s=" in begin()


def test_a_centre_without_single_sign_on_leads_to_its_own_sign_in_page(tmp_path: Path) -> None:
    with running_centre(tmp_path) as centre:
        for path in ("/sign-in/ministry", "/sign-in/ministry/return"):
            answer = requests.get(centre.url + path, allow_redirects=False, timeout=60)
            assert answer.headers["Location"].startswith("/sign-in?")
        assert "/sign-in/ministry" not in requests.get(f"{centre.url}/sign-in", timeout=60).text
