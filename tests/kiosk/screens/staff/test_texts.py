"""Every id that the staff's presenters give has its text in both languages, and no two texts are the same."""

from __future__ import annotations

import pytest

from contracts.words.hall import PrintState
from kiosk.screens.staff.texts import StaffTexts
from kiosk.staff.presenter import _FAULTS, MENU_GROUPS
from kiosk.staff.session import PaperStep
from printer.transport.wire import Fault
from qtkit.language.language import Language

pytestmark = pytest.mark.process

QUESTIONS = (
    "trial_printing", "edges_whole", "confirm_restart_program", "confirm_restart_device", "confirm_shut_down",
    "paper_changed", "test_printed", "reprinted", "reprint_failed", "trial_failed", "wrong_roll", "power_refused",
    "under_way",
)  # fmt: skip
STATES = ("ok", "low", "one_way", "not_heard_of", "wrong_roll", "ticket_not_taken", "not_usable", *sorted(_FAULTS))


@pytest.fixture(params=["ar", "en"])
def texts(request: pytest.FixtureRequest, language: Language) -> StaffTexts:
    language.show(request.param)
    return StaffTexts(language)


def test_each_id_has_a_text_of_its_own(texts: StaffTexts) -> None:
    offered = [act for group in MENU_GROUPS for act in group.acts]
    acts = [texts.act(act) for act in (*offered, "leave", "menu", "paper_again", "edges_yes", "edges_no")]
    states = [texts.printer(state) for state in STATES]
    questions = [texts.question(message)[0] for message in QUESTIONS]
    steps = [texts.guide(step.value)[0] for step in PaperStep]
    prints = [texts.print_state(state) for state in PrintState]
    papers = [texts.paper(state) for state in ("ok", "low", "out", "unknown")]
    for told in (acts, states, questions, steps, prints, papers):
        assert all(told)
        assert len(set(told)) == len(told)


def test_each_fault_of_the_printer_kit_is_told_in_words(texts: StaffTexts) -> None:
    assert {fault.value for fault in Fault} <= _FAULTS
    for fault in Fault:
        assert texts.printer(fault.value)


def test_an_id_without_a_text_is_a_bug(texts: StaffTexts) -> None:
    with pytest.raises(KeyError):
        texts.act("dance")


@pytest.mark.parametrize(
    ("count", "arabic"),
    [
        (0, "الورق لا يكفي لأي تذكرة"),
        (1, "الورق يكفي لتذكرة واحدة تقريبًا"),
        (2, "الورق يكفي لتذكرتين تقريبًا"),
        (7, "الورق يكفي لنحو 7 تذاكر"),
        (61, "الورق يكفي لنحو 61 تذكرة"),
    ],
)
def test_the_tickets_left_agree_in_number(language: Language, count: int, arabic: str) -> None:
    texts = StaffTexts(language)
    assert texts.tickets_left(count) == arabic
    language.show("en")
    assert texts.tickets_left(count) == f"Paper for about {count} ticket{'' if count == 1 else 's'}"
    assert texts.tickets_left(None) == ""


def test_seconds_follow_the_halls_digits(language: Language) -> None:
    language.set_digits("arabic_indic")
    texts = StaffTexts(language)
    assert "٢٧" in texts.pin("wait", 27)
    assert "٤١" in texts.took(41)
    assert "٥٥١" in texts.tickets_since(551)
