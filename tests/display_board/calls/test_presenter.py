from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contracts.day.closures import ClosingNow
from contracts.settings.hall_view import CounterView
from contracts.settings.kiosks import ZoneView
from contracts.words.closures import ClosureReason
from display_board.calls.announcing import Announcement
from display_board.calls.presenter import BoardInputs, NowCallingView, derive_now_calling
from display_board.calls.state import BoardState, call_key, from_snapshot
from tests.display_board.helpers.example import call, snapshot
from tests.helpers.replacing import replace


def tickets(view: NowCallingView) -> list[str]:
    return [line.ticket for line in view.lines]


def state() -> BoardState:
    calls = [call("A003", 3, at_s=30), call("A002", 2, at_s=20)]
    return from_snapshot(snapshot(calls, [call("B001", 1, at_s=10)]))


def test_before_the_first_snapshot_the_board_connects() -> None:
    view = derive_now_calling(BoardInputs())
    assert (view.large, view.lines, view.mark) == (None, (), "connecting")


def test_the_newest_call_is_large_and_the_others_are_listed() -> None:
    view = derive_now_calling(BoardInputs(state(), online=True))
    assert view.large is not None
    assert (view.large.ticket, view.large.counter, view.large.awaited) == ("A003", 3, True)
    assert tickets(view) == ["A002", "B001"]
    assert [line.awaited for line in view.lines] == [True, False]
    assert view.flash is None


def test_a_newer_answered_call_stays_large() -> None:
    known = from_snapshot(snapshot([call("A002", 2, at_s=20)], [call("B001", 1, at_s=40)]))
    view = derive_now_calling(BoardInputs(known))
    assert view.large is not None
    assert (view.large.ticket, view.large.awaited) == ("B001", False)
    assert tickets(view) == ["A002"]


def test_the_call_announced_now_is_large_and_flashes() -> None:
    announced = Announcement(9, call("A002", 2, at_s=20))
    view = derive_now_calling(BoardInputs(state(), announced=announced))
    assert view.large is not None
    assert view.large.ticket == "A002"
    assert view.flash == call_key(announced.call)
    assert tickets(view) == ["A003", "B001"]


def test_a_call_answered_while_it_is_announced_is_still_large() -> None:
    view = derive_now_calling(BoardInputs(state(), announced=Announcement(9, call("C009", 9))))
    assert view.large is not None
    assert (view.large.ticket, view.large.awaited) == ("C009", False)


def test_services_are_named() -> None:
    view = derive_now_calling(BoardInputs(state()))
    assert view.large is not None
    assert view.large.services == {"ar": "المساعدات السكنية", "en": "Housing assistance"}


ROOM = {"ar": "مكتب المدير", "en": "Director's office"}


def in_room(names: dict[str, str], *, plain: bool = False) -> dict[str, str]:
    known = state()
    assert known.hall is not None
    counters = (CounterView(3, names, ("A",), room=True), CounterView(2, ROOM, ("A",)))
    view = derive_now_calling(
        BoardInputs(replace(known, hall=replace(known.hall, counters=counters)), numbers_only=plain)
    )
    assert view.large is not None
    assert "en" not in view.lines[0].services or view.lines[0].services["en"] != ROOM["en"], "no official's room"
    return view.large.services


def test_the_room_of_an_official_is_named_with_the_call() -> None:
    assert in_room(ROOM) == ROOM
    assert in_room({"ar": "٣", "en": "3"})["en"] == "Housing assistance", "a number says nothing more"
    assert in_room(ROOM, plain=True) == {}


def test_more_awaited_calls_than_rows_turn_pages_until_each_was_seen() -> None:
    calls = [call(f"A{n:03}", n, at_s=n) for n in range(1, 11)]
    inputs = BoardInputs(from_snapshot(snapshot(calls, [call("B001", 1)])), rows=4)
    seen: set[str] = set()
    for page in range(3):
        view = derive_now_calling(replace(inputs, page=page))
        assert view.pages == 3
        seen |= set(tickets(view))
    assert seen == {f"A{n:03}" for n in range(1, 10)} | {"B001"}


@pytest.mark.parametrize(
    ("online", "refused", "mark"),
    [
        (True, None, ""),
        (False, None, "cut_off"),
        (None, None, "cut_off"),
        (False, "token_unknown", "refused"),
        (False, "certificate_refused", "wrong_certificate"),
    ],
)
def test_a_mark_says_how_the_link_is(online: bool | None, refused: str | None, mark: str) -> None:
    assert derive_now_calling(BoardInputs(state(), online=online, refused=refused)).mark == mark


def test_a_cut_leaves_the_last_calls() -> None:
    view = derive_now_calling(BoardInputs(state(), online=False))
    assert view.large is not None
    assert tickets(view) == ["A002", "B001"]


def test_the_keys_of_all_that_is_on_the_screen_are_told() -> None:
    view = derive_now_calling(BoardInputs(state(), rows=1))
    assert {key[0] for key in view.visible} == {"v-A003", "v-A002"}


def test_numbers_stand_alone_where_it_is_set_and_in_a_premium_hall() -> None:
    given = snapshot([call("A001", 1), call("A002", 2)])
    premium = replace(given, hall=replace(given.hall, site_kind="premium_hall"))
    for inputs in (
        BoardInputs(from_snapshot(given), online=True, numbers_only=True),
        BoardInputs(from_snapshot(premium), online=True),
    ):
        view = derive_now_calling(inputs)
        assert view.large is not None
        assert [line.services for line in (view.large, *view.lines)] == [{}, {}]
        assert view.notices == ()
        assert view.hall_names["en"] == "Muscat hall"


def test_a_premium_zones_calls_are_numbers_alone_on_every_board() -> None:
    known = state()
    assert known.hall is not None
    zone = ZoneView("premium", {"en": "Premium"}, "premium", {})
    services = tuple(replace(one, zone="premium") if one.code == "B" else one for one in known.hall.services)
    hall = replace(known.hall, zones=(zone,), services=services)
    lines = derive_now_calling(BoardInputs(replace(known, hall=hall))).lines
    assert {line.ticket: bool(line.services) for line in lines} == {"A002": True, "B001": False}


def test_while_the_hall_is_closed_suddenly_only_a_call_that_still_stands_is_large() -> None:
    closing = ClosingNow(ClosureReason.STORM, datetime(2026, 12, 1, tzinfo=UTC))
    open_hall = state()
    assert open_hall.hall is not None
    closed = replace(open_hall, hall=replace(open_hall.hall, closing=closing))
    large = derive_now_calling(BoardInputs(closed)).large
    assert large is not None
    assert large.awaited is True
    over = derive_now_calling(BoardInputs(replace(closed, calls=())))
    assert (over.large, over.closed) == (None, True)
    assert over.numbers_kept
    assert derive_now_calling(BoardInputs(replace(open_hall, calls=()))).large is not None


def test_after_the_close_of_the_day_no_old_number_is_large_and_none_is_said_to_be_kept() -> None:
    known = replace(state(), calls=())
    assert known.recent
    assert known.hall is not None
    closed = replace(known.hall, day=replace(known.hall.day, state="closed", reason="closed_by_hand"))
    view = derive_now_calling(BoardInputs(replace(known, hall=closed)))
    assert (view.large, view.closed, view.numbers_kept) == (None, True, False)
    over = replace(known.hall, day=replace(known.hall.day, state="over"))
    assert derive_now_calling(BoardInputs(replace(known, hall=over))).large is not None
