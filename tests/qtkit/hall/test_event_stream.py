from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtkit.hall import event_stream
from qtkit.hall.event_stream import EventReader, EventStreamError, ServerEvent

TEXT = st.text(st.characters(blacklist_characters="\r\n\0", blacklist_categories=["Cs"]), max_size=20)
EVENT = st.tuples(
    TEXT.filter(lambda t: t.strip() == t), st.sampled_from(["snapshot", "fact"]), st.lists(TEXT, min_size=1, max_size=3)
)


def written(events: list[tuple[str, str, list[str]]], end: str) -> bytes:
    lines: list[str] = []
    for number, kind, data in events:
        lines += [f"id: {number}", f"event: {kind}", *[f"data: {line}" for line in data], "", ": alive", ""]
    return (end.join(lines) + end).encode()


@given(st.lists(EVENT, max_size=4), st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_events_are_the_same_wherever_the_chunks_are_cut(
    events: list[tuple[str, str, list[str]]], end: str, data: st.DataObject
) -> None:
    stream = written(events, end)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=8)))
    reader, read = EventReader(), []
    for start, stop in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        read += reader.feed(stream[start:stop])
    assert read == [ServerEvent(kind, "\n".join(lines), number) for number, kind, lines in events]


@given(st.lists(EVENT, min_size=1, max_size=3))
def test_one_byte_at_a_time_reads_the_same(events: list[tuple[str, str, list[str]]]) -> None:
    stream = written(events, "\r\n")
    reader = EventReader()
    read = [event for at in range(len(stream)) for event in reader.feed(stream[at : at + 1])]
    assert read == EventReader().feed(stream)
    assert reader.last_event_id == events[-1][0]


def test_an_event_that_was_cut_off_does_not_move_the_number() -> None:
    reader = EventReader("s:3")
    assert reader.feed(b"id: s:4\nevent: fact\ndata: {}\n") == []
    assert reader.last_event_id == "s:3"


def test_an_id_without_data_moves_the_number_and_is_no_event() -> None:
    reader = EventReader()
    assert reader.feed(b"id: s:9\n\n") == []
    assert reader.last_event_id == "s:9"


@pytest.mark.parametrize("line", [b": comment", b"retry: 1000", b"tomorrow: x", b"novalue", b"id: a\0b"])
def test_lines_that_mean_nothing_here_are_passed_over(line: bytes) -> None:
    assert EventReader().feed(line + b"\ndata: x\n\n") == [ServerEvent("message", "x", "")]


def test_a_byte_order_mark_and_broken_utf8_do_not_stop_the_stream() -> None:
    events = EventReader().feed(b"\xef\xbb\xbfdata: a\n\ndata: \xff\n\n")
    assert [event.data for event in events] == ["a", "\ufffd"]


def test_a_line_without_end_is_refused_instead_of_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "MAX_PENDING_CHARACTERS", 100)
    reader = EventReader()
    reader.feed(b"data: " + b"x" * 90)
    with pytest.raises(EventStreamError, match="more than 100 characters"):
        reader.feed(b"y" * 20)
