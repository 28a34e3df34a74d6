"""Signing in over HTTP: a cookie out of scripts' reach, refusals that tell nothing, and a role's first page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from central.access import tokens
from central.access.centre_key import PASSWORDS, load_key
from central.halls import registry
from central.people.enrolment import Setup
from central.people.people import add_person
from central.web.access import COOKIE
from central.web.pages.sign_in import COOKIE_LIFE_S, FIRST_PAGES
from common.accounts.codes import recovery_codes
from common.accounts.passwords import Passwords
from tests.central.web.conftest import Caller, stopped_centre
from tests.helpers.staff import PASSWORD, Ready, ready

NEW = {"password": PASSWORD, "again": PASSWORD}


def somebody(stranger: Caller, role: str = "reader") -> Ready:
    """Make somebody ready in the running centre, with a code that is not used up."""
    key = load_key(stranger.centre.keys)
    before = datetime.now(UTC) - timedelta(minutes=5)
    return ready(
        stranger.centre.engine,
        "noor",
        now=before,
        role=role,
        setup=Setup(key, Passwords(key.seal(PASSWORDS))),
    )


def post(stranger: Caller, who: Ready, **changes: str) -> tuple[int, str, str]:
    typed = {"name": " Noor ", "password": PASSWORD, "code": who.code(datetime.now(UTC)), **changes}
    answer = stranger.call("POST", "/sign-in?lang=en", data=typed)
    return answer.status_code, answer.headers["Location"], answer.cookies.get(COOKIE, "")


def test_the_cookie_stays_with_tls_behind_a_proxy_that_speaks_it(behind_proxy: Caller) -> None:
    who = somebody(behind_proxy)
    typed = {"name": "noor", "password": PASSWORD, "code": who.code(datetime.now(UTC))}
    answer = behind_proxy.call("POST", "/sign-in", data=typed, headers={"X-Forwarded-Proto": "https"})
    assert answer.headers["Set-Cookie"].startswith("__Host-dawr_reader=")
    assert "Secure" in answer.headers["Set-Cookie"]
    behind_proxy.session.cookies.clear()
    cookie = answer.headers["Set-Cookie"].partition(";")[0]
    again = {"headers": {"Cookie": cookie, "X-Forwarded-Proto": "https"}}
    assert behind_proxy.call("GET", "/", **again).status_code == 200
    left = behind_proxy.call("POST", "/sign-out", **again).headers["Set-Cookie"]
    assert left.startswith('__Host-dawr_reader=""')
    assert "Secure" in left
    assert behind_proxy.call("GET", "/", **again).status_code == 303


def test_a_session_opens_the_pages_until_it_is_signed_out(stranger: Caller) -> None:
    status, path, cookie = post(stranger, somebody(stranger))
    assert (status, path) == (303, "/?lang=en")
    assert COOKIE_LIFE_S == 12 * 3600
    stranger.session.cookies.clear()
    with_it = {"headers": {"Cookie": f"{COOKIE}={cookie}"}}
    page = stranger.call("GET", "/?lang=en", **with_it)
    assert "Sign out" in page.text
    assert "noor" in page.text
    assert "/people" not in page.text
    out = stranger.call("POST", "/sign-out?lang=en", **with_it).headers
    assert (out["Location"], out["Clear-Site-Data"]) == ("/sign-in?lang=en", '"cache"')
    assert stranger.call("GET", "/?lang=en", **with_it).status_code == 303


def test_a_repeated_sign_in_ends_the_earlier_session_of_the_same_browser(stranger: Caller) -> None:
    token = tokens.new_reader_token(stranger.centre.engine, "wall", now=datetime.now(UTC))
    first = {
        "headers": {"Cookie": f"{COOKIE}={stranger.call('POST', '/sign-in', data={'token': token}).cookies[COOKIE]}"}
    }
    stranger.session.cookies.clear()
    assert stranger.call("GET", "/?lang=en", **first).status_code == 200
    stranger.call("POST", "/sign-in", data={"token": token}, **first)
    stranger.session.cookies.clear()
    assert stranger.call("GET", "/?lang=en", **first).status_code == 303


def test_the_field_of_the_code_holds_a_whole_recovery_code(stranger: Caller) -> None:
    field = stranger.call("GET", "/sign-in?lang=en").text.partition('name="code"')[2].partition(">")[0]
    assert int(field.partition('maxlength="')[2].partition('"')[0]) >= len(recovery_codes()[0])


def test_what_is_wrong_is_not_told_and_what_waits_is(stranger: Caller) -> None:
    who = somebody(stranger)
    for changes in ({"password": "wrong"}, {"code": "000000"}, {"name": "huda"}, {"name": ""}):
        assert post(stranger, who, **changes)[:2] == (303, "/sign-in?lang=en&wrong=true")
    for _ in range(2):
        post(stranger, who, password="wrong")
    status, path, cookie = post(stranger, who)
    assert (status, cookie) == (303, "")
    assert path.startswith("/sign-in?lang=en&wait_s=")
    assert "Too many wrong tries" in stranger.call("GET", path).text


def test_an_auditor_begins_with_what_was_done_and_reads_nothing_else(stranger: Caller) -> None:
    assert FIRST_PAGES == {"auditor": "/acts"}
    status, path, cookie = post(stranger, somebody(stranger, "auditor"))
    assert (status, path) == (303, "/acts?lang=en")
    with_it = {"headers": {"Cookie": f"{COOKIE}={cookie}"}}
    assert "signed in" in stranger.call("GET", path, **with_it).text
    for closed in ("/", "/figures", "/people", "/quarantine", "/enquiries"):
        assert stranger.call("GET", closed, **with_it).status_code == 303
    assert stranger.refused("GET", "/v1/figures", **with_it)[0] == 403


def test_a_token_that_is_no_persons_and_a_foreign_page_sign_nobody_in(stranger: Caller) -> None:
    platform = tokens.new_platform_token(stranger.centre.engine, "platform", now=datetime.now(UTC))
    for token in (stranger.centre.enrol(), platform):
        answer = stranger.call("POST", "/sign-in?lang=en", data={"token": token})
        assert (answer.headers["Location"], answer.cookies.get(COOKIE)) == ("/sign-in?lang=en&wrong=true", None)
    reader = tokens.new_reader_token(stranger.centre.engine, "Salim", now=datetime.now(UTC))
    foreign = {"headers": {"Sec-Fetch-Site": "cross-site"}, "data": {"token": reader}}
    assert stranger.refused("POST", "/sign-in", **foreign) == (403, "foreign_page")
    assert stranger.refused("POST", "/sign-out", headers={"Origin": "https://elsewhere"}) == (403, "foreign_page")


def test_a_page_over_plain_http_is_a_foreign_page_where_the_centre_has_https(behind_proxy: Caller) -> None:
    """A stranger on the way can write one under the centre's own name; an older browser says its origin alone."""
    token = tokens.new_reader_token(behind_proxy.centre.engine, "Salim", now=datetime.now(UTC))
    asked = {"X-Forwarded-Proto": "https", "Host": "centre.example"}
    plain = {"headers": asked | {"Origin": "http://centre.example"}, "data": {"token": token}}
    assert behind_proxy.refused("POST", "/sign-in", **plain) == (403, "foreign_page")
    own = {"headers": asked | {"Origin": "https://centre.example"}, "data": {"token": token}}
    assert behind_proxy.call("POST", "/sign-in", **own).status_code == 303


