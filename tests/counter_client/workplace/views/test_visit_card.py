from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from contracts.words.hall import Lane, Outcome, VisitState
from counter_client.state.state import Inputs
from counter_client.workplace.presenters.workplace import derive_workplace
from counter_client.workplace.views.visit_card import VisitCardWidget
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import HALL, ON_BREAK, ago, at_work, row, serving, stage, visit, workplace
from tests.helpers.replacing import replace

BEFORE = stage("B", VisitState.FINISHED, begun_at=ago(900), ended_at=ago(600), outcome=Outcome.REFERRED)
STORY = visit("B012", VisitState.CALLED, BEFORE, BEFORE, BEFORE, BEFORE, stage("A", note="original deed"))
WALK_UP = visit("", VisitState.SERVING, stage(state=VisitState.SERVING, begun_at=ago(5)))

LONG_NOTE = "The original deed is with the registry, the heirs are three, and the eldest comes on Sunday. " * 2


def card_of(holder: QWidget, theme: Theme, language: Language, inputs: Inputs) -> VisitCardWidget:
    card = VisitCardWidget(theme, language, holder)
    card.resize(700, 380)
    card.show_view(derive_workplace(replace(inputs, language=language.tag)))
    card.show()
    return card


def words(card: VisitCardWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        (at_work(visit()), "A047 Called"),
        (at_work(serving()), "A047 Being served"),
        (at_work(WALK_UP), "Visit without a ticket Being served"),
        (at_work(), "The counter is free"),
        (at_work(workplace=workplace(session=ON_BREAK)), "On a break"),
    ],
)
def test_a_screen_reader_is_told_what_the_card_shows(
    holder: QWidget, theme: Theme, english: Language, inputs: Inputs, told: str
) -> None:
    card = card_of(holder, theme, english, inputs)
    assert card.accessibleName() == told


def test_lane_note_and_earlier_stages_are_told(holder: QWidget, theme: Theme, english: Language) -> None:
    assert "Priority" in words(card_of(holder, theme, english, at_work(visit("B012", lane=Lane.PRIORITY))))
    told = words(card_of(holder, theme, english, at_work(STORY)))
    assert "Note: original deed" in told
    assert sum(text.startswith("Before: Lands") for text in told) == 3


@pytest.mark.parametrize(
    ("served_s", "value", "tone", "told"),
    [
        (150, 150, "", "target 5 min"),
        (400, 300, "over", "over the target of 5 min"),
        (1000, 300, "long", "far over the target of 5 min"),
    ],
)
def test_a_thin_bar_runs_to_the_target_and_tells_when_it_is_passed(
    holder: QWidget, theme: Theme, english: Language, served_s: int, value: int, tone: str, told: str
) -> None:
    service = replace(HALL.services[0], serving_target_s=300, serving_long_s=900)
    hall = replace(HALL, services=(service, *HALL.services[1:]))
    begun = visit("A047", VisitState.SERVING, stage(state=VisitState.SERVING, begun_at=ago(served_s)))
    card = card_of(holder, theme, english, at_work(begun, hall=hall))
    bar = card.findChild(QProgressBar, "pace")
    assert bar is not None
    assert (bar.isVisible(), bar.value(), bar.maximum(), bar.property("tone")) == (True, value, 300, tone)
    assert bar.accessibleName() == told
    assert told in words(card)


def test_no_bar_stands_where_there_is_no_target(holder: QWidget, theme: Theme, english: Language) -> None:
    bar = card_of(holder, theme, english, at_work(visit())).findChild(QProgressBar, "pace")
    assert bar is not None
    assert not bar.isVisible()


def test_the_number_stands_at_the_side_where_reading_begins(holder: QWidget, theme: Theme, arabic: Language) -> None:
    card = card_of(holder, theme, arabic, at_work(serving()))
    number = card.findChild(QLabel, "visit_number")
    assert number is not None
    assert number.mapTo(card, number.rect().center()).x() > card.width() // 2
    assert number.alignment() & Qt.AlignmentFlag.AlignRight


@pytest.mark.parametrize("note", ["", LONG_NOTE])
def test_the_number_is_read_at_a_glance_beside_any_note(
    holder: QWidget, theme: Theme, english: Language, note: str
) -> None:
    current = visit("B012", VisitState.CALLED, stage("A", note=note))
    card = card_of(holder, theme, english, at_work(current))
    number, shown = card.findChild(QLabel, "visit_number"), card.findChild(QLabel, "visit_note")
    assert number is not None
    assert number.font().pixelSize() >= 120
    assert shown is not None
    assert shown.height() >= shown.heightForWidth(shown.width())
    assert card.accessibleDescription() == note


@pytest.mark.parametrize(
    ("waiting", "told"),
    [(1, "مراجع واحد"), (2, "مراجعان"), (5, "5 مراجعين"), (12, "12 مراجعًا")],
)
def test_the_waiting_are_counted_in_good_arabic(
    qtbot: QtBot, theme: Theme, arabic: Language, waiting: int, told: str
) -> None:
    card = VisitCardWidget(theme, arabic)
    qtbot.addWidget(card)
    rows = tuple(row(f"A{n}") for n in range(waiting))
    assert card.waiting_text(derive_workplace(at_work(None, *rows)).waiting).startswith(told)


@pytest.mark.parametrize(("waiting", "told"), [(1, "1 visitor is"), (2, "2 visitors are")])
def test_the_waiting_are_counted_in_good_english(
    qtbot: QtBot, theme: Theme, english: Language, waiting: int, told: str
) -> None:
    card = VisitCardWidget(theme, english)
    qtbot.addWidget(card)
    assert card.waiting_text(waiting).startswith(told)


def test_a_free_counter_names_its_services_and_leaves_the_empty_queue_to_the_list(
    holder: QWidget, theme: Theme, english: Language
) -> None:
    told = words(card_of(holder, theme, english, at_work(workplace=workplace(services=("A", "B")))))
    assert told == ["The counter is free", "Your services: Housing assistance · Lands"]
