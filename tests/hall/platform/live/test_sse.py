"""Server-sent events as bytes, and where a client stands."""

from __future__ import annotations

import pytest

from hall.platform.live import sse


def test_an_event_has_its_id_its_kind_and_one_line() -> None:
    body = sse.json_line({"text": "دور\nsecond"})
    assert b"\n" not in body
    assert sse.event("fact", "9f2c:41", body) == b"id: 9f2c:41\nevent: fact\ndata: " + body + b"\n\n"


def test_the_comment_is_no_event() -> None:
    assert sse.COMMENT.startswith(b":")
    assert sse.COMMENT.endswith(b"\n\n")


@pytest.mark.parametrize(
    ("last", "since", "expected"),
    [
        ("s1:41", None, ("s1", 41)),
        ("s1:41", "7", ("s1", 41)),
        (None, "7", ("s1", 7)),
        (None, "s0:7", ("s0", 7)),
        (None, None, None),
        ("", "", None),
        ("yesterday", None, None),
        ("s1:-1", None, None),
        ("s1:" + "9" * 200, None, None),
        ("٤١", None, None),
    ],
)
def test_where_a_client_stands(last: str | None, since: str | None, expected: tuple[str, int] | None) -> None:
    assert sse.position(last, since, "s1") == expected
