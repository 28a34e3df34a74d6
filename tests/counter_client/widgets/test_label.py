"""A text of one line that is too long ends with an ellipsis, and the whole text is still to be had."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from counter_client.widgets.label import Label
from counter_client.widgets.style import style_sheet
from qtkit.look.theme import Theme

LONG = {"en": "This name is already in use. Ask the technician to choose another one.", "ar": "هذا الاسم مستخدم " * 6}


@pytest.mark.parametrize("language", LONG)
def test_a_text_too_long_for_its_line_ends_with_an_ellipsis(qtbot: QtBot, theme: Theme, language: str) -> None:
    holder, label, whole = QWidget(), Label("strong"), LONG[language]
    if language == "ar":
        holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(holder)
    holder.setStyleSheet(style_sheet(theme))
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setParent(holder)
    label.setText(whole)
    holder.resize(1300, 60)
    label.resize(200, 60)
    holder.show()
    qtbot.waitExposed(holder)
    assert QLabel.text(label).endswith("…")
    assert label.fontMetrics().horizontalAdvance(QLabel.text(label)) <= label.width()
    assert whole in label.text()
    assert label.toolTip() == label.accessibleName() == label.text()
    label.resize(1200, 60)
    qtbot.waitUntil(lambda: whole in QLabel.text(label))
    assert label.toolTip() == ""
