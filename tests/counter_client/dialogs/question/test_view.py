from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from contracts.queue.answers import PrayerTurnView
from counter_client.dialogs.question.presenter import derive_choices
from counter_client.dialogs.question.view import ChoiceSheetView
from counter_client.state.actions import Action
from counter_client.state.intents import ChangeQuantity, Choose, ToggleMore
from counter_client.state.state import Inputs, Sheet, SheetKind
from counter_client.widgets.button import Button
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.text import Words
from tests.counter_client.helpers.builders import HALL, at_work, serving, workplace
from tests.helpers.agent_figures import figures
from tests.helpers.replacing import replace

OUTCOME = at_work(serving(), sheet=Sheet(SheetKind.OUTCOME, ticket="A047", service="A"))
SIGN_OUT = at_work(sheet=Sheet(SheetKind.SIGN_OUT))


def buttons(sheet: ChoiceSheetView) -> list[Button]:
    return [
        one for one in sheet.findChildren(Button) if re.fullmatch(r"choice_\d+", one.objectName()) and one.isVisible()
    ]


def shown(qtbot: QtBot, theme: Theme, language: Language, inputs: Inputs) -> tuple[QWidget, ChoiceSheetView]:
    behind = QWidget()
    behind.resize(1100, 680)
    qtbot.addWidget(behind)
    sheet = ChoiceSheetView(theme, language, behind)
    behind.show()
    sheet.show_view(derive_choices(inputs))
    return behind, sheet


