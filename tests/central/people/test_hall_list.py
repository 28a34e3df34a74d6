"""The list of people that a hall gets: who is on it, in which role, and when it goes out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select

from central.errors import ForbiddenError
from central.halls import registry
from central.halls.heartbeats import note_live
from central.people.hall_list import CONFIRMED_EVERY, confirm, people_list
from central.people.hall_roles import give_hall_role, invite_to_hall, take_hall_role
from central.people.people import add_person, bring_back, disable
from central.store.tables.downlink import inbox
from common.accounts.codes import code_hash
from contracts.centre.people_list import PEOPLE, ListedPerson
from contracts.centre.sync_api import LiveFigures
from tests.central.conftest import NOW

BY = "keeper"


@pytest.fixture
def halls(engine: Engine) -> Engine:
    """Give halls 1 and 2 in Muscat and hall 3 in Dhofar, and Noor, who works in halls only."""
    for name, governorate in (("1", "muscat"), ("2", "muscat"), ("3", "dhofar")):
        registry.add_hall(engine, name, {"en": name}, now=NOW)
        note_live(engine, name, LiveFigures(NOW, governorate=governorate), now=NOW)
    add_person(engine, "noor", "", by=BY, now=NOW, full_name="Noor Said", places=())
    return engine


def roles(engine: Engine) -> dict[str, str]:
    """Return Noor's role in each hall."""
    with engine.connect() as connection:
        lists = {one: people_list(connection, one, lease_days=7, now=NOW).people for one in ("1", "2", "3")}
    return {hall: people[0].role for hall, people in lists.items() if people}


def sent(engine: Engine) -> list[tuple[str, object]]:
    """Return for which halls items lie in the inbox, and what is in them."""
    with engine.connect() as connection:
        query = select(inbox.c.hall, inbox.c.body).where(inbox.c.kind == PEOPLE).order_by(inbox.c.hall)
        return [(row.hall, row.body) for row in connection.execute(query)]


def test_the_narrower_place_goes_first_and_each_change_reaches_the_halls_of_its_place(halls: Engine) -> None:
    give_hall_role(halls, "noor", "governorate:muscat", "analyst", "", by=BY, now=NOW)
    assert (roles(halls), [one for one, _ in sent(halls)]) == ({"1": "analyst", "2": "analyst"}, ["1", "2"])
    give_hall_role(halls, "noor", "hall:1", "head", "", by=BY, now=NOW)
    give_hall_role(halls, "noor", "all", "auditor", "", by=BY, now=NOW)
    assert roles(halls) == {"1": "head", "2": "analyst", "3": "auditor"}
    take_hall_role(halls, "noor", "hall:1", by=BY, now=NOW)
    assert roles(halls)["1"] == "analyst"


def test_a_hidden_character_in_a_name_does_not_go_to_halls(halls: Engine) -> None:
    add_person(halls, "salma", "", by=BY, now=NOW, full_name="\u202dSalma\u202e Ali", places=())
    give_hall_role(halls, "salma", "hall:1", "head", "", by=BY, now=NOW)
    with halls.connect() as connection:
        assert [one.full_name for one in people_list(connection, "1", lease_days=7, now=NOW).people] == ["Salma Ali"]


def test_no_name_lies_in_the_inbox(halls: Engine) -> None:
    give_hall_role(halls, "noor", "all", "head", "", by=BY, now=NOW)
    assert {str(body) for _, body in sent(halls)} == {"{}"}


def test_who_left_is_on_no_list_and_comes_back_with_a_later_change(halls: Engine) -> None:
    give_hall_role(halls, "noor", "all", "head", "", by=BY, now=NOW)
    invite_to_hall(halls, "noor", "1", by=BY, now=NOW)
    disable(halls, "noor", by=BY, now=NOW)
    assert roles(halls) == {}
    assert len(sent(halls)) == 7
    later = NOW + timedelta(hours=1)
    bring_back(halls, "noor", by=BY, now=later)
    with halls.connect() as connection:
        listed = people_list(connection, "1", lease_days=7, now=later)
    assert listed.people == (ListedPerson("noor", "Noor Said", "head", later),)
    assert len(sent(halls)) == 10
    bring_back(halls, "noor", by=BY, now=later)
    assert len(sent(halls)) == 10


def test_a_hall_that_comes_back_to_a_governorate_lists_its_people_as_changed_since(halls: Engine) -> None:
    give_hall_role(halls, "noor", "governorate:muscat", "head", "", by=BY, now=NOW)
    for minute, governorate in ((1, "dhofar"), (2, "muscat"), (3, "muscat")):
        at = NOW + timedelta(minutes=minute)
        note_live(halls, "1", LiveFigures(at, governorate=governorate), now=at)
        assert ("1" in roles(halls)) == (governorate == "muscat")
    with halls.connect() as connection:
        listed = people_list(connection, "1", lease_days=7, now=NOW).people
    assert [one.changed_at for one in listed] == [NOW + timedelta(minutes=2)]


def test_an_invitation_travels_as_a_hash_while_it_is_good(halls: Engine) -> None:
    give_hall_role(halls, "noor", "all", "head", "", by=BY, now=NOW)
    code = invite_to_hall(halls, "noor", "2", by=BY, now=NOW)
    with halls.connect() as connection:
        now_listed, elsewhere = (people_list(connection, one, lease_days=7, now=NOW).people[0] for one in ("2", "1"))
        too_late = people_list(connection, "2", lease_days=7, now=NOW + timedelta(hours=24)).people[0]
    assert (now_listed.code_hash, now_listed.code_until) == (code_hash(code), NOW + timedelta(hours=24))
    assert (elsewhere.code_hash, too_late.code_hash) == ("", "")


def test_a_hall_that_hears_is_confirmed_again_only_after_a_while(halls: Engine) -> None:
    confirm(halls, "1", lease_days=7, now=NOW)
    assert sent(halls) == []
    give_hall_role(halls, "noor", "hall:1", "head", "", by=BY, now=NOW)
    confirm(halls, "1", lease_days=7, now=NOW + timedelta(hours=1))
    assert len(sent(halls)) == 1
    confirm(halls, "1", lease_days=7, now=NOW + CONFIRMED_EVERY + timedelta(seconds=1))
    assert len(sent(halls)) == 2


def test_nobody_gives_himself_a_role_in_a_hall(halls: Engine) -> None:
    with pytest.raises(ForbiddenError):
        give_hall_role(halls, "noor", "all", "admin", "", by="noor", now=NOW)
