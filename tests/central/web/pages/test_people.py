"""The pages of staff and of acts: administrators change, auditors read what was done, and a code is shown once."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from central.access import tokens
from central.people.people import ROLES, people
from central.web.pages.people import SAID
from central.web.texts import load_texts
from tests.central.web.conftest import Caller

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


def states(caller: Caller) -> dict[str, tuple[str, str]]:
    return {one.name: (one.role, one.state) for one in people(caller.centre.engine, now=datetime.now(UTC))}


def test_somebody_is_added_changed_and_ended_and_each_act_is_on_the_other_page(admin: Caller) -> None:
    added = admin.call("POST", "/people?lang=en", data={"name": "Noor", "role": "reader"}).text
    assert len(set(CODE.findall(added))) == 1
    assert not CODE.findall(admin.call("GET", "/people?lang=en").text)
    admin.call("POST", "/people/noor/role", data={"role": "auditor"})
    assert states(admin) == {"salim": ("admin", "ready"), "noor": ("auditor", "invited")}
    assert "The access of noor was changed" in admin.call("POST", "/people/noor/disable?lang=en").text
    assert states(admin) == {"salim": ("admin", "ready"), "noor": ("auditor", "disabled")}
    assert CODE.findall(admin.call("POST", "/people/noor/anew").text)
    page = admin.call("GET", "/acts?lang=en").text
    for what in ("added a user", "changed a role", "disabled a user", "gave a new set-up code", "salim"):
        assert what in page
    assert admin.call("POST", "/people/noor/dance").status_code == 303


def test_refusals_are_sentences_on_the_page(admin: Caller) -> None:
    admin.call("POST", "/people", data={"name": "noor", "role": "reader"})
    for name, role, said in (
        ("noor", "reader", "name_taken"), ("7", "reader", "name_invalid"), ("huda", "king", "role_unknown"),
    ):  # fmt: skip
        answer = admin.call("POST", "/people?lang=en", data={"name": name, "role": role})
        assert answer.status_code == 422
        assert load_texts()["en"][f"error_{said}"] in answer.text
        assert said in SAID
    assert admin.call("POST", "/people/huda/anew").status_code == 404


def test_a_reader_neither_sees_nor_changes_people(stranger: Caller) -> None:
    token = tokens.new_reader_token(stranger.centre.engine, "Salim", now=datetime.now(UTC))
    assert stranger.call("GET", "/people", token=token).status_code == 303
    assert stranger.call("GET", "/acts", token=token).status_code == 303
    assert stranger.refused("POST", "/people", token=token, data={"name": "x"}) == (403, "not_an_administrator")
    for language in load_texts().values():
        assert all(f"role_{role}" in language.words for role in ROLES)
