"""The wait on a visitor's phone, in a real browser: it changes as the queue moves."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.helpers.axe import violations
from tests.helpers.hall_in_a_thread import RunningHall, good

pytestmark = pytest.mark.full

WAITS = """async (waits) => {
    const { waitText } = await import('/static/common/words.js');
    return waits.map((one) => waitText(...one));
}"""
"""Each of these waits in words."""
IN_WORDS = {
    "en": ["up to 1 min", "1 to 2 min", "up to 5 min", "5 to 10 min", "10 to 15 min", "15 to 100 min"],
    "ar": [
        "دقيقة واحدة أو أقل",
        "من دقيقة إلى دقيقتين",
        "5 دقائق أو أقل",
        "من 5 إلى 10 دقائق",
        "من 10 إلى 15 دقيقة",
        "من 15 إلى 100 دقيقة",
    ],
}


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
    """Return the minutes on the page; a wait that begins at nothing names its end alone."""
    expect(page.locator("#wait")).to_have_text(re.compile(r"\d"))
    *low, high = (int(minutes) for minutes in re.findall(r"\d+", page.locator("#wait").inner_text()))
    return low[0] if low else 0, high


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_wait_is_updated_as_the_queue_moves(page: Page, hall: RunningHall, language: str) -> None:
    agent, address = queue_of_four(hall)
    page.goto(address.replace("/t#", f"/t?lang={language}#"))
    before = told(page)
    assert before[1] > before[0] >= 5, "one in hand and two ahead, each some seven minutes"
    assert violations(page) == []
    waits = [(0, 1), (1, 2), (0, 5), (5, 10), (10, 15), (15, 100)]
    assert page.evaluate(WAITS, waits) == IN_WORDS[language]
    assert page.locator("#wait").inner_text() == page.evaluate(WAITS, [before])[0]
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
