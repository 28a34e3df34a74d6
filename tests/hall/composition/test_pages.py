"""The pages are served by the hall, and its cookie decides who looks at the hall head's."""

from __future__ import annotations

import pytest
import requests

from hall.platform.security.authentication import COOKIE
from tests.helpers.hall_in_a_thread import RunningHall

pytestmark = pytest.mark.one_hall


def cookie_of(hall: RunningHall, role: str) -> dict[str, str]:
    answer = hall.post("/session", None, {"token": hall.tokens[role]})
    return {COOKIE: answer.cookies[COOKIE]}


@pytest.mark.parametrize(("role", "status"), [("head", 200), ("admin", 200), ("analyst", 200)])
def test_the_hall_heads_page_by_role(hall: RunningHall, role: str, status: int) -> None:
    assert requests.get(f"{hall.base}/head", cookies=cookie_of(hall, role), timeout=60).status_code == status


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("auditor", "head/visit"),
        ("reception", "reception"),
        ("official", "officials"),
        ("directorate", "head/requests"),
    ],
)
def test_who_may_not_see_the_hall_is_led_to_what_he_may(hall: RunningHall, role: str, page: str) -> None:
    answer = requests.get(f"{hall.base}/head", cookies=cookie_of(hall, role), timeout=60)
    assert (answer.status_code, answer.url) == (200, f"{hall.base}/{page}")


@pytest.mark.parametrize("cookies", [{}, {COOKIE: "forged"}, {COOKIE: "a.b.c"}])
def test_without_a_good_cookie_a_page_leads_to_the_sign_in(hall: RunningHall, cookies: dict[str, str]) -> None:
    answer = requests.get(f"{hall.base}/head/day?lang=en", cookies=cookies, timeout=60)
    assert answer.url == f"{hall.base}/enter?to=%2Fhead%2Fday&lang=en"
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")


def test_a_page_of_another_role_says_so_and_leads_to_the_own(hall: RunningHall) -> None:
    answer = requests.get(f"{hall.base}/head/day?lang=en", cookies=cookie_of(hall, "analyst"), timeout=60)
    assert answer.status_code == 403
    assert "<h1>No access</h1>" in answer.text
    assert '<a href="/head">' in answer.text


@pytest.mark.parametrize(
    ("path", "accepts", "kind"),
    [
        ("/nowhere", "text/html,*/*;q=0.8", "text/html"),
        ("/nowhere", "application/json", "application/problem+json"),
        ("/api/v1/nowhere", "text/html", "application/problem+json"),
    ],
)
def test_an_unknown_address_is_a_page_for_a_browser_and_a_problem_for_a_program(
    hall: RunningHall, path: str, accepts: str, kind: str
) -> None:
    answer = requests.get(f"{hall.base}{path}?lang=en", headers={"Accept": accepts}, timeout=60)
    assert answer.status_code == 404
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert ("<h1>Page not found</h1>" in answer.text) == (kind == "text/html")


def test_a_token_is_no_cookie(hall: RunningHall) -> None:
    headers = {"Authorization": f"Bearer {hall.tokens['head']}"}
    assert "/enter?" in requests.get(f"{hall.base}/head", headers=headers, timeout=60).url


def test_the_visitors_page_is_everybodys(hall: RunningHall) -> None:
    assert requests.get(f"{hall.base}/t", timeout=60).status_code == 200


def test_the_bare_address_leads_to_the_sign_in(hall: RunningHall) -> None:
    answer = requests.get(f"{hall.base}/", timeout=60)
    assert answer.url == f"{hall.base}/enter?to=%2Fhead"
    assert answer.status_code == 200
