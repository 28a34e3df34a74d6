"""Slips speak as the hall is set, and name documents as its list does."""

from __future__ import annotations

from datetime import date

from contracts.queue.answers import ReturnView
from contracts.requests.answers import ReceiptView
from contracts.settings.kiosks import InformationView
from contracts.words.complaints import Nature
from printer.documents.slip_content import (
    complaint_content,
    names_of_texts,
    receipt_content,
    return_content,
    slip_language,
)
from printer.documents.ticket import Digits, Names, TicketLanguage
from tests.helpers.fake_hall_state import FakeHallState
from tests.helpers.replacing import replace
from tests.printer.samples import TEN_35

HALL = FakeHallState().hall()
RECEIPT = ReceiptView(
    "MUSCAT-1-26-004278", {"ar": "قاعة", "en": "Hall"}, {"ar": "أرض", "en": "Land"}, {"en": "Lands"}, TEN_35,
    date(2026, 11, 30), False,
)  # fmt: skip
RETURN = ReturnView("48213377", "A047", "A", date(2026, 11, 24), date(2026, 12, 2), ("سند الملكية", "صورة"), "good")


def test_a_receipt_speaks_as_the_hall_is_set() -> None:
    arabic = replace(HALL, languages=("ar",), digits="arabic_indic")
    made = receipt_content(RECEIPT, arabic)
    assert (made.language, made.digits, made.zone) == (TicketLanguage.ARABIC, Digits.ARABIC_INDIC, "Asia/Muscat")
    assert made.directorate == Names("Lands", "Lands")
    assert receipt_content(RECEIPT, None).language is TicketLanguage.BOTH


def test_a_listed_document_is_named_in_both_languages_and_a_typed_one_as_it_is() -> None:
    listed = InformationView(({"ar": "سند الملكية", "en": "Title deed"},), {}, {}, "")
    hall = replace(HALL, services=(replace(HALL.services[0], information=listed), *HALL.services[1:]))
    made = return_content(RETURN, hall, at=TEN_35)
    assert made.missing == (Names("سند الملكية", "Title deed"), Names("صورة", "صورة"))
    assert (made.service.en, made.hall.en, made.printed_at) == ("Housing assistance", "Muscat service hall", TEN_35)


def test_before_the_hall_is_known_the_code_is_printed_all_the_same() -> None:
    made = return_content(RETURN, None, at=TEN_35)
    assert (made.code, made.service) == ("48213377", Names("A", "A"))


def test_one_language_stands_for_the_other_where_that_is_missing() -> None:
    assert names_of_texts({"ar": "أراضي"}) == Names("أراضي", "أراضي")
    assert slip_language(replace(HALL, languages=("en",))) is TicketLanguage.ENGLISH
    assert slip_language(replace(HALL, languages=("ar", "en", "ur"))) is TicketLanguage.BOTH


def test_a_complaints_paper_speaks_as_the_hall_is_set_and_before_it_is_known() -> None:
    made = complaint_content("MUSCAT-1-C26-004278", Nature.COMPLAINT, replace(HALL, languages=("ar",)), at=TEN_35)
    assert (made.language, made.hall.en, made.received_at) == (TicketLanguage.ARABIC, "Muscat service hall", TEN_35)
    assert complaint_content("H-S26-1", Nature.SUGGESTION, None, at=TEN_35).language is TicketLanguage.BOTH
