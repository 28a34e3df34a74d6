"""Signing in at the centre with the ministry's account, at a real OpenID provider (the npm package `oidc-provider`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from central.errors import ForbiddenError, TokenError
from central.people.people import bring_back, change_role, disable, give_new_code, people
from central.people.sessions import session_of
from central.web.access import COOKIE
from tests.helpers.openid.centre_site import Site, site
from tests.helpers.openid.real import way_back

pytestmark = [pytest.mark.full, pytest.mark.process]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Site]:
    with site(tmp_path) as one:
        yield one


@pytest.fixture
def person() -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        yield session


def begin(at: Site, person: requests.Session, login: str) -> str:
    return way_back(person, f"{at.centre.url}/sign-in/ministry?lang=en", login)


def come_back(at: Site, person: requests.Session, address: str) -> str:
    """Return the refusal's code, or "" with a session."""
    answer = person.get(address, allow_redirects=False, timeout=60)
    assert answer.status_code in {200, 303}
    assert (answer.status_code == 200) == bool(person.cookies.get(COOKIE))
    return answer.headers.get("Location", "").rpartition("refused=")[2]


def sign_in(at: Site, person: requests.Session, login: str) -> str:
    return come_back(at, person, begin(at, person, login))


def status(at: Site, person: requests.Session, path: str) -> int:
    return person.get(at.centre.url + path, allow_redirects=False, timeout=60).status_code


def test_somebody_of_a_group_signs_in_and_may_do_what_its_role_may(at: Site, person: requests.Session) -> None:
    at.provider.put("noor", "dawr-readers")
    assert sign_in(at, person, "noor") == ""
    assert [status(at, person, path) for path in ("/", "/people")] == [200, 303]
    (one,) = people(at.centre.engine, now=datetime.now(UTC))
    assert (one.name, one.role, one.of_ministry) == ("noor@localhost", "reader", True)
    assert at.acts() == [
        ("signed_in", "noor@localhost", "ministry's account"),
        ("person_added", "ministry's sign-in", "noor@localhost: reader"),
    ]
    assert COOKIE + "_sign_in" not in person.cookies


def test_who_is_in_no_group_of_the_table_gets_a_sentence_and_an_audit_fact(at: Site, person: requests.Session) -> None:
    at.provider.put("huda", "cleaners")
    assert sign_in(at, person, "huda") == "group_missing"
    assert "Ask the administrator to put you in the right group" in person.get(
        f"{at.centre.url}/sign-in?lang=en&refused=group_missing", timeout=60
    ).text  # fmt: skip
    assert at.acts() == [("sign_in_refused", "huda@localhost", "group_missing")]
    assert people(at.centre.engine, now=datetime.now(UTC)) == []


def test_a_forged_state_another_browser_and_a_late_return_are_refused(at: Site, person: requests.Session) -> None:
    at.provider.put("noor", "dawr-readers")
    address = begin(at, person, "noor")
    with requests.Session() as other:
        assert come_back(at, other, address) == "state_wrong"
    kept = person.cookies.copy()
    assert come_back(at, person, address.replace("state=", "state=x")) == "state_wrong"
    person.cookies = kept
    at.ahead[0] = timedelta(minutes=11)
    assert come_back(at, person, address) == "state_wrong"
    assert at.acts() == []


@pytest.mark.allow_logs
def test_a_code_counts_once_even_with_a_copy_of_the_cookie(at: Site, person: requests.Session) -> None:
    at.provider.put("noor", "dawr-readers")
    address = begin(at, person, "noor")
    with requests.Session() as thief:
        thief.cookies = person.cookies.copy()
        assert come_back(at, person, address) == ""
        assert come_back(at, thief, address) == "code_refused"


@pytest.mark.allow_logs
def test_a_code_of_another_sign_in_is_refused_by_its_nonce_and_verifier(at: Site, person: requests.Session) -> None:
    at.provider.put("noor", "dawr-readers")
    at.provider.put("eve", "dawr-admins")
    with requests.Session() as eve:
        stolen = begin(at, person, "noor")
        own = begin(at, eve, "eve")
        code = dict(part.split("=") for part in urlsplit(stolen).query.split("&"))["code"]
        mixed = own.replace(dict(part.split("=") for part in urlsplit(own).query.split("&"))["code"], code)
        assert come_back(at, eve, mixed) == "code_refused"


