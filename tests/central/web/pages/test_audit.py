"""The page of what was done in the halls: by hall and kind, page by page, for administrators and auditors only."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import requests

from central.access import tokens
from central.audit.hall_facts import SHOWN
from central.web.texts import load_texts
from contracts.centre.audit_kinds import GROUPS
from contracts.centre.outbox_entry import AuditRecord, encode_record
from tests.central.web.conftest import Caller, session_of_role
from tests.helpers.batches import outbox_of, take

NOW = datetime.now(UTC)
ROW = re.compile(r"<tr><td class=\"whole\">.*?</tr>", re.DOTALL)


def told(caller: Caller, *actions: str, hall: str = "1", first: int = 1) -> None:
    """Let a hall tell facts of these kinds, one second after the other."""
    outbox = outbox_of()
    for number, action in enumerate(actions, first):
        at = NOW - timedelta(hours=1) + timedelta(seconds=number)
        detail = {"keys": ["hours"], "version": number, "note": "<b>"}
        fact = AuditRecord(hall, number, at, NOW.date(), action, f"salim{number}", None, None, 3, detail)
        outbox.write(encode_record(fact))
    take(caller.centre.engine, outbox, 1, len(actions), hall=hall, now=NOW)


def rows(answer: requests.Response) -> list[str]:
    assert answer.status_code == 200
    return ROW.findall(answer.text)


def test_facts_are_found_by_hall_and_kind(admin: Caller) -> None:
    admin.centre.enrol("2", {"ar": "قاعة صحار", "en": "Sohar hall"})
    told(admin, "signed_in", "settings_changed", "visit_corrected")
    told(admin, "signed_in", "dance", hall="2")
    assert len(rows(admin.call("GET", "/audit?lang=en"))) == 5
    (one,) = rows(admin.call("GET", "/audit?lang=en&of=1&kind=settings_changed"))
    for said in ("settings changed", "Muscat hall", "salim2", "version: 2", "keys: hours", "&lt;b&gt;"):
        assert said in one, said
    assert len(rows(admin.call("GET", "/audit?kind=sign_ins"))) == 2
    assert "dance" in rows(admin.call("GET", "/audit?lang=en&of=2"))[0], "what this centre does not know is shown too"
    assert "غُيّرت الإعدادات" in admin.call("GET", "/audit?of=1").text
    assert rows(admin.call("GET", "/audit?of=2&kind=corrections")) == []
    assert (
        "No such actions were received from the halls" in admin.call("GET", "/audit?lang=en&of=2&kind=corrections").text
    )


def test_older_facts_follow_page_by_page_each_once(admin: Caller) -> None:
    told(admin, *["signed_in"] * (SHOWN + 3))
    newest = admin.call("GET", "/audit?lang=en&of=1")
    (older,) = re.findall(r'href="(/audit\?[^"]*before=[^"]*)"', newest.text)
    second = admin.call("GET", older.replace("&amp;", "&"))
    seen = [re.search(r"salim(\d+)", row)[1] for row in rows(newest) + rows(second)]  # type: ignore[index]  # each has one
    assert seen == [str(number) for number in range(SHOWN + 3, 0, -1)]
    assert "before=" not in second.text


@pytest.mark.parametrize("query", ["of=%00", "kind=x", "before=soon", "before=2026-11-24T05:00:00Z,x", "of=9"])
def test_what_is_asked_wrongly_breaks_nothing(admin: Caller, query: str) -> None:
    told(admin, "signed_in")
    assert admin.call("GET", f"/audit?{query}").status_code == 200


def test_an_auditor_sees_them_and_a_reader_does_not(stranger: Caller) -> None:
    reader = tokens.new_reader_token(stranger.centre.engine, "Salim", now=NOW)
    assert stranger.call("GET", "/audit", token=reader).status_code == 303
    assert stranger.call("GET", "/audit").status_code == 303
    auditor = session_of_role(stranger.centre.engine, "auditor")
    assert stranger.call("GET", "/audit", token=auditor).status_code == 200


def test_each_kind_and_group_has_its_words_in_both_languages() -> None:
    wanted = {f"audit_{kind}" for kinds in GROUPS.values() for kind in kinds} | {f"audit_group_{one}" for one in GROUPS}
    for texts in load_texts().values():
        assert sorted(wanted - texts.words.keys()) == []
