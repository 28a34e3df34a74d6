from __future__ import annotations

import pytest

from contracts.codec.reader import to_json
from contracts.words.hall import LaneReason, Outcome
from counter_client.state import hall_command
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.state import FinishDraft, Paper, Sheet, SheetKind

MISSING = Sheet(
    SheetKind.MISSING,
    ticket="A047",
    service="A",
    finish=FinishDraft(missing=("سند الملكية",), quantity=2),
    note=" site plan ",
)

TABLE: list[tuple[Post, str, object]] = [
    (hall_command.call_next(3), "/counters/3/call-next", {"sure": False, "auto": False, "pressed": True}),
    (hall_command.call_next(3, auto=True), "/counters/3/call-next", {"auto": True, "pressed": False}),
    (hall_command.plain(Action.RECALL, 3), "/counters/3/recall", None),
    (hall_command.look(3, ticket="A047"), "/counters/3/recall", {"look": True}),
    (hall_command.begin(3, ticket="A047"), "/counters/3/begin", {"pressed": True}),
    (hall_command.plain(Action.NO_SHOW, 3), "/counters/3/no-show", None),
    (hall_command.plain(Action.RETURN, 3), "/counters/3/return", None),
    (hall_command.park(3, 20, ticket="A047"), "/counters/3/park", {"remind_in_min": 20, "note": None}),
    (hall_command.plain(Action.NO_BREAK, 3), "/counters/3/resume-work", None),
    (hall_command.plain(Action.RESUME_WORK, 3), "/counters/3/resume-work", None),
    (hall_command.plain(Action.SIGN_OUT, 3), "/counters/3/sign-out", None),
    (hall_command.sign_in(3, "said", "471829"), "/counters/3/sign-in", {"agent": "said", "pin": "471829"}),
    (
        hall_command.finish(3, Outcome.REFERRED, ticket="A047"),
        "/counters/3/finish",
        {"outcome": "referred", "topics": [], "request": None, "requests": [], "receipt": True},
    ),
    (
        hall_command.pause(3, "prayer", 15, after_visit=False, ask_first=True),
        "/counters/3/break",
        {"reason": "prayer", "minutes": 15, "unless_last": True, "in_turn": True},
    ),
    (
        hall_command.documents_missing(3, MISSING, receipt=False),
        "/counters/3/finish",
        {
            "outcome": "documents_missing",
            "missing": ["سند الملكية", "site plan"],
            "transactions": [{"quantity": 2, "service": None, "topic": None}],
        },
    ),
    (
        hall_command.go_on(3, "B", ticket="A047", quantity=3),
        "/counters/3/continue",
        {"service": "B", "outcome": "completed", "transactions": [{"quantity": 3, "service": None, "topic": None}]},
    ),
    (hall_command.print_again(Paper(visit="v1")), "/visits/v1/return-slip", None),
    (hall_command.print_again(Paper(request="2026-17")), "/requests/2026-17/receipt", None),
    (
        hall_command.walk_up(3, "B", "other"),
        "/counters/3/walk-up",
        {"service": "B", "reason": "other", "visitor_kind": None},
    ),
    (
        hall_command.call_chosen(3, "v1", "other", ticket="A047"),
        "/counters/3/call",
        {"visit": "v1", "reason": "other", "pressed": True},
    ),
    (hall_command.resume(3, "v1", ticket="A047"), "/counters/3/resume", {"visit": "v1"}),
    (
        hall_command.give_priority("v1", LaneReason.ASKED, ticket="A047"),
        "/visits/v1/lane",
        {"lane": "priority", "reason": "asked"},
    ),
    (
        hall_command.take_priority("v1", LaneReason.CORRECTED, ticket="A047"),
        "/visits/v1/lane",
        {"lane": "standard", "reason": "corrected"},
    ),
    (hall_command.reinstate("v1", None, ticket="A047"), "/visits/v1/reinstate", {"reason": None}),
    (hall_command.undo("v1", ticket="A047"), "/visits/v1/undo", None),
]


@pytest.mark.parametrize(("post", "path", "body"), TABLE, ids=[path for _, path, _ in TABLE])
def test_each_command_has_its_path_and_body(post: Post, path: str, body: object) -> None:
    assert post.path == path
    sent = to_json(post.body)
    if not isinstance(body, dict) or not isinstance(sent, dict):
        assert sent == body
        return
    assert body.items() <= sent.items()
    assert not any(value for name, value in sent.items() if name not in body)


def test_equal_wishes_are_equal_posts() -> None:
    assert hall_command.finish(3, Outcome.COMPLETED, ticket="A1") == hall_command.finish(
        3, Outcome.COMPLETED, ticket="A1"
    )
    assert hall_command.finish(3, Outcome.COMPLETED, ticket="A1") != hall_command.finish(
        3, Outcome.REFERRED, ticket="A1"
    )


def test_the_next_service_elsewhere_ends_this_one_with_what_was_done() -> None:
    body = to_json(hall_command.go_on_elsewhere(3, "B", ticket="A047", quantity=3).body)
    assert (body["service"], body["outcome"]) == ("B", "completed")
    assert [one["quantity"] for one in body["transactions"]] == [3]
