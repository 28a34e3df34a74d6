"""People of the centre in a hall: on the list they have an account, off it none; without a list a lease ends."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import select

from common.accounts.codes import code_hash
from contracts.centre.people_list import PEOPLE, HallPerson, ListedPerson, PeopleList, sign_people
from contracts.centre.settings_document import InboxItem
from contracts.codec.message import replace
from contracts.codec.reader import to_json
from hall.centre.inbox import refused_items, take_items
from hall.people.queries import people_for_centre
from hall.platform.db.tables.core import fact
from hall.platform.db.tables.kept import inbox
from tests.helpers.hall_accounts import PASSWORD, Person
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread

KEY = "settings-key"
CODE = "ABCD-EFGH-JKMN"
LEASE = timedelta(days=7)


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    with hall_in_a_thread(tmp_path) as running:
        yield running


@dataclass
class Centre:
    """The centre as the hall hears it."""

    hall: RunningHall
    number: int = 0

    def lists(self, *people: ListedPerson, at: datetime | None = None, key: str = KEY, name: str = "") -> None:
        """Send a list, of now unless another instant is given."""
        self.number += 1
        found = PeopleList(name or self.hall.hall.store.settings().hall, at or self.now(), LEASE.days, people)
        body = to_json(sign_people(found, key))
        take_items(self.hall.hall.store, [InboxItem(self.number, PEOPLE, body, self.now())], key=KEY)
        self.hall.clock.move_on(seconds=6)  # a known session is looked up again

    def now(self) -> datetime:
        return self.hall.clock.now().at

    def noor(
        self, *, role: str = "head", code: str = "", unit: str = "", changed_at: datetime | None = None
    ) -> ListedPerson:
        """Return Noor as the centre lists her, with an invitation where a code is given."""
        until = self.now() + timedelta(hours=24) if code else None
        changed = changed_at or self.now()
        return ListedPerson("noor", "Noor Said", role, changed, unit, code_hash(code) if code else "", until)


@pytest.fixture
def centre(hall: RunningHall) -> Centre:
    return Centre(hall)


def set_up(centre: Centre, code: str = CODE, **changes: str) -> Person:
    """Let Noor come by a list and set her account up, and return her signed in."""
    hall = centre.hall
    centre.lists(centre.noor(code=code, **changes))
    first = {"name": "noor", "code": code}
    secret = good(hall.post("/accounts/first-password", None, first | {"password": PASSWORD}))["secret"].replace(
        " ", ""
    )
    one = Person(hall, "noor", base64.b32decode(secret + "=" * (-len(secret) % 8)), [])
    assert one.post("/accounts/first-code", first | {"shown": one.code()}).ok
    return one


def account(hall: RunningHall, name: str = "noor") -> dict[str, object]:
    """Return the account as the page of people shows it."""
    return next(one for one in good(hall.get("/accounts", "admin"))["accounts"] if one["name"] == name)


def refusal(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("sign", ["\u202d", "\u202e"])
def test_a_hidden_character_in_one_name_keeps_nobody_out(hall: RunningHall, centre: Centre, sign: str) -> None:
    centre.lists(centre.noor(), ListedPerson("salma", f"{sign}Salma{sign} Ali", "head", centre.now()))
    assert refused_items(hall.hall.store) == ()
    assert (account(hall)["full_name"], account(hall, "salma")["full_name"]) == ("Noor Said", "Salma Ali")


def test_somebody_of_the_list_sets_an_account_up_by_a_link_that_works_once(hall: RunningHall, centre: Centre) -> None:
    noor = set_up(centre)
    assert noor.get("/accounts").ok
    shown = account(hall)
    assert (shown["full_name"], shown["role"], shown["state"], shown["of_centre"]) == (
        "Noor Said",
        "head",
        "ready",
        True,
    )
    # The same list comes again and again: a spent link opens nothing.
    centre.lists(centre.noor(code=CODE))
    first = {"name": "noor", "code": CODE, "password": PASSWORD}
    assert refusal(hall.post("/accounts/first-password", None, first)) == (403, "set_up_refused")
    assert noor.get("/accounts").ok
    # Another link takes password and sessions away.
    centre.lists(centre.noor(code="MNPQ-RSTV-WXYZ"))
    assert noor.get("/accounts").status_code == 401
    assert refusal(noor.sign_in()) == (403, "sign_in_refused")


def test_who_is_on_the_list_no_more_is_out_and_comes_back_with_the_old_password(
    hall: RunningHall, centre: Centre
) -> None:
    noor = set_up(centre)
    centre.lists()
    assert noor.get("/accounts").status_code == 401
    assert refusal(noor.sign_in()) == (403, "sign_in_refused")
    assert account(hall)["state"] == "ended"
    hall.clock.move_on(seconds=120)
    centre.lists(centre.noor())
    assert noor.sign_in().ok


def test_who_stays_listed_with_a_unit_that_is_missing_is_out_until_the_hall_has_it(
    hall: RunningHall, centre: Centre
) -> None:
    before = centre.now()
    noor = set_up(centre)
    centre.lists(centre.noor(role="official", unit="nobody", changed_at=before))
    assert noor.get("/accounts").status_code == 401
    assert refusal(noor.sign_in()) == (403, "account_unit_unknown")
    assert (account(hall)["state"], account(hall)["unit"]) == ("unit_unknown", "nobody")
    hall.clock.move_on(seconds=120)
    centre.lists(centre.noor(changed_at=before))
    assert noor.sign_in().ok
    assert account(hall)["state"] == "ready"


def test_somebody_new_with_a_unit_that_is_missing_is_named_at_both_ends_and_comes_in_once_it_is_there(
    hall: RunningHall, centre: Centre
) -> None:
    centre.lists(centre.noor(role="official", unit="nobody", code=CODE))
    assert account(hall)["state"] == "unit_unknown"
    told = hall.hall.store.reads.read(lambda work, now: people_for_centre(work=work, now=now)).result()
    assert [(one.state, one.of_centre) for one in told if one.name == "noor"] == [("unit_unknown", True)]
    hall.clock.move_on(seconds=120)
    centre.lists(centre.noor(code=CODE))
    assert account(hall)["state"] == "invited"


def test_a_centre_that_was_restored_from_an_older_copy_brings_no_leaver_back(hall: RunningHall, centre: Centre) -> None:
    before = centre.now()
    noor = set_up(centre)
    centre.lists()
    centre.lists(centre.noor(changed_at=before))
    assert refusal(noor.sign_in()) == (403, "sign_in_refused")
    assert account(hall)["state"] == "ended"


@pytest.mark.allow_logs
def test_a_list_that_is_forged_old_or_of_another_hall_changes_nothing(hall: RunningHall, centre: Centre) -> None:
    noor, early = set_up(centre), centre.now() - timedelta(days=1)
    centre.lists(key="stolen")
    centre.lists(at=early)
    centre.lists(name="another")
    assert noor.get("/accounts").ok
    assert [one.kind for one in refused_items(hall.hall.store)] == [PEOPLE] * 3
    assert not any("Noor" in one.problem for one in refused_items(hall.hall.store))


@pytest.mark.allow_logs
def test_a_list_of_a_centre_whose_clock_is_ahead_does_not_stand_in_the_way_of_the_next(
    hall: RunningHall, centre: Centre
) -> None:
    noor = set_up(centre)
    centre.lists(centre.noor(), at=centre.now() + timedelta(days=30))
    assert [one.kind for one in refused_items(hall.hall.store)] == [PEOPLE]
    centre.lists()
    assert noor.get("/accounts").status_code == 401


def test_without_word_from_the_centre_the_lease_ends_and_accounts_of_the_hall_stay(
    hall: RunningHall, centre: Centre
) -> None:
    noor = set_up(centre)
    hall.clock.move_on(seconds=LEASE.total_seconds() - 3600)
    assert noor.sign_in().ok
    hall.clock.move_on(seconds=3600)
    assert noor.get("/accounts").status_code == 401
    assert refusal(noor.sign_in()) == (403, "account_unconfirmed")
    assert account(hall)["state"] == "unconfirmed"
    # With a wrong password the answer is the usual one.
    assert refusal(noor.sign_in(password="another quiet lamp by the sea")) == (403, "sign_in_refused")
    centre.lists(centre.noor())
    hall.clock.move_on(seconds=120)
    assert noor.sign_in().ok


def test_the_hall_locks_a_person_of_the_centre_and_gives_no_other_role(hall: RunningHall, centre: Centre) -> None:
    noor = set_up(centre)
    assert refusal(hall.post("/accounts/noor/role", "admin", {"role": "analyst", "unit": ""})) == (
        409,
        "role_of_centre",
    )
    assert hall.post("/accounts/noor/end", "admin").ok
    hall.clock.move_on(seconds=6)
    assert noor.get("/accounts").status_code == 401
    assert refusal(noor.sign_in()) == (403, "locked_here")
    centre.lists(centre.noor())
    assert account(hall)["state"] == "locked_here"
    assert good(hall.post("/accounts/noor/invite-again", "admin"))["code"] == ""
    hall.clock.move_on(seconds=120)
    assert noor.sign_in().ok


def test_a_name_of_the_hall_is_never_joined_and_a_unit_must_be_there(hall: RunningHall, centre: Centre) -> None:
    assert hall.post("/accounts", "admin", {"name": "noor", "full_name": "Noor of the hall", "role": "analyst"}).ok
    centre.lists(centre.noor(), replace(centre.noor(role="official", unit="nobody"), name="huda"))
    states = {one["name"]: one["state"] for one in good(hall.get("/accounts", "admin"))["accounts"]}
    assert (account(hall)["full_name"], account(hall)["of_centre"]) == ("Noor of the hall", False)
    assert states["huda"] == "unit_unknown"
    centre.lists()
    assert account(hall)["state"] == "invited"


def test_another_role_ends_the_sessions(hall: RunningHall, centre: Centre) -> None:
    noor = set_up(centre)
    centre.lists(centre.noor(role="analyst"))
    assert noor.get("/accounts").status_code == 401
    assert account(hall)["role"] == "analyst"


def test_full_names_lie_in_the_accounts_alone_and_facts_say_what_was_done(hall: RunningHall, centre: Centre) -> None:
    set_up(centre)
    centre.lists()
    with hall.hall.store.engine.connect() as connection:
        bodies = [str(row) for row in connection.execute(select(fact))]
        kept = connection.execute(select(inbox.c.body)).scalars().all()
    assert not any("Noor Said" in one for one in bodies)
    assert set(kept) == {"{}"}
    acts = [act for act in ("added", "set_up", "ended") if any(f'"{act}"' in one and "noor" in one for one in bodies)]
    assert acts == ["added", "set_up", "ended"]


def test_the_centre_is_told_of_accounts_that_have_not_ended(hall: RunningHall, centre: Centre) -> None:
    set_up(centre)
    told = hall.hall.store.reads.read(lambda work, now: people_for_centre(work=work, now=now)).result()
    seen = next(one for one in told if one.name == "noor")
    assert (seen.full_name, seen.role, seen.state, seen.of_centre) == ("Noor Said", "head", "ready", True)
    assert seen.signed_in_at is not None
    centre.lists()
    told = hall.hall.store.reads.read(lambda work, now: people_for_centre(work=work, now=now)).result()
    assert all(isinstance(one, HallPerson) and one.name != "noor" for one in told)
