"""One visit's story over HTTP: who reads it, in which language, and that he did."""

from __future__ import annotations

from tests.helpers.hall_in_a_thread import RunningHall, good, refused


def served(hall: RunningHall) -> dict[str, str]:
    """Serve one visitor and return his ticket."""
    salim, ticket = hall.sign_in(), hall.issue()
    for move in ("call-next", "begin"):
        good(hall.post(f"/counters/1/{move}", salim))
    good(hall.post("/counters/1/finish", salim, {"outcome": "completed"}))
    return dict(ticket)


def test_an_auditor_reads_each_fact_as_a_sentence_in_both_languages(hall: RunningHall) -> None:
    ticket = served(hall)
    story = good(hall.get(f"/visits/{ticket['visit']}/story?lang=en", "auditor"))
    assert [line["kind"] for line in story["lines"]] == [
        "visit_issued", "visit_called", "visit_begun", "visit_finished", "visit_marked"
    ]  # fmt: skip
    plain = [line["sentence"].replace("\u2068", "").replace("\u2069", "") for line in story["lines"]]
    assert plain[0] == f"kiosk issued ticket {ticket['ticket']} for Lands."
    assert plain[1].startswith(f"Salim called {ticket['ticket']} to counter 1; it was next because")
    assert [line["by"] for line in story["lines"]][:4] == ["kiosk", "Salim", "Salim", "Salim"]
    arabic = good(hall.get(f"/visits/{ticket['visit']}/story", "auditor"))
    assert arabic["language"] == "ar"
    assert "نادى \u2068سالم\u2069" in arabic["lines"][1]["sentence"]
    assert arabic["lines"][-1]["kind"] == "story_read", "the second reader sees the first reading"
    assert arabic["lines"][-1]["by"] == "auditor"


def test_a_note_between_agents_is_for_the_hall_head_and_not_for_the_auditor(hall: RunningHall) -> None:
    salim, ticket = hall.sign_in(), hall.issue()
    good(hall.post("/counters/1/call-next", salim))
    body = {"service": "B", "reason": "wrong_service", "note": "has both deeds"}
    good(hall.post("/counters/1/transfer", salim, body))
    path = f"/visits/{ticket['visit']}/story?lang=en"
    assert "has both deeds" in hall.get(path, "head").text
    assert "has both deeds" not in hall.get(path, "auditor").text


def test_visits_are_found_by_day_and_number_and_by_nobody_else(hall: RunningHall) -> None:
    ticket = served(hall)
    found = good(hall.get(f"/visits/of-day?ticket={ticket['ticket'].lower()[:3]}", "auditor"))
    assert [(one["visit"], one["state"]) for one in found["visits"]] == [(ticket["visit"], "finished")]
    assert good(hall.get("/visits/of-day?day=2020-01-05", "head"))["visits"] == []
    refused(hall.get(f"/visits/of-day?ticket={'9' * 21}", "head"), "field_invalid", 422)
    refused(hall.get("/visits/01a21000-8800-7438-96ab-ab4dab87baef/story", "head"), "visit_unknown", 404)
    for role in ("agent", "analyst", "reception", "kiosk"):
        token = hall.tokens.get(role) or hall.sign_in(2, "maryam", "802946")
        assert hall.get("/visits/of-day", token).status_code == 403
