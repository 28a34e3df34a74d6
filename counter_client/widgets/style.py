"""The one style sheet of the counter's windows, made of the design tokens."""

from __future__ import annotations

from string import Template

from common.design_tokens import tokens
from counter_client.widgets.canvas import mixed
from qtkit.look.theme import Theme

SHEET = """
QLabel { color: $ink; }
#counter_window { background: $ground; }
#counter_bar { background: $card; border: 3px solid $primary_dark; }
#counter_bar[practising="true"] { border-color: $accent; }
#header { background: $primary_dark; border-bottom: 3px solid $accent; }
#practice_band { background: $primary_soft; border-bottom: 4px solid $accent; }
#visit_card, #waiting_list { background: $card; border: 1px solid $line; border-radius: ${large}px; }
QToolTip { background: $card; color: $ink; border: 1px solid $edge; padding: 6px; }

QPushButton {
    background: $card; color: $ink; border: 2px solid $edge; border-radius: ${medium}px; padding: 0 10px;
    text-align: left;
}
QPushButton:hover { border-color: $primary; }
QPushButton:pressed { background: $primary_dark; color: $on_primary; }
QPushButton:checked { background: $primary_soft; color: $primary_dark; border-color: $primary; }
QPushButton:disabled { background: $sunken; color: $faded; border-color: $sunken; }
QPushButton[look="primary"], QPushButton[look="send"], QPushButton[look="bar"] {
    background: $primary; color: $on_primary; border-color: $primary;
}
QPushButton[look="primary"]:hover, QPushButton[look="send"]:hover, QPushButton[look="bar"]:hover {
    background: $primary_dark; border-color: $primary_dark;
}
QPushButton[look="primary"]:disabled, QPushButton[look="send"]:disabled, QPushButton[look="bar"]:disabled {
    background: $sunken; color: $ink_soft; border-color: $sunken;
}
QPushButton[look="quiet"] { border-color: $primary; }
QPushButton[look="quiet"]:disabled { border-color: $sunken; }
QPushButton[look="quiet"]:checked { border-color: $primary; }
QPushButton[look="header"] { background: $primary_dark; color: $on_primary; border-color: $accent; }
QPushButton[look="header"]:checked { background: $card; color: $primary_dark; }
QPushButton[look="header"]:disabled { color: $header_faded; border-color: $primary_dark; }
QPushButton[look="tab"] { padding: 0 4px; }
QPushButton[look="primary"], QPushButton[look="send"], QPushButton[look="pad"], QPushButton[look="tab"],
QPushButton[look="header"], QPushButton[look="bar"], #counter_bar QPushButton[look="quiet"] {
    text-align: center;
}

QLabel[look="small"], QLabel[look="strong"], QLabel[look="note"] { font-size: ${small}px; }
QLabel[look="small"] { color: $ink_soft; }
QLabel[look="strong"], QLabel[look="note"] { font-weight: 500; }
QLabel[look="section"] { font-size: ${body}px; color: $ink_soft; font-weight: 600; }
QLabel[look="lead"] { font-size: ${lead}px; font-weight: 600; }
QLabel[look="title"] { font-size: ${headline}px; font-weight: 600; color: $primary_dark; }
/* A label cuts what hangs out of its font's line: the dots below a final ya. */
QLabel[look="lead"], QLabel[look="title"] { padding-bottom: 5px; }
QLabel[look="small"], QLabel[look="strong"], QLabel[look="section"] { padding-bottom: 2px; }
QLabel[look="timer"] { font-size: ${headline}px; font-weight: 500; }
QLabel[look="number"] { font-weight: 700; color: $primary_dark; }
QLabel[look="dots"] {
    font-size: ${title}px; color: $primary; background: $ground; border: 1px solid $line; border-radius: ${medium}px;
}
QLabel[look="note"] { color: $primary_dark; background: $primary_soft; border-radius: ${medium}px; padding: 6px 12px; }
QLabel[look="chip"] {
    font-size: ${small}px; font-weight: 600; padding: 2px 14px; border-radius: ${chip}px;
    background: $primary_soft; color: $primary_dark;
}
QLabel[look="chip"][tone="alert"] { background: $alert_soft; color: $alert; }
QLabel[look="chip"][tone="wait"] { background: $wait; color: $on_wait; }
QLabel[look="chip"][tone="strong"] { background: $primary_dark; color: $on_primary; }
QLabel[look="badge"] {
    font-size: ${lead}px; font-weight: 700; background: $card; color: $primary_dark; border-radius: ${medium}px;
}
QLabel[look="badge"][tone="strong"] { background: $primary_dark; color: $on_primary; }
QLabel[look="on_dark"] { color: $on_primary; font-size: ${small}px; }
QLabel[look="name_on_dark"] { color: $on_primary; font-size: ${body}px; font-weight: 600; }
QLabel[tone="over"] { color: $wait; }
QLabel[tone="alert"], QLabel[tone="long"] { color: $alert; }
QLabel[look="timer"][tone="over"] { background: $wait_soft; border-radius: ${medium}px; }
QLabel[look="timer"][tone="long"] { background: $alert_soft; border-radius: ${medium}px; }

QProgressBar { background: $sunken; border: none; border-radius: 4px; }
QProgressBar::chunk { background: $primary; border-radius: 4px; }
QProgressBar[tone="over"]::chunk { background: $accent; }
QProgressBar[tone="long"]::chunk { background: $alert; }

NoticeStrip { border-radius: ${medium}px; }
NoticeStrip[tone="calm"] { background: $card; }
NoticeStrip[tone="done"] { background: $primary_soft; }
NoticeStrip[tone="warning"] { background: $alert_soft; }
NoticeStrip[tone="done"] QLabel { color: $primary_dark; }
NoticeStrip[tone="warning"] QLabel { color: $alert; }

QMenu { font-size: ${small}px; color: $ink; background: $card; border: 1px solid $edge; padding: 6px; }
QMenu::item { padding: 9px 22px; border: 2px solid transparent; border-radius: ${corner}px; }
QMenu::item:selected { background: $primary_soft; color: $primary_dark; border-color: $focus; }
QMenu::item:disabled { color: $faded; }
QMenu::separator { height: 1px; background: $line; margin: 6px; }

QLineEdit, QPlainTextEdit {
    background: $card; color: $ink; border: 1px solid $edge; border-radius: ${medium}px;
    placeholder-text-color: $ink_soft; selection-background-color: $primary;
}
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; }

QScrollArea, QListView { background: transparent; border: none; }
#targets { color: $ink; border: 1px solid $line; border-radius: ${corner}px; }
#targets::item { padding: 0 14px; border: 2px solid transparent; border-radius: ${corner}px; }
#targets::item:disabled { color: $ink_soft; }
#targets::item:selected { background: $primary_soft; color: $primary_dark; border-color: $primary; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 4px; min-height: 40px; margin: 0 1px; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
"""
PALE = 0.6
"""Opacity of the text on a button that cannot be pressed now."""
CHIP_PX = 32


def style_sheet(theme: Theme) -> str:
    """Return the style sheet in the colours, type and corners of `theme`."""
    colours: dict[str, str] = dict(vars(theme.palette))
    sizes = {name: theme.size(name) for name in ("small", "body", "lead", "title", "headline")}
    radius = tokens().radius
    corners = {"corner": radius["small"], "medium": radius["medium"], "large": radius["large"], "chip": CHIP_PX // 2}
    faded = {
        "faded": mixed(theme.colour("ink_soft"), theme.colour("sunken"), PALE).name(),
        "header_faded": mixed(theme.colour("on_primary"), theme.colour("primary_dark"), PALE).name(),
    }
    return Template(SHEET).substitute(colours, **sizes, **corners, **faded)
