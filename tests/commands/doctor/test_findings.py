"""Doctor's page."""

from __future__ import annotations

from commands.doctor.findings import as_json, failed, page, passed, warned


def test_the_page_counts_and_says_what_to_do() -> None:
    text = page([passed("a", "fine"), warned("b", "so so", "Look."), failed("c", "bad", "Repair.")])
    assert text.endswith("1 of 3 checks passed, 1 failed.")
    assert "→ Repair." in text
    assert text.index("→ Look.") < text.index("FAIL")


def test_a_script_gets_the_same() -> None:
    assert as_json([failed("c", "bad", "Repair.")]) == [
        {"what": "c", "verdict": "FAIL", "seen": "bad", "to_do": "Repair."}
    ]