def test_sign_out_ends_a_session_that_a_token_began_wherever_its_cookie_was_copied(stranger: Caller) -> None:
    engine = stranger.centre.engine
    token = tokens.new_reader_token(engine, "wall", now=datetime.now(UTC))
    cookies = []
    for _ in range(2):  # in two browsers
        cookies.append(stranger.call("POST", "/sign-in", data={"token": token}).cookies[COOKIE])
        stranger.session.cookies.clear()
    assert token not in cookies

    def opens(cookie: str) -> bool:
        return stranger.call("GET", "/", headers={"Cookie": f"{COOKIE}={cookie}"}).status_code == 200

    assert [opens(cookie) for cookie in cookies] == [True, True]
    stranger.call("POST", "/sign-out", headers={"Cookie": f"{COOKIE}={cookies[0]}"})
    assert [opens(cookie) for cookie in cookies] == [False, True]
    tokens.revoke_named(engine, "wall", now=datetime.now(UTC))
    assert not opens(cookies[1])


def test_nobody_learns_by_trying_who_is_known_here(stranger: Caller) -> None:
    who = somebody(stranger)
    said = [
        [post(stranger, who, name=name, password="wrong")[1].partition("=en&")[2][:6] for _ in range(6)]
        for name in ("noor", "huda", "no name at all", "nul\0")
    ]
    assert said == [["wrong="] * 4 + ["wait_s"] * 2] * 4


def test_after_too_many_wrong_tries_of_an_address_the_page_says_how_long_to_wait(tmp_path: Path) -> None:
    with stopped_centre(tmp_path) as (stranger, _clock):
        for _ in range(20):
            stranger.call("POST", "/sign-in?lang=en", data={"token": "wrong"})
        answer = stranger.call("POST", "/sign-in?lang=en", data={"token": "wrong"})
        assert answer.headers["Location"] == "/sign-in?lang=en&wait_s=60"


def test_wrong_tries_of_strangers_hold_back_neither_staff_nor_halls(behind_proxy: Caller) -> None:
    engine, now = behind_proxy.centre.engine, datetime.now(UTC)
    token, hall = tokens.new_reader_token(engine, "wall", now=now), behind_proxy.centre.enrol()
    assert hall
    code, _ = registry.new_pairing_code(engine, "1", now=now)
    set_up = add_person(engine, "huda", "reader", by="test", now=now)
    who = somebody(behind_proxy)
    for number in range(25):
        strange = {"headers": {"X-Forwarded-For": f"203.0.113.{number % 2}"}}
        behind_proxy.call("POST", "/sign-in", data={"token": "wrong"}, **strange)
        behind_proxy.call("POST", "/first-access", data={"name": "huda", "code": "x", **NEW}, **strange)
        behind_proxy.call("POST", "/v1/enrol", json={"code": "x"}, **strange)
    ours = {"headers": {"X-Forwarded-For": "198.51.100.7"}}
    assert behind_proxy.call("POST", "/sign-in", data={"token": token}, **ours).cookies.get(COOKIE)
    typed = {"name": "noor", "password": PASSWORD, "code": who.code(datetime.now(UTC))}
    assert behind_proxy.call("POST", "/sign-in", data=typed, **ours).cookies.get(COOKIE)
    first = {"name": "huda", "code": set_up, **NEW}
    assert behind_proxy.call("POST", "/first-access", data=first, **ours).status_code == 200
    assert behind_proxy.call("POST", "/v1/enrol", json={"code": code}, **ours).status_code == 201


def test_who_guesses_peoples_codes_keeps_no_hall_behind_the_same_address_from_enrolling(stranger: Caller) -> None:
    stranger.centre.enrol()
    code, _ = registry.new_pairing_code(stranger.centre.engine, "1", now=datetime.now(UTC))
    for _ in range(22):
        stranger.call("POST", "/first-access", data={"name": "huda", "code": "x", **NEW})
        stranger.call("POST", "/sign-in", data={"token": "wrong"})
    assert stranger.call("POST", "/v1/enrol", json={"code": code}).status_code == 201
