from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from common.design_tokens import contrast
from counter_client.widgets.label import Label
from counter_client.widgets.style import SHEET, style_sheet
from qtkit.language.language import Language
from qtkit.look.theme import Theme

RULE = re.compile(r"([^{}]+)\{([^{}]+)\}")


def test_the_sheet_invents_no_colour_and_no_type_size() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{6}|rgba?\(", SHEET)
    assert not re.findall(r"font-size:\s*\d", SHEET)


def test_each_colour_of_the_sheet_is_a_token(theme: Theme) -> None:
    assert "$" not in style_sheet(theme)


def test_text_is_read_on_each_ground_that_a_rule_gives_it(theme: Theme) -> None:
    seen = 0
    for selector, body in RULE.findall(style_sheet(theme)):
        found = dict(re.findall(r"(?:^|[\s;])(background|color):\s*(#[0-9a-fA-F]{6})", body))
        if len(found) == 2 and "disabled" not in selector:
            seen += 1
            assert contrast(found["color"], found["background"]) >= 7, selector
    assert seen >= 8


@pytest.mark.parametrize("look", ["timer", "strong"])
@pytest.mark.parametrize("tone", ["", "over", "long"])
def test_a_tone_changes_a_label_while_it_is_shown(
    qtbot: QtBot, holder: QWidget, theme: Theme, english: Language, look: str, tone: str
) -> None:
    label = Label(look)
    label.setParent(holder)
    label.show_text("04:32", tone)
    expected = {"": "ink", "over": "wait", "long": "alert"}[tone]
    assert label.palette().windowText().color() == theme.colour(expected)


def test_a_line_that_begins_with_a_number_runs_from_right_to_left_in_arabic(
    qtbot: QtBot, holder: QWidget, arabic: Language
) -> None:
    label = Label("small")
    label.setParent(holder)
    label.show_text("A047 في الانتظار")
    assert label.text()[0] == "\u200f"
    arabic.show("en")
    label.show_text("A047 waits")
    assert label.text() == "A047 waits"
