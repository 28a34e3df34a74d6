from __future__ import annotations

import re

from counter_client.notices import NOTICES
from counter_client.refusals import SENTENCES

KNOWN = {"ticket", "keys", "day", "seconds", "minutes"}
"""What a notice can name."""


def test_a_notice_names_only_what_it_can_know() -> None:
    assert len(NOTICES) > 30
    for code, text in NOTICES.items():
        assert set(re.findall(r"\{(\w+)\}", text)) <= KNOWN, code


def test_no_code_is_a_notice_and_a_refusal() -> None:
    assert set(NOTICES) & set(SENTENCES) == set()


def test_a_notice_is_a_whole_sentence() -> None:
    for code, text in NOTICES.items():
        assert text[-1] in ".!?", code
