"""Requests on both databases."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from contracts.words.requests import RequestList, RequestState
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import VisitId
from hall.requests.model.ports import ChosenCodes
from hall.requests.model.request import Decision
from tests.hall.queue.store.test_visit_rows import visit
from tests.hall.requests.model.test_request import registered
from tests.helpers.example_hall import NINE, TUESDAY
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

ONE = registered(external="2026/881", counter=1)
TWO = replace(registered(), number="MUSCAT-1-26-000027", directorate="housing", latest=date(2026, 11, 29))


def test_a_request_is_kept_found_and_changed_whole(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> list[object]:
        kept = work.requests
        work.visits.add(visit("v1"))
        one = replace(ONE, visit=VisitId("v1"))
        kept.save(one)
        kept.save(TWO)
        seen: list[object] = [kept.find(one.number) == one, kept.find("2026/881") == one, kept.find("no")]
        seen.append(list(kept.of_visit(VisitId("v1"))) == [one])
        whole = replace(
            one, state=RequestState.DECIDED, referred=NINE, referred_by="a", reply="r", replied=NINE, replied_by="b",
            decision=Decision("d", "e", "f", TUESDAY, 120), withdrawn_why="w", urgent=True, latest_expected=True,
            told=7,
        )  # fmt: skip
        kept.save(whole)
        return [*seen, kept.find(one.number) == whole]

    assert stored_hall.do(life) == [True, True, None, True, True]


def test_what_requests_name_of_the_lists_is_known(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> ChosenCodes:
        work.requests.save(ONE)
        work.requests.save(replace(TWO, decision=Decision("d", "e", "director", TUESDAY)))
        return work.requests.chosen_codes()

    assert stored_hall.do(life) == ChosenCodes({ONE.topic}, {ONE.directorate, "housing"}, {"director"})


def test_the_lists_hold_what_they_say_the_one_due_first_at_the_head(stored_hall: StoredHall) -> None:
    def life(work: SqlWork, _now: object) -> dict[str, list[str]]:
        work.requests.save(ONE)
        work.requests.save(TWO)
        work.requests.save(replace(TWO, number="x", state=RequestState.REFERRED))
        found = {
            which.value: [one.number[-2:] for one in work.requests.listed(which, date(2026, 11, 30), None, 9)]
            for which in RequestList
        }
        found["housing"] = [one.number[-2:] for one in work.requests.listed(RequestList.ALL, TUESDAY, "housing", 9)]
        found["clock"] = [one.number[-2:] for one in work.requests.not_referred()]
        return found

    assert stored_hall.do(life) == {
        "not_referred": ["27", "19"],
        "due_today": ["19"],
        "overdue": ["27"],
        "with_directorate": ["x"],
        "to_tell": [],
        "all": ["x", "27", "19"],
        "housing": ["x", "27"],
        "clock": ["19", "27"],
    }


def test_numbers_of_each_year_run_from_one_without_a_gap(stored_hall: StoredHall) -> None:
    def run(work: SqlWork, _now: object) -> list[int]:
        return [work.requests.next_number(year) for year in (2026, 2026, 2027, 2026)]

    assert stored_hall.do(run) == [1, 2, 1, 3]


def test_no_two_requests_have_one_number_of_the_ministry(stored_hall: StoredHall) -> None:
    stored_hall.do(lambda work, _now: work.requests.save(ONE))
    with pytest.raises(IntegrityError):
        stored_hall.do(lambda work, _now: work.requests.save(replace(TWO, external="2026/881")))
