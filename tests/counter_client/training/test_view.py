from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_client.state.actions import Action
from counter_client.state.first_day import LESSONS, STEPS, FirstDay
from counter_client.state.intents import Do, MoveLesson
from counter_client.state.state import Practice
from counter_client.texts.lesson_texts import LESSON_TEXTS, LESSON_TITLES
from counter_client.training.presenter import PracticeView, derive_practice
from counter_client.training.view import PracticeBand
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from tests.counter_client.helpers.builders import at_work


def view_at(step: int) -> PracticeView:
    view = derive_practice(at_work(practice=Practice("123456"), first_days={"said": FirstDay(step)}))
    assert view is not None
    return view


def shown(holder: QWidget, theme: Theme, language: Language, step: int) -> PracticeBand:
    band = PracticeBand(theme, language, holder)
    band.resize(1100, band.height())
    band.show_view(view_at(step))
    return band


@pytest.mark.parametrize("step", range(1, STEPS + 2))
def test_every_step_is_told_in_words(qtbot: QtBot, holder: QWidget, theme: Theme, arabic: Language, step: int) -> None:
    band = shown(holder, theme, arabic, step)
    assert band.isVisible()
    assert band.title
    assert band.title in band.accessibleName()
    assert band.text in band.accessibleName()
    assert not any("a" <= letter <= "z" for letter in band.title)


def test_its_buttons_skip_go_back_and_leave(qtbot: QtBot, holder: QWidget, theme: Theme, english: Language) -> None:
    band = shown(holder, theme, english, 3)
    wishes: list[object] = []
    band.wished.connect(wishes.append)
    for name in ("lesson_back", "lesson_skip", "leave_training"):
        button = band.findChild(Button, name)
        assert button is not None
        button.click()
    assert wishes == [MoveLesson(-1), MoveLesson(1), Do(Action.LEAVE_TRAINING)]
    band.show_view(view_at(STEPS + 1))
    skip = band.findChild(Button, "lesson_skip")
    assert skip is not None
    assert not skip.isVisible()


def test_outside_a_training_it_takes_no_room(qtbot: QtBot, holder: QWidget, theme: Theme, english: Language) -> None:
    band = shown(holder, theme, english, 1)
    band.show_view(None)
    assert not band.isVisible()


def test_there_are_words_for_all_that_is_to_be_done() -> None:
    assert len(LESSON_TITLES) == STEPS
    assert set(LESSON_TEXTS) == {action for actions in LESSONS for action in actions}