def test_answers_have_texts_and_keys_and_the_first_outcome_the_space_bar(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    _behind, sheet = shown(qtbot, theme, english, OUTCOME)
    assert [(one.text(), one.key) for one in buttons(sheet)] == [
        ("Completed", "Space"),
        ("Request registered", "2"),
        ("Documents missing", "3"),
        ("Referred to the directorate concerned", "4"),
        ("Cancelled", "5"),
        ("Continue to another service", "6"),
    ]


def test_transactions_are_counted_up_and_down_and_asked_with_the_outcome_alone(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    _behind, sheet = shown(qtbot, theme, english, OUTCOME)
    wishes: list[object] = []
    sheet.wished.connect(wishes.append)
    more = sheet.findChild(Button, "more")
    assert more is not None
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert wishes == [ChangeQuantity(1)]
    sheet.show_view(derive_choices(SIGN_OUT))
    assert not more.isVisible()


@pytest.mark.parametrize(("tag", "usual"), [("en", "30 minutes (usual)"), ("ar", "30 دقيقة (المعتاد)")])
def test_the_usual_length_of_a_break_is_named(
    qtbot: QtBot, theme: Theme, request: pytest.FixtureRequest, tag: str, usual: str
) -> None:
    language = request.getfixturevalue({"en": "english", "ar": "arabic"}[tag])
    asked = at_work(language=tag, sheet=Sheet(SheetKind.BREAK_LENGTH, reason="meal"))
    _behind, sheet = shown(qtbot, theme, language, asked)
    told = [choice.text() for at in range(1, 9) if (choice := sheet.findChild(Button, f"choice_{at}"))]
    assert told[4] == usual
    assert [text for text in told if "(" in text] == [usual]


def test_whoever_leaves_is_told_whom_nobody_else_serves_and_who_is_on_a_break(
    qtbot: QtBot, theme: Theme, arabic: Language
) -> None:
    place = workplace(last_for=("B",), away=2)
    leaving = at_work(workplace=place, language="ar", sheet=Sheet(SheetKind.BREAK))
    _behind, sheet = shown(qtbot, theme, arabic, leaving)
    alone = sheet.findChild(Words, "alone")
    assert alone is not None
    assert (alone.isVisible(), alone.text) == (True, "أنت وحدك تقدّم الآن: الأراضي. أبلغ مشرف القاعة قبل أن تغادر.")
    assert "زميلان في استراحة الآن" in {words.text for words in sheet.findChildren(Words)}


@pytest.mark.parametrize(
    ("tag", "away", "back", "text"),
    [
        ("en", 1, "12:20", "Lands: 1 colleague at prayer or about to go, due back at \u206612:20\u2069"),
        ("en", 3, "12:20", "Lands: 3 colleagues at prayer or about to go, the first is due back at \u206612:20\u2069"),
        ("en", 2, None, "Lands: 2 colleagues at prayer or about to go"),
        ("ar", 1, "12:20", "الأراضي: زميل واحد في الصلاة أو في طريقه إليها، والمتوقع رجوعه الساعة \u206612:20\u2069"),
        ("ar", 2, None, "الأراضي: زميلان في الصلاة أو في طريقهما إليها"),
        ("ar", 3, None, "الأراضي: 3 زملاء في الصلاة أو في طريقهم إليها"),
        ("ar", 11, None, "الأراضي: 11 زميلًا في الصلاة أو في طريقهم إليها"),
    ],
)
def test_whoever_goes_to_prayer_is_told_who_is_there_and_until_when(
    qtbot: QtBot, theme: Theme, request: pytest.FixtureRequest, tag: str, away: int, back: str | None, text: str
) -> None:
    language = request.getfixturevalue({"en": "english", "ar": "arabic"}[tag])
    place = workplace(prayer_turns=(PrayerTurnView("B", away, back),))
    asked = at_work(workplace=place, language=tag, sheet=Sheet(SheetKind.BREAK_TURN, reason="prayer"))
    _behind, sheet = shown(qtbot, theme, language, asked)
    told = sheet.findChild(Words, "alone")
    assert told is not None
    assert (told.isVisible(), told.text) == (True, text)


def test_further_services_are_named_below_the_one_that_most_are_away_from(
    qtbot: QtBot, theme: Theme, english: Language
) -> None:
    place = workplace(last_for=("C",), prayer_turns=(PrayerTurnView("A", 1, None), PrayerTurnView("B", 2, None)))
    asked = at_work(workplace=place, sheet=Sheet(SheetKind.BREAK_LAST, reason="prayer"))
    _behind, sheet = shown(qtbot, theme, english, asked)
    told = sheet.findChild(Words, "alone")
    assert told is not None
    assert told.text.split("\n")[1:] == [
        "Lands: 2 colleagues at prayer or about to go",
        "Colleagues can serve too: Housing assistance",
    ]


def test_a_service_of_another_counter_is_said_to_be_one(qtbot: QtBot, theme: Theme, english: Language) -> None:
    place = workplace(serving(), services=("A", "B"))
    asked = Sheet(SheetKind.NEXT_SERVICE, ticket="A047", service="A")
    _behind, sheet = shown(qtbot, theme, english, at_work(workplace=place, sheet=asked))
    assert [one.text() for one in buttons(sheet)][:2] == [
        "Lands",
        "Real-estate transactions (waits for another counter)",
    ]


def test_a_shorter_question_hides_the_buttons_it_does_not_need(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, sheet = shown(qtbot, theme, english, OUTCOME)
    sheet.show_view(derive_choices(SIGN_OUT))
    assert [one.text() for one in buttons(sheet)] == ["Yes, sign out"]
    sheet.show_view(None)
    assert not sheet.isVisible()


def test_a_click_chooses_unless_a_command_is_on_its_way(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, sheet = shown(qtbot, theme, english, OUTCOME)
    wishes: list[object] = []
    sheet.wished.connect(wishes.append)
    qtbot.mouseClick(buttons(sheet)[3], Qt.MouseButton.LeftButton)
    assert wishes == [Choose("referred")]
    busy = at_work(serving(), sheet=OUTCOME.sheet, busy=Action.FINISH)
    sheet.show_view(derive_choices(busy))
    assert not any(one.isEnabled() for one in buttons(sheet))


def test_services_are_shown_by_name(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    inputs = at_work(sheet=Sheet(SheetKind.WALK_UP), language="ar")
    _behind, sheet = shown(qtbot, theme, arabic, inputs)
    assert [one.text() for one in buttons(sheet)][:2] == ["المساعدات السكنية", "الأراضي"]


def test_a_hall_with_many_services_fits_the_smallest_window(qtbot: QtBot, theme: Theme, arabic: Language) -> None:
    many = replace(workplace(), services=tuple(f"S{n}" for n in range(16)))
    behind, sheet = shown(qtbot, theme, arabic, at_work(workplace=many, sheet=Sheet(SheetKind.WALK_UP)))
    sheet.show_view(derive_choices(at_work(sheet=Sheet(SheetKind.SIGN_OUT))))
    sheet.show_view(derive_choices(at_work(workplace=many, sheet=Sheet(SheetKind.WALK_UP))))
    found = sheet.findChildren(Button)
    shown_buttons = [one for one in found if one.isVisible()]
    assert len(shown_buttons) == 17
    qtbot.waitUntil(lambda: shown_buttons[-1].y() > 0)
    corners = [one.mapTo(behind, one.rect().bottomRight()) for one in shown_buttons]
    assert all(behind.rect().contains(corner) for corner in corners)


def test_at_sign_out_the_sheet_tells_the_agents_day(qtbot: QtBot, theme: Theme, english: Language) -> None:
    told = replace(SIGN_OUT, figures=figures(served=23, no_shows=2, serving_s=360))
    _behind, sheet = shown(qtbot, theme, english, told)
    texts = [one.accessibleName() for one in sheet.findChildren(QWidget)]
    assert any("Served today: 23" in text and "6 min" in text and "No-shows: 2" in text for text in texts)


def test_beside_an_agents_own_figures_stands_who_else_sees_what(qtbot: QtBot, theme: Theme, english: Language) -> None:
    _behind, sheet = shown(qtbot, theme, english, replace(SIGN_OUT, figures=figures(served=23)))
    told = sheet.findChild(Words, "who_sees")
    assert told is not None
    assert told.isVisible()
    for part in ("Only you see these figures", "sends no pictures", "The hall head sees", "auditors and the centre"):
        assert part in told.text
    sheet.show_view(derive_choices(OUTCOME))
    assert not told.isVisible()


@pytest.mark.parametrize("many", [10, 16, 24])
def test_ever_so_many_services_fit_the_smallest_window_and_the_arrow_keys_come_to_them(
    qtbot: QtBot, theme: Theme, arabic: Language, many: int
) -> None:
    services = tuple(
        replace(HALL.services[0], code=f"S{n:02}", names={"ar": f"خدمة نقل ملكية العقارات والأراضي السكنية {n}"})
        for n in range(many)
    )
    behind, sheet = shown(
        qtbot,
        theme,
        arabic,
        at_work(
            hall=replace(HALL, services=services),
            workplace=workplace(serving(), services=()),
            language="ar",
            sheet=Sheet(SheetKind.NEXT_SERVICE, ticket="A047", service="A", picked="S09"),
        ),
    )
    qtbot.waitUntil(lambda: all(one.width() > 0 for one in buttons(sheet)))
    assert len(buttons(sheet)) == many
    room = behind.rect()
    for one in buttons(sheet):
        assert room.contains(one.rect().translated(one.mapTo(behind, one.rect().topLeft())))
    arrows = sheet.findChild(Words, "arrows")
    assert arrows is not None
    assert arrows.isVisible()


def test_more_of_a_request_is_offered_and_told_as_chosen(qtbot: QtBot, theme: Theme, english: Language) -> None:
    asked = at_work(serving(), sheet=Sheet(SheetKind.REQUEST_TOPIC, ticket="A047", service="A"))
    _behind, sheet = shown(qtbot, theme, english, asked)
    wishes: list[object] = []
    sheet.wished.connect(wishes.append)
    more = sheet.findChild(Button, "more_of_request")
    assert more is not None
    assert (more.isVisible(), more.key) == (True, "0")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert wishes == [ToggleMore()]
    sheet.show_view(
        derive_choices(replace(asked, sheet=replace(asked.sheet, request=replace(asked.sheet.request, more=True))))
    )
    assert more.text().startswith("\u2713")
    sheet.show_view(derive_choices(OUTCOME))
    assert not more.isVisible()
