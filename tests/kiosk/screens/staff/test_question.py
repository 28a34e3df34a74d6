"""Questions and words: only the answers that are offered can be touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.staff.question import StaffQuestion
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import QuestionView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.helpers.qt_frame import framed


@pytest.fixture
def question(qtbot: QtBot, theme: Theme, language: Language) -> StaffQuestion:
    language.show("en")
    made = StaffQuestion(theme, language, StaffTexts(language))
    framed(qtbot, made, 1800, 800)
    return made


def test_each_answer_is_the_act_it_says(question: StaffQuestion, theme: Theme) -> None:
    question.show_view(QuestionView("edges_whole", ("edges_yes", "edges_no")))
    answered: list[str] = []
    question.answered.connect(answered.append)
    for button in question.buttons[:2]:
        assert min(button.width(), button.height()) >= theme.touch_px
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answered == ["edges_yes", "edges_no"]
    assert [button.text() for button in question.buttons[:2]] == [
        "Both arrows are complete",
        "One is cut off or missing",
    ]


def test_while_a_slip_is_printed_there_is_nothing_to_touch(question: StaffQuestion) -> None:
    question.show_view(QuestionView("trial_printing", ()))
    assert not any(button.isVisible() for button in question.buttons)
    assert not question.detail.isVisible()


def test_the_printer_is_blamed_in_words_and_others_are_quoted(question: StaffQuestion) -> None:
    question.show_view(QuestionView("trial_failed", ("menu",), printer="paper_out"))
    assert "The paper is out: put in a new roll" in question.detail.text
    question.show_view(QuestionView("power_refused", ("menu",), detail="Interactive authentication required"))
    assert "Interactive authentication required" in question.detail.text


def test_the_seconds_of_a_change_of_paper_are_told(question: StaffQuestion) -> None:
    question.show_view(QuestionView("paper_changed", ("menu", "leave"), took_s=41))
    assert question.advice.text == "Tickets are issued again  ·  It took 41 seconds"


def test_a_level_has_three_answers(question: StaffQuestion) -> None:
    question.show_view(QuestionView("volume", ("louder", "softer", "menu"), detail="60 %"))
    assert [button.objectName() for button in question.buttons if not button.isHidden()] == [
        "answer_louder",
        "answer_softer",
        "answer_menu",
    ]
    assert "60 %" in question.detail.text


def test_what_ends_by_itself_counts_down(question: StaffQuestion) -> None:
    question.show_view(QuestionView("cleaning", (), took_s=7))
    assert "7" in question.advice.text
    assert all(button.isHidden() for button in question.buttons)
