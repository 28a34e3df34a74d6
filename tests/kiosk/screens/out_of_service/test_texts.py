from __future__ import annotations

import pytest

from kiosk.screens.out_of_service import presenter as out_of_service
from kiosk.screens.out_of_service.texts import NoticeTexts
from kiosk.screens.ticket_taken.presenter import PAPER
from kiosk.state.conditions import Conditions, PrinterCondition, Trouble
from qtkit.language.language import Language
from tests.helpers.fake_hall import example_hall, example_queues
from tests.helpers.replacing import replace

pytestmark = pytest.mark.process

KNOWN = Conditions(True, example_hall(), example_queues(), PrinterCondition(None, "ok"))


def every_notice() -> set[str]:
    """Every message id that a presenter can ask for."""
    days = [replace(KNOWN, queues=example_queues(state=state)) for state in ("not_yet", "over", "closed", "doubtful")]
    faults = [
        replace(KNOWN, printer=PrinterCondition(fault))
        for fault in ("paper_out", "cover_open", "presenter_jam", "offline")
    ]
    troubles = {out_of_service.derive_trouble(t, c).notice for t in Trouble for c in (KNOWN, *days, *faults)}
    return troubles | {out_of_service.derive_refusal(code).notice for code in (*out_of_service._REFUSALS, "anything")}


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_every_message_has_a_headline_and_what_to_do(language: Language, tag: str) -> None:
    language.show(tag)
    texts = NoticeTexts()
    assert len(every_notice()) >= 15
    for message in every_notice():
        assert all(texts.notice(message)), message
    for message in (*PAPER.values(), "issuing", "not_taken", "ready_again", "unknown_ready"):
        assert all(texts.paper(message)), message


def test_arabic_is_arabic_in_every_text(language: Language) -> None:
    texts = NoticeTexts()
    said = [text for message in every_notice() for text in texts.notice(message)]
    said += [text for message in PAPER.values() for text in texts.paper(message)]
    assert not [text for text in said if any("a" <= c.lower() <= "z" for c in text)]


def test_an_unknown_message_is_a_bug(language: Language) -> None:
    with pytest.raises(KeyError):
        NoticeTexts().notice("no such message")
