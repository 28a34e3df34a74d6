from __future__ import annotations

import ast
from pathlib import Path

import pytest

from kiosk.device.scanner import presenter as scanned
from kiosk.device.scanner.texts import ScannedTexts
from qtkit.language.language import Language

pytestmark = pytest.mark.process

MESSAGES = sorted(
    {*scanned._WORDS.values(), *scanned._REFUSALS.values(), scanned.LOOKING}
    | {"reinstated", "ended", "ask_reception", "no_ticket_code"}
)


@pytest.mark.parametrize("message", MESSAGES)
def test_every_message_has_a_headline_and_advice_in_both_languages(message: str, language: Language) -> None:
    arabic = ScannedTexts().of(message)
    language.show("en")
    english = ScannedTexts().of(message)
    assert all(arabic)
    assert all(english)
    assert not any(text.isascii() for text in arabic)
    assert [text.count("%1") for text in arabic] == [text.count("%1") for text in english]


def test_no_message_is_sent_that_has_no_text() -> None:
    source = Path("kiosk/device/scanner/ticket_scanner.py").read_text(encoding="utf-8")
    made = [
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ScannedView" and node.args
        if isinstance(node.args[0], ast.Constant)
    ]
    assert made
    assert set(made) <= set(MESSAGES)


def test_an_unknown_message_is_a_bug(language: Language) -> None:
    with pytest.raises(KeyError):
        ScannedTexts().of("no such message")
