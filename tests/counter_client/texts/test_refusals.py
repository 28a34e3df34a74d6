from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from counter_client.texts.refusals import CONTEXT, FALLBACK, SENTENCES, sentence
from qtkit.language.catalogues import I18N, compiled

PAGES = re.compile(r"/(accounts|sessions?|settings|agents|closures|moon)\b")
"""Paths that only the staff's pages ask."""
OWN = {"certificate_refused"}
"""What the program refuses without the hall."""
CONTRACT = Path(__file__).resolve().parents[3] / "docs" / "contract.md"


def refusal_codes() -> set[str]:
    """Return every refusal code that the contract's page names: in the table's last column and in its running text."""
    codes: set[str] = set()
    for line in CONTRACT.read_text(encoding="utf-8").splitlines():
        # A row's refusals are in its last column; the head row and the running text give theirs with a status.
        if line.startswith("| `") and PAGES.search(line.split("|")[1]):
            continue
        told = line.split("|")[-2] if line.startswith("| `") else ""
        codes |= set(re.findall(r"`([a-z_]+)`", told))
        codes |= set(re.findall(r"`([a-z_]+)` 4\d\d", line))
    return codes


def test_the_contracts_page_is_read_right() -> None:
    codes = refusal_codes()
    assert {
        "pin_wrong",
        "pin_locked",
        "visit_open",
        "token_missing",
        "key_reused",
        "body_unreadable",
        "transfer_target",
    } <= codes
    assert len(codes) >= 45


def test_every_refusal_has_a_sentence() -> None:
    # Of the staff's pages, of `paper enter`, and of the update without a window.
    elsewhere = {"confirm_needed", "paper_other_day", "release_not_offered"}
    assert refusal_codes() - set(SENTENCES) == elsewhere


def test_every_sentence_belongs_to_a_refusal_of_the_contract() -> None:
    assert set(SENTENCES) - refusal_codes() == OWN


@pytest.mark.process
def test_every_sentence_is_told_in_arabic(tmp_path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(compiled(I18N / "counter_ar.ts", tmp_path)))
    arabic = {code: translator.translate(CONTEXT, sentence) for code, sentence in SENTENCES.items()}
    assert [code for code, told in arabic.items() if not re.search("[\u0621-\u064a]", told)] == []
    assert [code for code, told in arabic.items() if not told.endswith((".", "؟"))] == []


SENTENCE_END = re.compile(r"[.?!؟](?=\s|$)")


@pytest.mark.process
def test_every_refusal_tells_what_happened_and_what_to_do_next(tmp_path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(compiled(I18N / "counter_ar.ts", tmp_path)))
    for code, told in SENTENCES.items():
        for text in (told, translator.translate(CONTEXT, told)):
            assert len(SENTENCE_END.findall(text)) >= 2, (code, text)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_is_whole_and_short_enough_for_its_line(code: str) -> None:
    assert SENTENCES[code].endswith(".")
    assert len(SENTENCES[code]) <= 90


def test_a_code_of_a_newer_hall_is_named_in_a_general_sentence() -> None:
    assert sentence("moon_is_full") == FALLBACK.format(code="moon_is_full")
    assert "moon_is_full" in sentence("moon_is_full")
