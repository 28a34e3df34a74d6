"""A visitor's place at the centre: found by the code alone, with its age, and an answer that goes down once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from central.errors import BodyError, NotFoundError
from central.halls import inbox
from central.halls.visit_places import CUT_OFF, LONGEST, answer_survey, code_hash, find_place, note_places
from contracts.centre.inbox_items import SurveyItem
from contracts.queue.places import PlacedVisit, Places
from contracts.surveys.answers import SurveyView
from contracts.words.surveys import CHANGE_FOR, Face
from tests.central.conftest import NOW
from tests.helpers.replacing import replace

CODE = "abcdefghijklmnopqrstuv"
ENDED = SurveyView(True, NOW + timedelta(hours=48))


def tell(engine: Engine, **changes: object) -> None:
    visit = replace(PlacedVisit(code_hash(CODE), "A001", "A", "waiting", 3, 300, 400, 600), **changes)  # type: ignore[arg-type]
    note_places(engine, "1", Places(NOW, "western", {"en": "Muscat"}, {"A": {"en": "Lands"}}, (visit,)), now=NOW)


def answered(engine: Engine, face: Face = Face.GOOD, at: timedelta = timedelta(0)) -> SurveyView:
    return answer_survey(engine, "1", CODE, SurveyItem("", face, NOW), now=NOW + at)


def test_a_place_is_found_by_its_code_and_the_last_word_wins(engine: Engine) -> None:
    tell(engine)
    tell(engine, people_ahead=2)
    found = find_place(engine, "1", CODE, now=NOW)
    assert (found.visit.people_ahead, found.places.hall_names, found.as_of) == (2, {"en": "Muscat"}, NOW)


def test_a_hall_that_says_nothing_is_cut_off_and_its_places_end_with_the_day(engine: Engine) -> None:
    tell(engine)
    cut = [find_place(engine, "1", CODE, now=NOW + CUT_OFF + timedelta(seconds=one)).cut_off for one in (0, 1)]
    assert cut == [False, True]
    with pytest.raises(NotFoundError):
        find_place(engine, "1", CODE, now=NOW + LONGEST)


def test_a_wrong_code_another_hall_and_no_word_at_all_are_told_alike(engine: Engine) -> None:
    with pytest.raises(NotFoundError, match="no visit of today"):
        find_place(engine, "1", CODE, now=NOW)
    tell(engine)
    for hall, code in (("1", "wrong"), ("2", CODE), ("nul\0", CODE), ("1", code_hash(CODE))):
        with pytest.raises(NotFoundError, match="no visit of today"):
            find_place(engine, hall, code, now=NOW)


def test_an_answer_goes_down_once_and_a_change_once_more(engine: Engine) -> None:
    tell(engine, state="finished", survey=ENDED)
    for _ in range(2):
        view = answered(engine)
    assert (view.face, view.until) == (Face.GOOD, NOW + CHANGE_FOR)
    assert answered(engine, Face.POOR, timedelta(minutes=9)).face is Face.POOR
    items = inbox.after(engine, "1", 0)
    assert [(one.kind, one.body["face"], one.body["code"]) for one in items] == [
        ("survey", 4, code_hash(CODE)), ("survey", 2, code_hash(CODE)),
    ]  # fmt: skip
    seen = find_place(engine, "1", CODE, now=NOW).visit.survey
    assert seen is not None
    assert seen.face is Face.POOR


def test_of_two_answers_at_the_same_instant_both_are_kept_and_the_same_one_once(engine: Engine) -> None:
    tell(engine, state="finished", survey=ENDED)
    begin = threading.Barrier(3)

    def give(face: Face) -> None:
        begin.wait(60)
        answered(engine, face)

    with ThreadPoolExecutor(3) as phones:
        list(phones.map(give, (Face.GOOD, Face.POOR, Face.POOR)))
    faces = [one.body["face"] for one in inbox.after(engine, "1", 0)]
    assert {4, 2} <= set(faces)
    seen = find_place(engine, "1", CODE, now=NOW).visit.survey
    assert seen is not None
    assert seen.face.value == faces[-1]


def test_an_answer_that_comes_between_looking_and_keeping_is_not_lost(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(engine, state="finished", survey=ENDED)
    answered(engine, Face.GOOD)
    monkeypatch.setattr(inbox, "said_about", lambda *_: [])  # as it was when this request began
    answered(engine, Face.POOR)
    assert [one.body["face"] for one in inbox.after(engine, "1", 0)] == [4, 2]
    answered(engine, Face.POOR)
    assert len(inbox.after(engine, "1", 0)) == 2


def test_it_is_neither_early_nor_late(engine: Engine) -> None:
    tell(engine)
    with pytest.raises(BodyError, match="not ended"):
        answered(engine)
    tell(engine, state="finished", survey=ENDED)
    answered(engine)
    with pytest.raises(BodyError, match="is over"):
        answered(engine, Face.POOR, CHANGE_FOR)
    assert len(inbox.after(engine, "1", 0)) == 1
