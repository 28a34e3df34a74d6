"""Answers on both databases; faces and finished visits against SQL written by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import text

from contracts.words.surveys import Face, SurveyReason
from hall.composition.sql_work import SqlWork
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.kernel.moment import Moment
from hall.platform.db.legal_holds import VISIT, place_hold
from hall.surveys.commands.give_survey import GiveSurvey, give_survey
from hall.surveys.model.survey import SurveyAnswer
from tests.hall.surveys.model.test_survey import ANSWER
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, NINE, TUESDAY
from tests.helpers.odd_day import live_an_odd_day
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

FACES = text(
    "SELECT service_day, service, hour, face, sum(1) FROM survey WHERE service_day >= :first AND service_day <= :last"
    " GROUP BY service_day, service, hour, face"
)
SERVED = text(
    "SELECT service_day, service, sum(1) FROM visit WHERE state = 'finished' AND service_day >= :first"
    " AND service_day <= :last GROUP BY service_day, service"
)


def by_hand(work: SqlWork, query: object, first: date, last: date) -> set[tuple[object, ...]]:
    rows = work.connection.execute(query, {"first": first, "last": last})  # type: ignore[call-overload]  # a text
    return {(date.fromisoformat(str(day)), *more) for day, *more in rows}


def answers(stored_hall: StoredHall) -> list[SurveyAnswer]:
    """Leave an answer of each visit of an odd day, of many faces, hours and two days."""
    made = []
    for number in range(12):
        stored_hall.issue(visit=f"s{number}")
        day = TUESDAY + timedelta(days=number % 2)
        service = (LANDS, HOUSING, ENQUIRIES)[number % 3]
        face = list(Face)[number % 5]
        one = replace(
            ANSWER, visit=VisitId(f"s{number}"), service_day=day, service=service, hour=8 + number % 4, face=face
        )
        made.append(one)
    return made


def test_an_answer_is_kept_and_changed(stored_hall: StoredHall) -> None:
    stored_hall.issue(visit="v1")
    changed = replace(ANSWER, face=Face.POOR, reason=SurveyReason.WAIT, words="طال الانتظار", told=2)

    def life(work: SqlWork, _now: object) -> list[object]:
        work.surveys.save(ANSWER)
        first = work.surveys.find(ANSWER.visit)
        work.surveys.save(changed)
        return [first, work.surveys.find(ANSWER.visit), work.surveys.find(VisitId("v2"))]

    assert stored_hall.do(life) == [ANSWER, changed, None]


def test_faces_and_finished_visits_are_those_of_sql_written_by_hand(stored_hall: StoredHall) -> None:
    live_an_odd_day(stored_hall)
    made = answers(stored_hall)

    def life(work: SqlWork, _now: object) -> list[Iterable[object]]:
        for one in made:
            work.surveys.save(one)
        first, last = TUESDAY, TUESDAY + timedelta(days=1)
        faces = [tuple(one) for one in work.surveys.faces(first, last)]
        told = {(day, code, hour, face.value, many) for day, code, hour, face, many in faces}
        served = {tuple(one) for one in work.surveys.served(first, last)}
        return [told, by_hand(work, FACES, first, last), served, by_hand(work, SERVED, first, last), faces]

    told, faces_by_hand, served, served_by_hand, faces = stored_hall.do(life)  # type: ignore[misc]  # five
    assert told == faces_by_hand
    assert sum(one[-1] for one in faces) == 12
    assert served == served_by_hand
    assert len(served) >= 2


def test_the_visit_that_a_counter_finished_last_is_found_for_as_long_as_asked(stored_hall: StoredHall) -> None:
    live_an_odd_day(stored_hall)
    services = (LANDS, ENQUIRIES)

    def ask(work: SqlWork, _now: object) -> list[object]:
        now = stored_hall.clock.now().at
        asked = ((CounterId(3), 90), (CounterId(1), 3600), (CounterId(4), 3600))
        found = [work.surveys.just_finished(n, services, now - timedelta(seconds=s)) for n, s in asked]
        return [*(one and one[0] for one in found), work.surveys.just_finished(CounterId(3), (HOUSING,), NINE)]

    third, first, fourth, other_service = stored_hall.do(ask)  # type: ignore[misc]  # four
    assert third is not None
    assert first is not None
    assert third != first
    assert (fourth, other_service) == (None, None)


def test_an_agents_faces_are_his_days_and_words_go_after_their_time(stored_hall: StoredHall) -> None:
    made = answers(stored_hall)

    def life(work: SqlWork, _now: object) -> list[object]:
        for one in made:
            work.surveys.save(replace(one, words="شكرًا"))
        mine = work.surveys.of_agent(AgentId("said"), TUESDAY)
        gone = work.surveys.forget_words(TUESDAY + timedelta(days=1))
        old, new = (work.surveys.find(made[at].visit) for at in (0, 1))
        assert old is not None
        assert new is not None
        return [len(mine), len(work.surveys.of_agent(AgentId("noor"), TUESDAY)), gone, old.words, old.face, new.words]

    assert stored_hall.do(life) == [6, 0, 6, None, made[0].face, "شكرًا"]


def test_the_words_of_a_visit_under_a_legal_hold_stay(stored_hall: StoredHall) -> None:
    made = answers(stored_hall)

    def life(work: SqlWork, now: Moment) -> list[object]:
        for one in made:
            work.surveys.save(replace(one, words="شكرًا"))
        place_hold(work.connection, VISIT, made[0].visit, "case 7", by="Salma", at=now.at)
        gone = work.surveys.forget_words(TUESDAY + timedelta(days=1))
        held = work.surveys.find(made[0].visit)
        return [gone, held.words if held else None]

    assert stored_hall.do(life) == [5, "شكرًا"]


def test_an_answer_of_a_real_visit_leaves_a_fact_and_an_entry_for_the_centre(stored_hall: StoredHall) -> None:
    live_an_odd_day(stored_hall)
    command = GiveSurvey(VisitId("c"), Face.VERY_GOOD, ANSWER.way)
    stored_hall.run(give_survey, command)

    def entries(work: SqlWork, _now: object) -> list[object]:
        kinds = work.connection.execute(text("SELECT kind, rev FROM outbox WHERE kind = 'survey'")).all()
        facts = work.connection.execute(text("SELECT count(*) FROM fact WHERE kind = 'survey_given'")).scalar_one()
        return [[tuple(row) for row in kinds], facts]

    assert stored_hall.do(entries) == [[("survey", 1)], 1]


def test_what_visitors_wrote_is_told_by_day_without_visit_face_and_hour(stored_hall: StoredHall) -> None:
    made = answers(stored_hall)

    def life(work: SqlWork, _now: object) -> list[tuple[object, ...]]:
        for at, words in ((0, "ب"), (2, "أ"), (1, "ج")):
            work.surveys.save(replace(made[at], words=words))
        return [tuple(one) for one in work.surveys.written(TUESDAY, TUESDAY + timedelta(days=1), 9)]

    tomorrow = TUESDAY + timedelta(days=1)
    assert stored_hall.do(life) == [(tomorrow, HOUSING, "ج"), (TUESDAY, ENQUIRIES, "أ"), (TUESDAY, LANDS, "ب")]
