"""Accounts on the command line: the first person, one who lost everything, one who left."""

from __future__ import annotations

import json

import requests
from sqlalchemy import select

from hall.people.store.console_acts import tell_acts
from hall.platform.db.tables.core import fact
from tests.commands.admin.test_command import Admin, admin, hall
from tests.helpers.hall_accounts import PASSWORD, person
from tests.helpers.hall_in_a_thread import RunningHall, good, refused

__all__ = ["admin", "hall"]


def test_the_first_person_of_a_hall_is_invited_from_its_own_machine(hall: RunningHall, admin: Admin) -> None:
    code, link, hint = admin("person", "add", "muna.said", "--role", "admin", "--full-name", "Muna Said")
    address, _, invitation = link.strip().partition("/enter#invitation=")
    name, _, set_up = invitation.partition(":")
    assert (code, address, name) == (0, hall.base, "muna.said")
    assert "Muna Said" in hint
    body = {"name": name, "code": set_up, "password": PASSWORD}
    assert good(hall.post("/accounts/first-password", None, body))["secret"]


def test_who_lost_everything_gets_a_new_link_and_the_list_says_so(hall: RunningHall, admin: Admin) -> None:
    muna = person(hall)
    code, said, _ = admin("person", "again", muna.name, "--json")
    assert (code, json.loads(said)["name"]) == (0, muna.name)
    listed = json.loads(admin("people", "--json")[1])["people"]
    assert [(one["name"], one["state"]) for one in listed] == [(muna.name, "invited")]
    refused(muna.sign_in(), "sign_in_refused", 403)


def test_who_leaves_is_out_of_a_running_hall_and_the_act_is_a_fact(hall: RunningHall, admin: Admin) -> None:
    muna, badr = person(hall), person(hall)
    code, said, _ = admin("person", "end", badr.name)
    assert code == 0
    assert badr.name in said
    hall.clock.move_on(seconds=6)
    refused(badr.get("/queues"), "token_unknown", 401)
    assert muna.get("/queues").status_code == 200
    tell_acts(hall.hall.store)
    query = select(fact.c.body).where(fact.c.kind == "console_acted")
    (told,) = hall.hall.store.reads.read(lambda work, _now: work.connection.execute(query).scalars().all()).result(60)
    assert json.loads(told)["detail"]["act"] == "account_ended"


def test_what_is_wrong_is_said_and_nothing_is_changed(hall: RunningHall, admin: Admin) -> None:
    assert isinstance(hall.base, str)
    for arguments, said in (
        (("person", "add", "Muna Said", "--role", "head"), "is no sign-in name"),
        (("person", "add", "muna", "--role", "directorate"), "say whose with --unit CODE"),
        (("person", "end", "nobody"), "nobody has an account"),
    ):
        code, _, problem = admin(*arguments)
        assert code == 2
        assert said in problem
    assert json.loads(admin("people", "--json")[1]) == {"people": []}


def test_a_link_is_taken_by_no_token_path(hall: RunningHall, admin: Admin) -> None:
    link = admin("person", "add", "muna", "--role", "head")[1].strip()
    token = link.partition("#")[2]
    answer = requests.post(f"{hall.base}/api/v1/session", json={"token": token}, timeout=60)
    refused(answer, "token_unknown", 401)
