"""The wait on a visitor's phone, in a real browser: it is told anew as the queue moves."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good

pytestmark = pytest.mark.full

COUNTED = "async (many) => { const { minutesWord } = await import('/static/words.js'); return many.map(minutesWord); }"
"""The word for minutes beside each of these numbers."""


def queue_of_four(hall: RunningHall) -> tuple[str, str]:
    """Let four wait for one agent, who serves the first; return his session and the last one's page.

    More ahead would make the range so wide, by chance, that it is not told.
    """
    agent = hall.sign_in()
    last = [hall.issue() for _ in range(4)][-1]
    good(hall.post("/counters/1/call-next", agent))
    good(hall.post("/counters/1/begin", agent))
    hall.hall.estimator.compute()
    return agent, str(last["status_url"])


def told(page: Page) -> tuple[int, int]:
    """Return the minutes on the page."""
    expect(page.locator("#wait")).to_have_text(re.compile(r"\d+.*\d+"))
    low, high = re.findall(r"\d+", page.locator("#wait").inner_text())
    return int(low), int(high)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_wait_is_told_anew_as_the_queue_moves(page: Page, hall: RunningHall, language: str) -> None:
    agent, address = queue_of_four(hall)
    page.goto(address.replace("/t#", f"/t?lang={language}#"))
    before = told(page)
    assert before[1] > before[0] >= 5, "one in hand and two ahead, each some seven minutes"
    assert violations(page) == []
    counted = page.evaluate(COUNTED, [1, 5, 10, 15, 100, 105])
    assert counted == (["min"] * 6 if language == "en" else ["دقيقة", "دقائق", "دقائق", "دقيقة", "دقيقة", "دقائق"])
    assert page.locator("#wait").inner_text().endswith(page.evaluate(COUNTED, [before[1]])[0])
    for _ in range(2):
        hall.clock.move_on(minutes=7)
        good(hall.post("/counters/1/finish", agent, {"outcome": "completed"}))
        good(hall.post("/counters/1/call-next", agent))
        good(hall.post("/counters/1/begin", agent))
    hall.hall.estimator.compute()
    page.reload()
    after = told(page)
    assert after[1] < before[1]
    assert after[0] <= before[0]
