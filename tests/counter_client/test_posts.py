from __future__ import annotations

import pytest

from contracts.codec import to_json
from contracts.hall_words import LaneReason, Outcome
from counter_client import posts
from counter_client.actions import Action
from counter_client.inputs import FinishDraft, Paper, Sheet, SheetKind
from counter_client.posts import Post

MISSING = Sheet(
    SheetKind.MISSING,
    ticket="A047",
    service="A",
    finish=FinishDraft(missing=("سند الملكية",), quantity=2),
    note=" site plan ",
)

TABLE: list[tuple[Post, str, object]] = [
    (posts.call_next(3), "/counters/3/call-next", {"sure": False, "auto": False, "pressed": True}),
    (posts.call_next(3, auto=True), "/counters/3/call-next", {"auto": True, "pressed": False}),
    (posts.plain(Action.RECALL, 3), "/counters/3/recall", None),
    (posts.look(3, ticket="A047"), "/counters/3/recall", {"look": True}),
    (posts.begin(3, ticket="A047"), "/counters/3/begin", {"pressed": True}),
    (posts.plain(Action.NO_SHOW, 3), "/counters/3/no-show", None),
    (posts.plain(Action.RETURN, 3), "/counters/3/return", None),
    (posts.park(3, 20, ticket="A047"), "/counters/3/park", {"remind_in_min": 20, "note": None}),
    (posts.plain(Action.NO_BREAK, 3), "/counters/3/resume-work", None),
    (posts.plain(Action.RESUME_WORK, 3), "/counters/3/resume-work", None),
    (posts.plain(Action.SIGN_OUT, 3), "/counters/3/sign-out", None),
    (posts.sign_in(3, "said", "4711"), "/counters/3/sign-in", {"agent": "said", "pin": "4711"}),
    (
        posts.finish(3, Outcome.REFERRED, ticket="A047"),
        "/counters/3/finish",
        {"outcome": "referred", "topics": [], "request": None, "requests": [], "receipt": True},
    ),
    (
        posts.pause(3, "prayer", 15, after_visit=False, ask_first=True),
        "/counters/3/break",
        {"reason": "prayer", "minutes": 15, "unless_last": True, "in_turn": True},
    ),
    (
        posts.documents_missing(3, MISSING, receipt=False),
        "/counters/3/finish",
        {
            "outcome": "documents_missing",
            "missing": ["سند الملكية", "site plan"],
            "transactions": [{"quantity": 2, "service": None, "topic": None}],
        },
    ),
    (
        posts.go_on(3, "B", ticket="A047", quantity=3),
        "/counters/3/continue",
        {"service": "B", "outcome": "completed", "transactions": [{"quantity": 3, "service": None, "topic": None}]},
    ),
    (posts.print_again(Paper(visit="v1")), "/visits/v1/return-slip", None),
    (posts.print_again(Paper(request="2026-17")), "/requests/2026-17/receipt", None),
    (
        posts.walk_up(3, "B", "other"),
        "/counters/3/walk-up",
        {"service": "B", "reason": "other", "visitor_kind": None},
    ),
    (
        posts.call_chosen(3, "v1", "other", ticket="A047"),
        "/counters/3/call",
        {"visit": "v1", "reason": "other", "pressed": True},
    ),
    (posts.resume(3, "v1", ticket="A047"), "/counters/3/resume", {"visit": "v1"}),
    (
        posts.give_priority("v1", LaneReason.ASKED, ticket="A047"),
        "/visits/v1/lane",
        {"lane": "priority", "reason": "asked"},
    ),
    (
        posts.take_priority("v1", LaneReason.CORRECTED, ticket="A047"),
        "/visits/v1/lane",
        {"lane": "standard", "reason": "corrected"},
    ),
    (posts.reinstate("v1", None, ticket="A047"), "/visits/v1/reinstate", {"reason": None}),
    (posts.undo("v1", ticket="A047"), "/visits/v1/undo", None),
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
    assert posts.finish(3, Outcome.COMPLETED, ticket="A1") == posts.finish(3, Outcome.COMPLETED, ticket="A1")
    assert posts.finish(3, Outcome.COMPLETED, ticket="A1") != posts.finish(3, Outcome.REFERRED, ticket="A1")


def test_the_next_service_elsewhere_ends_this_one_with_what_was_done() -> None:
    body = to_json(posts.go_on_elsewhere(3, "B", ticket="A047", quantity=3).body)
    assert (body["service"], body["outcome"]) == ("B", "completed")
    assert [one["quantity"] for one in body["transactions"]] == [3]
