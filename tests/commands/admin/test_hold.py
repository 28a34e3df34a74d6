"""A legal hold on the command line: who, when and why; what is held outlives its time, and the act is a fact."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from hall.composition.housekeeping import forget_old_words
from hall.people.store.console_acts import tell_acts
from hall.platform.db.tables.core import fact
from tests.commands.admin.test_command import Admin, admin, hall
from tests.helpers.hall_in_a_thread import RunningHall, good

__all__ = ["admin", "hall"]
WHO = ("--by", "Salma, legal affairs", "--reason", "case 7/2026")


def complain(hall: RunningHall) -> str:
    """Return the number of a complaint that is closed."""
    made = good(hall.post("/complaints", "reception", {"nature": "suggestion", "text": "More chairs"}), 201)
    good(hall.post(f"/complaints/{made['number']}/close", "head"))
    return str(made["number"])


def text_of(hall: RunningHall, number: str) -> str:
    found = hall.hall.store.reads.read(lambda work, _now: work.complaints.find(number)).result(60)
    assert found is not None
    return found.text


def test_what_is_held_is_not_erased_until_the_hold_is_lifted(hall: RunningHall, admin: Admin) -> None:
    held, other = complain(hall), complain(hall)
    assert admin("hold", "place", "complaint", held, *WHO)[:2] == (
        0, f"complaint {held}: what is not erased yet is kept until the hold is lifted"
    )  # fmt: skip
    hall.clock.move_on(days=400)
    assert forget_old_words(hall.hall.store) == 1
    assert (text_of(hall, held), text_of(hall, other)) == ("More chairs", "")
    assert admin("hold", "list")[1].endswith("by Salma, legal affairs: case 7/2026")
    assert admin("hold", "lift", "complaint", held, *WHO)[0] == 0
    assert admin("hold", "list")[1] == "no hold stands"
    (kept,) = json.loads(admin("hold", "list", "--all", "--json")[1])
    assert (kept["reason"], kept["lifted_why"]) == ("case 7/2026", "case 7/2026")
    assert forget_old_words(hall.hall.store) == 1
    assert text_of(hall, held) == ""
    tell_acts(hall.hall.store)
    query = select(fact.c.body).where(fact.c.kind == "console_acted")
    bodies = hall.hall.store.reads.read(lambda work, _now: work.connection.execute(query).scalars().all()).result(60)
    acts = [json.loads(one)["detail"] for one in bodies]
    assert [one["act"] for one in acts] == ["hold_placed", "hold_lifted"]
    assert all("case" not in json.dumps(one) for one in acts), "a reason may name people: it does not leave the hall"


def test_a_hold_that_comes_after_the_words_were_erased_says_so(hall: RunningHall, admin: Admin) -> None:
    late = complain(hall)
    closed = f"{hall.clock.now().at:%Y-%m-%d}"
    hall.clock.move_on(days=400)
    assert forget_old_words(hall.hall.store) == 1
    said = admin("hold", "place", "complaint", late, *WHO)[1]
    assert said.endswith(f"its words are erased already: it was closed on {closed}")


def test_a_visit_is_named_by_day_and_ticket(hall: RunningHall, admin: Admin) -> None:
    ticket = hall.issue()["ticket"]
    day = f"{hall.clock.now().at + timedelta(hours=4):%Y-%m-%d}"
    assert admin("hold", "place", "visit", f"{day}/{ticket}", *WHO)[0] == 0
    assert "a hold stands already" in admin("hold", "place", "visit", f"{day}/{ticket}", *WHO)[2]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("place", "complaint", "none", *WHO), "this hall has no complaint none"),
        (("place", "request", "none", *WHO), "this hall has no request none"),
        (("place", "visit", "A001", *WHO), "DAY/TICKET"),
        (("lift", "visit", "2026-01-01/A001", *WHO), "this hall has no visit"),
        (("place", "visit", "2026-01-01/A001"), "say kind, number, --by and --reason"),
        (("place",), "say kind, number, --by and --reason"),
    ],
)
def test_what_cannot_be_held_is_named(hall: RunningHall, admin: Admin, asked: tuple[str, ...], says: str) -> None:
    hall.issue()
    code, _, problem = admin("hold", *asked)
    assert code == 2
    assert says in problem
