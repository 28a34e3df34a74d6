"""Who a request comes from."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from hall.kernel.callers import Enrolled
from hall.kernel.moment import Moment
from hall.platform.refusals import OriginRefusedError, TokenMissingError, TokenUnknownError
from hall.platform.security.access import Caller, Role
from hall.platform.security.authentication import REMEMBERED, REMEMBERED_S, RENEWED_S, Authenticator, session_hash
from hall.platform.security.secret import token_hash

NINE = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


def moment(at: datetime = NINE, after_s: float = 0) -> Moment:
    return Moment(at, int(after_s * 1e9), "b1")


PAGE = {"origin": "http://hall:8080", "host": "hall:8080"}


class Book:
    """A token table of memory that counts how often it was asked."""

    def __init__(self, **owners: Enrolled) -> None:
        self.owners = {token_hash(token): owner for token, owner in owners.items()}
        self.asked = 0

    async def look_up(self, hashed: str) -> Enrolled | None:
        self.asked += 1
        await asyncio.sleep(0)
        return self.owners.get(hashed)


BOOK = {
    "k": Enrolled("kiosk", "main door", device="dev1"),
    "a": Enrolled("agent", "salim", 3, "sess1"),
    "h": Enrolled("head", "head"),
}


def gate_of(book: Book) -> Authenticator:
    return Authenticator(book.look_up)


def ask(
    authenticator: Authenticator,
    headers: dict[str, str],
    cookie: str | None = None,
    *,
    at: datetime = NINE,
    unsafe: bool = False,
) -> Caller:
    return asyncio.run(authenticator.of_request(headers, cookie, moment(at), unsafe=unsafe))


def test_a_token_gives_its_role_and_what_it_is_bound_to() -> None:
    caller = ask(gate_of(Book(**BOOK)), {"authorization": "Bearer a"})
    assert caller == Caller(Role.AGENT, "salim", token_hash("a"), 3, "sess1")


def test_a_device_goes_by_its_id_and_not_by_what_people_call_it() -> None:
    assert ask(gate_of(Book(**BOOK)), {"authorization": "Bearer k"}).name == "dev1"


@pytest.mark.parametrize("header", ["Bearer nobody", "Basic k", "k extra", "Bearer k k"])
def test_a_token_that_is_not_ours_is_refused(header: str) -> None:
    with pytest.raises(TokenUnknownError):
        ask(gate_of(Book(**BOOK)), {"authorization": header})


@pytest.mark.parametrize("headers", [{}, {"authorization": ""}, {"authorization": "Bearer "}])
def test_no_token_is_missing_not_unknown(headers: dict[str, str]) -> None:
    with pytest.raises(TokenMissingError):
        ask(gate_of(Book(**BOOK)), headers)


def test_a_known_token_is_not_looked_up_again_until_one_was_withdrawn() -> None:
    book = Book(**BOOK)
    authenticator = gate_of(book)
    for _ in range(5):
        ask(authenticator, {"authorization": "Bearer k"})
    assert book.asked == 1
    book.owners.clear()
    authenticator.forget()
    with pytest.raises(TokenUnknownError):
        ask(authenticator, {"authorization": "Bearer k"})


def test_a_token_withdrawn_in_the_database_is_unknown_after_five_seconds() -> None:
    book = Book(**BOOK)
    authenticator = gate_of(book)

    async def story() -> None:
        await authenticator.of_token("k", moment(after_s=0))
        book.owners.clear()
        assert (await authenticator.of_token("k", moment(after_s=REMEMBERED_S - 0.1))).role is Role.KIOSK
        with pytest.raises(TokenUnknownError):
            await authenticator.of_token("k", moment(after_s=REMEMBERED_S))

    asyncio.run(story())


class LongBook(Book):
    """A token table that says when it has been asked `until` times, and may be away."""

    def __init__(self, until: int, **owners: Enrolled) -> None:
        super().__init__(**owners)
        self.away = False
        self.done = asyncio.Event()
        self._until = until

    async def look_up(self, hashed: str) -> Enrolled | None:
        found = await super().look_up(hashed)
        if self.asked == self._until:
            self.done.set()
        if self.away:
            raise ConnectionError("away")
        return found


LATE_S = REMEMBERED_S - RENEWED_S + 0.1


def test_tokens_in_use_are_asked_for_again_beside_their_requests() -> None:
    async def story() -> None:
        book = LongBook(4, **BOOK)
        authenticator = gate_of(book)
        for token in ("k", "a"):
            await authenticator.of_token(token, moment())
        for token in ("k", "a", "k"):
            await authenticator.of_token(token, moment(after_s=LATE_S))
        assert book.asked == 2, "no request waits for it"
        await asyncio.wait_for(book.done.wait(), 20)
        book.owners.clear()
        assert (await authenticator.of_token("a", moment(after_s=REMEMBERED_S + 1))).role is Role.AGENT
        with pytest.raises(TokenUnknownError):
            await authenticator.of_token("a", moment(after_s=LATE_S + REMEMBERED_S))

    asyncio.run(story())


def test_a_token_withdrawn_in_the_database_is_unknown_as_soon_as_it_is_asked_for_again() -> None:
    async def story() -> None:
        book = LongBook(2, **BOOK)
        authenticator = gate_of(book)
        await authenticator.of_token("k", moment())
        book.owners.clear()
        await authenticator.of_token("k", moment(after_s=LATE_S))
        await asyncio.wait_for(book.done.wait(), 20)
        with pytest.raises(TokenUnknownError):
            await authenticator.of_token("k", moment(after_s=LATE_S))

    asyncio.run(story())


def test_a_database_that_is_away_is_no_fault_of_a_token_that_is_believed() -> None:
    async def story() -> None:
        book = LongBook(2, **BOOK)
        authenticator = Authenticator(book.look_up, (ConnectionError,))
        await authenticator.of_token("k", moment())
        book.away = True
        await authenticator.of_token("k", moment(after_s=LATE_S))
        await asyncio.wait_for(book.done.wait(), 20)
        assert (await authenticator.of_token("k", moment(after_s=LATE_S))).role is Role.KIOSK
        with pytest.raises(ConnectionError):
            await authenticator.of_token("k", moment(after_s=REMEMBERED_S))

    asyncio.run(story())


def test_a_token_withdrawn_while_it_is_looked_up_is_not_remembered() -> None:
    book = Book(**BOOK)
    authenticator = gate_of(book)

    async def story() -> None:
        asking = asyncio.ensure_future(authenticator.of_token("k", moment()))
        await asyncio.sleep(0)
        book.owners.clear()
        authenticator.forget()
        with pytest.raises(TokenUnknownError):
            await asking
        with pytest.raises(TokenUnknownError):
            await authenticator.of_token("k", moment())

    asyncio.run(story())


def test_who_came_in_may_stay_until_the_token_is_withdrawn() -> None:
    book = Book(**BOOK)
    authenticator = gate_of(book)

    async def story() -> None:
        caller = await authenticator.of_token("k", moment())
        assert await authenticator.still_knows(caller, moment(after_s=60))
        book.owners.clear()
        authenticator.forget()
        assert not await authenticator.still_knows(caller, moment(after_s=61))

    asyncio.run(story())


def test_no_more_tokens_are_remembered_than_the_limit() -> None:
    book = Book(**{f"t{n}": Enrolled("board", f"b{n}") for n in range(REMEMBERED + 10)})
    authenticator = gate_of(book)

    async def story() -> None:
        for n in range(REMEMBERED + 10):
            await authenticator.of_token(f"t{n}", moment())

    asyncio.run(story())
    assert len(authenticator._known) == REMEMBERED


def with_session() -> Authenticator:
    """A authenticator whose book also knows the browser session of the cookie `c`."""
    book = Book(**BOOK)
    book.owners[session_hash("c")] = Enrolled("head", "head")
    return gate_of(book)


def test_the_cookie_stands_for_its_session() -> None:
    assert ask(with_session(), {}, "c").role is Role.HEAD


@pytest.mark.parametrize("cookie", ["", "x", "h", token_hash("h"), "é"])
def test_a_cookie_without_a_session_is_refused(cookie: str) -> None:
    with pytest.raises((TokenUnknownError, TokenMissingError)):
        ask(with_session(), {}, cookie)


def test_a_cookie_is_no_bearer_token() -> None:
    with pytest.raises(TokenUnknownError):
        ask(with_session(), {"authorization": "Bearer c"})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"host": "hall:8080"},
        PAGE | {"origin": "http://evil"},
        PAGE | {"origin": "http://hall:9999"},
        PAGE | {"origin": "null"},
    ],
)
def test_a_command_by_cookie_from_a_foreign_page_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(OriginRefusedError):
        ask(with_session(), headers, "c", unsafe=True)


def test_a_command_by_cookie_from_the_halls_own_page_is_heard() -> None:
    assert ask(with_session(), PAGE, "c", unsafe=True).role is Role.HEAD


def test_a_bearer_token_needs_no_origin() -> None:
    assert ask(gate_of(Book(**BOOK)), {"authorization": "bearer h"}, unsafe=True).role is Role.HEAD
