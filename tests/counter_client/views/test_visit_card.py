from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from contracts.hall_words import Lane, Outcome, VisitState
from counter_client.inputs import Inputs
from counter_client.presenters.workplace import derive_workplace
from counter_client.views.visit_card import NOTE_LINE_PX, VisitCardWidget
from qtkit.language import Language
from qtkit.theme import Theme
from tests.counter_client.builders import ON_BREAK, ago, at_work, row, serving, stage, visit, workplace

BEFORE = stage("B", VisitState.FINISHED, begun_at=ago(900), ended_at=ago(600), outcome=Outcome.REFERRED)
STORY = visit("B012", VisitState.CALLED, BEFORE, BEFORE, BEFORE, BEFORE, stage("A", note="original deed"))
WALK_UP = visit("", VisitState.SERVING, stage(state=VisitState.SERVING, begun_at=ago(5)))


def painted(qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs) -> tuple[VisitCardWidget, QImage]:
    card = VisitCardWidget(theme, language)
    card.resize(640, 320)
    qtbot.addWidget(card)
    card.show_view(derive_workplace(replace(inputs, language=language.tag)))
    return card, card.grab().toImage()


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
    qtbot: QtBot, theme: Theme, english: Language, inputs: Inputs, told: str
) -> None:
    card, _ = painted(qtbot, theme, english, inputs)
    assert card.accessibleName() == told


def test_the_timer_runs_on_the_card(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _, now = painted(qtbot, theme, english, at_work(serving()))
    _, later = painted(qtbot, theme, english, at_work(serving(), now_s=1.0))
    assert now != later


def test_lane_note_and_earlier_stages_are_painted(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _, plain = painted(qtbot, theme, english, at_work(visit("B012")))
    _, lane = painted(qtbot, theme, english, at_work(visit("B012", lane=Lane.PRIORITY)))
    _, story = painted(qtbot, theme, english, at_work(STORY))
    assert plain != lane
    assert plain != story


def test_nothing_is_painted_across_the_card_in_arabic_that_belongs_to_the_other_side(
    qtbot: QtBot, theme: Theme, arabic: Language
) -> None:
    _, image = painted(qtbot, theme, arabic, at_work(serving()))
    edge = theme.colour("primary").name()
    assert image.pixelColor(image.width() - 6, image.height() // 2).name() == edge
    assert image.pixelColor(6, image.height() // 2).name() != edge


@pytest.mark.parametrize(
    ("waiting", "told"),
    [(0, "لا يوجد منتظرون"), (1, "مراجع واحد"), (2, "مراجعان"), (5, "5 مراجعين"), (12, "12 مراجعًا")],
)
def test_the_waiting_are_counted_in_good_arabic(
    qtbot: QtBot, theme: Theme, arabic: Language, waiting: int, told: str
) -> None:
    card = VisitCardWidget(theme, arabic)
    qtbot.addWidget(card)
    rows = tuple(row(f"A{n}") for n in range(waiting))
    assert card.waiting_text(derive_workplace(at_work(None, *rows)).waiting).startswith(told)


@pytest.mark.parametrize(("waiting", "told"), [(0, "Nobody is"), (1, "1 visitor is"), (2, "2 visitors are")])
def test_the_waiting_are_counted_in_good_english(
    qtbot: QtBot, theme: Theme, english: Language, waiting: int, told: str
) -> None:
    card = VisitCardWidget(theme, english)
    qtbot.addWidget(card)
    assert card.waiting_text(waiting).startswith(told)


LONG_NOTE = "The original deed is with the registry, the heirs are three, and the eldest comes on Sunday. " * 2


def test_a_long_note_is_read_whole_where_the_card_has_room(qtbot: QtBot, theme: Theme, english: Language) -> None:
    def number_of_rows(note: str, height: int) -> int:
        card = VisitCardWidget(theme, english)
        card.resize(700, height)
        qtbot.addWidget(card)
        current = visit("B012", VisitState.CALLED, stage("A", note=note))
        card.show_view(derive_workplace(at_work(current, language="en")))
        assert (card.accessibleDescription(), card.toolTip()) == (note, note)
        image, ground = card.grab().toImage(), theme.colour("primary_soft").name()
        # Beside the text, within the note's own ground.
        return sum(image.pixelColor(38, y).name() == ground for y in range(image.height() // 3, image.height()))

    one, whole, cut = number_of_rows("deed", 420), number_of_rows(LONG_NOTE, 420), number_of_rows(LONG_NOTE, 250)
    assert whole >= one + NOTE_LINE_PX
    assert cut == one, "the number would not be read any more"
