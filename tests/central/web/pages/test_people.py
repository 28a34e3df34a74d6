"""The pages of staff and of acts: administrators change, auditors read what was done, and a code is shown once."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from sqlalchemy import update

from central.access import tokens
from central.halls.heartbeats import note_heartbeat, note_live
from central.halls.settings import publish
from central.people.people import ROLES, people
from central.store.tables.halls import hall
from central.web.pages.people import SHOWN_ERRORS
from central.web.texts import load_texts
from contracts.centre.people_list import HallPerson
from contracts.centre.settings_document import CentreValue
from contracts.centre.sync_api import Heartbeat, LiveFigures
from tests.central.web.conftest import Caller

ALL = {"place_all": "on"}
LANGUAGE_LINK = 'class="language"'
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


def states(caller: Caller) -> dict[str, tuple[str, str]]:
    return {one.name: (one.role, one.state) for one in people(caller.centre.engine, now=datetime.now(UTC))}


def done(caller: Caller, path: str, data: dict[str, str] | None = None) -> str:
    """Send a form, and return the page that its answer leads to: to load that once more repeats nothing."""
    answer = caller.call("POST", f"{path}?lang=en", data=data)
    assert answer.status_code == 303, answer.text[:300]
    return caller.call("GET", answer.headers["Location"]).text


def test_somebody_is_added_changed_and_ended_and_each_act_is_on_the_other_page(admin: Caller) -> None:
    added = admin.call("POST", "/people?lang=en", data={"name": "Noor", "role": "reader", **ALL}).text
    assert len(set(CODE.findall(added))) == 1
    assert LANGUAGE_LINK not in added, "it would lead to the list, and the code is not shown again"
    assert LANGUAGE_LINK in admin.call("GET", "/people?lang=en").text
    assert not CODE.findall(admin.call("GET", "/people?lang=en").text)
    assert "The access of noor was changed" in done(admin, "/people/noor/role", {"role": "auditor", **ALL})
    assert states(admin) == {"salim": ("admin", "ready"), "noor": ("auditor", "invited")}
    assert CODE.findall(admin.call("POST", "/people/noor/new-code").text)
    ended = done(admin, "/people/noor/disable")
    assert "The access of noor was changed" in ended
    assert "/people/noor/bring-back" in ended
    assert "/people/noor/new-code" not in ended, "a new code would bring the access back without a word"
    # A page that was open since before the end has the button still.
    late = admin.call("POST", "/people/noor/new-code?lang=en")
    assert (late.status_code, "Bring it back first" in late.text) == (403, True)
    assert states(admin) == {"salim": ("admin", "ready"), "noor": ("auditor", "disabled")}
    page = admin.call("GET", "/acts?lang=en").text
    for what in ("added a user", "changed a role", "disabled a user", "gave a new set-up code", "salim"):
        assert what in page
    assert admin.call("POST", "/people/noor/dance").status_code == 303


def test_refusals_are_sentences_on_the_page(admin: Caller) -> None:
    admin.call("POST", "/people", data={"name": "noor", "role": "reader", **ALL})
    for name, role, said in (
        ("noor", "reader", "name_taken"), ("7", "reader", "name_invalid"), ("huda", "king", "role_unknown"),
    ):  # fmt: skip
        answer = admin.call("POST", "/people?lang=en", data={"name": name, "role": role, **ALL})
        assert answer.status_code == 422
        assert load_texts()["en"][f"error_{said}"] in answer.text
        assert said in SHOWN_ERRORS
    assert admin.call("POST", "/people/huda/new-code").status_code == 404


def test_a_role_in_halls_is_given_with_a_link_and_the_list_finds_people_of_all_halls(admin: Caller) -> None:
    note_live(admin.centre.engine, "1", LiveFigures(datetime.now(UTC), governorate="muscat"), now=datetime.now(UTC))
    local = HallPerson("hamad", "Hamad of the hall", "head", "ready")
    beat = Heartbeat(0, people=(local,), address="https://hall-1:8443")
    note_heartbeat(admin.centre.engine, "1", beat, now=datetime.now(UTC))
    page = done(admin, "/people", {"name": "noor", "full_name": "Noor Said", "role": ""})
    assert "noor was added" in page
    assert "works in halls only" in page
    assert not CODE.findall(page)
    given = {"place": "governorate:muscat", "role": "analyst", "unit": ""}
    assert "not received by the hall yet" in done(admin, "/people/noor/give", given)
    link = admin.call("POST", "/people/noor/invite?lang=en", data={"hall": "1"}).text
    assert re.search(r"https://hall-1:8443/enter#invitation=noor:[0-9A-Z-]{14}<", link)
    for query, names in (
        ("q=said", {"noor"}), ("q=HAMAD", {"hamad"}), ("role=hall:analyst", {"noor"}), ("role=centre:admin", {"salim"}),
        ("place=hall:1", {"noor", "hamad"}), ("place=governorate:dhofar", set()), ("standing=halls_only", {"noor"}),
    ):  # fmt: skip
        body = admin.call("GET", f"/people?lang=en&{query}").text.partition("<tbody>")[2].partition("</tbody>")[0]
        assert {one for one in ("noor", "hamad", "salim") if f">{one}<" in body} == names, query
    assert "No role in any hall" in done(admin, "/people/noor/take", given)
    assert admin.call("POST", "/people/noor/invite?lang=en", data={"hall": "1"}).status_code == 422


def test_a_directorate_that_the_centre_gives_to_a_hall_may_have_people(admin: Caller) -> None:
    admin.call("POST", "/people", data={"name": "noor", "role": ""})
    given = [{"code": "parks", "names": {"ar": "الحدائق", "en": "Parks"}, "offered": True}]
    publish(admin.centre.engine, "1", {"directorates": CentreValue(given)}, by="salim", now=datetime.now(UTC))
    for code in ("parks", "lands"):
        form = {"place": "all", "role": "directorate", "unit": code}
        assert f"({code})" in re.sub(r"</?bdi[^>]*>", "", done(admin, "/people/noor/give", form))


def test_a_form_that_is_sent_once_more_makes_no_second_code(admin: Caller) -> None:
    admin.call("POST", "/people", data={"name": "noor", "role": "reader", **ALL})
    done(admin, "/people/noor/give", {"place": "hall:1", "role": "head", "unit": ""})
    for what, form in (("new-code", {}), ("invite", {"hall": "1"})):
        page = admin.call("GET", "/people/noor?lang=en").text.partition(f"/people/noor/{what}")[2]
        seen = re.findall(r'name="seen" value="([^"]*)"', page)[0]
        sent = {**form, "seen": seen.replace("&#43;", "+")}
        assert CODE.findall(admin.call("POST", f"/people/noor/{what}?lang=en", data=sent).text)
        again = done(admin, f"/people/noor/{what}", sent)
        assert "has a code already" in again
        assert not CODE.findall(again)


def test_a_directorate_that_the_centre_does_not_know_is_given_once_it_is_confirmed(admin: Caller) -> None:
    admin.call("POST", "/people", data={"name": "noor", "role": ""})
    form = {"place": "all", "role": "directorate", "unit": "parks"}
    refused = admin.call("POST", "/people/noor/give?lang=en", data=form)
    assert (refused.status_code, 'name="unit_sure" value="parks"' in refused.text) == (422, True)
    other = admin.call("POST", "/people/noor/give?lang=en", data={**form, "unit": "park", "unit_sure": "parks"})
    assert other.status_code == 422, "another code is confirmed once more"
    assert admin.call("POST", "/people/noor/give", data={**form, "unit_sure": "parks"}).status_code == 303
    assert "(parks)" in re.sub(r"</?bdi[^>]*>", "", admin.call("GET", "/people/noor?lang=en").text)


def test_a_wrong_place_or_unit_is_refused_in_words(admin: Caller) -> None:
    admin.call("POST", "/people", data={"name": "noor", "role": "reader", **ALL})
    for what, form, said in (
        ("role", {"role": "reader"}, "place_missing"),
        ("role", {"role": "reader", "place_hall:9": "on"}, "place_unknown"),
        ("give", {"place": "all", "role": "official"}, "unit_wrong"),
        ("give", {"place": "all", "role": "directorate", "unit": "parks"}, "unit_unknown"),
        ("give", {"place": "mars", "role": "head"}, "place_unknown"),
        ("give", {"place": "all", "role": "king"}, "role_unknown"),
    ):  # fmt: skip
        answer = admin.call("POST", f"/people/noor/{what}?lang=en", data=form)
        assert (answer.status_code, load_texts()["en"][f"error_{said}"] in answer.text) == (422, True), form
    assert (
        "You cannot change your own access"
        in admin.call("POST", "/people/salim/give?lang=en", data={"place": "all", "role": "head"}).text
    )
    assert admin.call("GET", "/people/nobody").status_code == 303


def test_a_hall_that_does_not_tell_all_accounts_is_not_said_to_have_none(admin: Caller) -> None:
    admin.call("POST", "/people", data={"name": "noor", "role": ""})
    admin.call("POST", "/people/noor/give", data={"place": "hall:1", "role": "head", "unit": ""})
    with admin.centre.engine.begin() as connection:
        connection.execute(update(hall).values(inbox_taken=2**53))
    for cut, said in ((False, "not_told"), (True, "cut")):
        note_heartbeat(admin.centre.engine, "1", Heartbeat(0, people_cut=cut), now=datetime.now(UTC))
        assert load_texts()["en"][f"account_{said}"] in admin.call("GET", "/people/noor?lang=en").text


def test_what_was_filled_in_stays_after_a_refusal(admin: Caller) -> None:
    def ticked(page: str) -> list[str]:
        return re.findall(r'name="place_([^"]+)" checked', page)

    admin.call("POST", "/people", data={"name": "noor", "role": "reader", **ALL})
    muscat = {"place_governorate:muscat": "on"}
    assert ticked(admin.call("POST", "/people", data={"name": "noor", "role": "reader", **muscat}).text) == [
        "governorate:muscat"
    ]
    assert ticked(
        admin.call("POST", "/people/noor/role", data={"role": "admin", **muscat, "place_hall:9": "on"}).text
    ) == ["governorate:muscat"]
    form = {"place": "governorate:dhofar", "role": "head", "unit": "lands"}
    page = admin.call("POST", "/people/noor/give", data=form).text
    assert '<option value="governorate:dhofar" selected>' in page
    assert '<option value="head" selected>' in page
    assert 'value="lands"' in page


def test_a_reader_neither_sees_nor_changes_people(stranger: Caller) -> None:
    token = tokens.new_reader_token(stranger.centre.engine, "Salim", now=datetime.now(UTC))
    assert stranger.call("GET", "/people", token=token).status_code == 303
    assert stranger.call("GET", "/acts", token=token).status_code == 303
    assert stranger.refused("POST", "/people", token=token, data={"name": "x"}) == (403, "not_an_administrator")
    for language in load_texts().values():
        assert all(f"role_{role}" in language.words for role in ROLES)