@pytest.mark.allow_logs
def test_while_the_provider_is_down_the_page_says_so_and_sessions_go_on(at: Site, person: requests.Session) -> None:
    at.provider.put("noor", "dawr-readers")
    assert sign_in(at, person, "noor") == ""
    at.provider.end()
    assert status(at, person, "/") == 200
    answer = requests.get(f"{at.centre.url}/sign-in/ministry?lang=ar", timeout=60)
    assert "خدمة الدخول في الوزارة لا تستجيب" in answer.text
    assert 'name="password"' in answer.text


def test_a_leaver_is_refused_at_the_next_sign_in_and_all_sessions_end(at: Site, person: requests.Session) -> None:
    at.provider.put("noor", "dawr-admins")
    assert sign_in(at, person, "noor") == ""
    at.provider.put("noor")
    with requests.Session() as elsewhere:
        assert sign_in(at, elsewhere, "noor") == "group_missing"
    with pytest.raises(TokenError):
        session_of(at.centre.engine, person.cookies[COOKIE], now=datetime.now(UTC))
    assert status(at, person, "/") == 303
    assert at.acts()[0] == ("sign_in_refused", "noor@localhost", "group_missing")


def test_of_two_groups_the_first_row_of_the_table_gives_the_role_and_a_change_counts_at_the_next_sign_in(
    at: Site, person: requests.Session
) -> None:
    at.provider.put("noor", "dawr-readers", "dawr-auditors")
    sign_in(at, person, "noor")
    assert [status(at, person, path) for path in ("/acts", "/")] == [200, 303]
    at.provider.put("noor", "dawr-readers", "dawr-admins")
    sign_in(at, person, "noor")
    assert [status(at, person, path) for path in ("/acts", "/", "/people")] == [200, 200, 200]
    assert ("role_changed", "ministry's sign-in", "noor@localhost: admin") in at.acts()


def test_an_access_that_was_ended_here_stays_ended_until_an_administrator_lets_in_again(
    at: Site, person: requests.Session
) -> None:
    at.provider.put("noor", "dawr-readers")
    sign_in(at, person, "noor")
    disable(at.centre.engine, "noor@localhost", by="salim", now=datetime.now(UTC))
    with requests.Session() as again:
        assert sign_in(at, again, "noor") == "access_ended"
        with pytest.raises(ForbiddenError, match="bring it back first"):
            give_new_code(at.centre.engine, "noor@localhost", by="salim", now=datetime.now(UTC))
        bring_back(at.centre.engine, "noor@localhost", by="salim", now=datetime.now(UTC))
        assert sign_in(at, again, "noor") == ""
    with pytest.raises(ForbiddenError, match="groups"):
        change_role(at.centre.engine, "noor@localhost", "admin", by="salim", now=datetime.now(UTC))


def test_a_name_that_gets_another_holder_gives_him_nothing_of_the_first_one(at: Site, person: requests.Session) -> None:
    at.provider.put("id-1", "dawr-admins", preferred_username="noor")
    at.provider.put("id-2", "dawr-readers", preferred_username="noor")
    sign_in(at, person, "id-1")
    with requests.Session() as second:
        sign_in(at, second, "id-2")
    roles = {one.name: one.role for one in people(at.centre.engine, now=datetime.now(UTC))}
    assert roles == {"noor@localhost": "admin", "noor@localhost-2": "reader"}


def test_signing_out_ends_the_session_here_and_leads_on_to_the_provider(at: Site, person: requests.Session) -> None:
    at.provider.put("noor", "dawr-readers")
    sign_in(at, person, "noor")
    answer = person.post(f"{at.centre.url}/sign-out?lang=en", allow_redirects=False, timeout=60)
    assert answer.status_code == 200
    assert f'content="0;url={at.provider.issuer}/session/end?' in answer.text
    assert status(at, person, "/") == 303
    shown = person.get(f"{at.provider.issuer}/session/end", params={"client_id": "dawr"}, timeout=60)
    assert "logout" in shown.text
