from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from counter_client.texts.notices import NOTICES
from counter_client.texts.refusals import SENTENCES
from qtkit.language.catalogues import I18N, compiled

KNOWN = {"ticket", "keys", "day", "seconds", "minutes", "target"}
"""What a notice can name."""


def test_a_notice_names_only_what_it_can_know() -> None:
    assert len(NOTICES) > 30
    for code, text in NOTICES.items():
        assert set(re.findall(r"\{(\w+)\}", text)) <= KNOWN, code


def test_no_code_is_a_notice_and_a_refusal() -> None:
    assert set(NOTICES) & set(SENTENCES) == set()


WARNINGS = (
    "no_answer", "session_ended", "auto_call", "ask_begin", "ask_still_serving", "reminder", "unknown_step",
    "choose_row", "choose_target", "choose_reason", "choose_missing", "write_text", "write_number", "write_latin",
    "write_phone", "write_mobile", "paper_failed", "paper_in_doubt", "training_over", "device_elsewhere",
    "hot_key_taken", "hot_key_missing", "hot_key_wayland", "hot_key_desktop",
)  # fmt: skip
"""What an agent must act on."""


@pytest.mark.process
def test_a_warning_tells_what_happened_and_what_to_do_next(tmp_path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(compiled(I18N / "counter_ar.ts", tmp_path)))
    for code in WARNINGS:
        for text in (NOTICES[code], translator.translate("counter", NOTICES[code])):
            assert len(re.findall(r"[.?!؟](?=\s|$)", text)) >= 2, (code, text)


def test_a_notice_is_a_whole_sentence() -> None:
    for code, text in NOTICES.items():
        assert text[-1] in ".!?", code
