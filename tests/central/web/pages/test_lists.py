"""The page of lists and texts: what changes where is shown first, then it is given to halls; lock, undo, history."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest

from central.audit.staff_acts import acts_before
from central.halls import settings
from central.halls.given_settings import mark_of, standing
from central.people.people import change_role
from central.web.pages.hall_acts.list_parts import BLANK_ROWS, PARTS, rows_of
from contracts.centre.settings_document import CentreValue, LocalOverride, SettingsReport
from tests.central.web.conftest import Caller
from tests.helpers.lived_centre import HALLS, fill
from tests.helpers.staff import session_of_role

NOW = datetime(2026, 11, 30, 6, tzinfo=UTC)
NEW = {"code_7": "", "ar_7": "تصريح البناء", "en_7": "Building permit", "state_7": "offered"}


@pytest.fixture
def lived(admin: Caller) -> Caller:
    fill(admin.centre.engine, datetime.now(UTC), days=0)
    return admin


def form(caller: Caller, setting: str = "topics", **more: str) -> dict[str, str]:
    """Return the form of a page as a browser would send it, for the hall of Muscat unless `more` says otherwise."""
    rows = [one for one in rows_of(PARTS[setting].usual) if one["code"]]
    fields = {f"{name}_{at}": text for at, row in enumerate(rows) for name, text in row.items() if text}
    seen = mark_of(standing(caller.centre.engine, setting))
    return {"part": setting, "halls": "mct", "mode": "give", "seen": seen, **fields, **more}


def fields_of(page: str) -> dict[str, str]:
    """Return the hidden fields and the ticks of a page's form."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.partition('id="standing"')[0])
    ticked = re.findall(r'<input type="checkbox" name="([^"]+)" checked>', page)
    return {name: unescape(text) for name, text in hidden} | dict.fromkeys(ticked, "on")


def given(caller: Caller, hall: str, setting: str = "topics") -> CentreValue | None:
    newest = settings.newer_than(caller.centre.engine, hall, 0)
    return newest.values.get(setting) if newest else None


def post(caller: Caller, path: str, fields: dict[str, str], **options: Any) -> tuple[int, str]:
    answer = caller.call("POST", f"{path}?lang=en", data=fields, **options)
    return answer.status_code, unescape(answer.text)


def undo_newest(caller: Caller, setting: str = "topics") -> tuple[int, str]:
    page = caller.call("GET", f"/lists?lang=en&part={setting}").text
    act = re.search(r"/lists/(\w{32})/undo", page)
    assert act is not None
    return post(caller, f"/lists/{act[1]}/undo", {"part": setting})


def test_what_changes_is_shown_first_then_given_and_undone(lived: Caller) -> None:
    assert post(lived, "/lists/check", form(lived))[0] == 200
    assert given(lived, "mct") is None
    assert post(lived, "/lists", form(lived))[0] == 303
    assert len(getattr(given(lived, "mct"), "value", [])) == 7
    more = form(lived, **NEW, state_0="removed", en_1="Help")
    status, page = post(lived, "/lists/check", more)
    assert status == 200
    for told in ("Building permit", "removed", "name in English", "Help"):
        assert told in page
    assert post(lived, "/lists", more)[0] == 303
    value = given(lived, "mct")
    assert value is not None
    assert [one["code"] for one in value.value][-1] == "building_permit"
    assert value.value[0]["code"] == "housing_help"
    assert undo_newest(lived)[0] == 303
    assert given(lived, "mct") == CentreValue(PARTS["topics"].usual)
    assert undo_newest(lived)[0] == 303, "an undo can be undone"
    assert given(lived, "mct") == value
    acts = acts_before(lived.centre.engine, None)[0]
    assert [(one.action, one.hall, one.detail) for one in acts[:2]] == [
        ("setting_undone", "mct", "topics"), ("setting_undone", "mct", "topics"),
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["\u202d", "\u202e"])
def test_hidden_characters_that_turn_letters_are_not_given_to_halls(lived: Caller, sign: str) -> None:
    named = {"ar_7": f"تصريح {sign}البناء", "en_7": f"Building{sign} permit"}
    assert post(lived, "/lists", form(lived, **{**NEW, **named}))[0] == 303
    value = given(lived, "mct")
    assert value is not None
    assert value.value[-1]["names"] == {"ar": NEW["ar_7"], "en": NEW["en_7"]}


def test_all_halls_a_governorate_or_some_halls_get_it_and_other_settings_stay(lived: Caller) -> None:
    engine = lived.centre.engine
    settings.publish(engine, "mct", {"digits": CentreValue("western")}, by="Salma", now=NOW)
    muscat = {code for code, place, *_ in HALLS if place == "muscat"}
    assert post(lived, "/lists", form(lived, halls="", place_muscat="on"))[0] == 303
    assert {code for code, *_ in HALLS if given(lived, code)} == muscat
    assert given(lived, "mct", "digits") == CentreValue("western")
    assert post(lived, "/lists", form(lived, halls="", everywhere="on", mode="lock"))[0] == 303
    assert all(getattr(given(lived, code), "locked", False) for code, *_ in HALLS)
    status, page = post(lived, "/lists", form(lived, everywhere="on", mode="lock"))
    assert (status, "these halls have this already" in page) == (409, True)
    assert post(lived, "/lists", form(lived, mode="stop"))[0] == 303
    assert given(lived, "mct") is None
    assert given(lived, "mct", "digits") == CentreValue("western")


def test_two_who_change_it_at_once_do_not_overwrite_each_other(lived: Caller) -> None:
    first, second = form(lived, en_0="First"), form(lived, en_0="Second")
    assert post(lived, "/lists", first)[0] == 303
    status, page = post(lived, "/lists", second)
    assert status == 409
    assert "Somebody has changed this meanwhile" in page
    assert 'value="Second"' in page, "what was typed is not lost"
    assert getattr(given(lived, "mct"), "value", [])[0]["names"]["en"] == "First"
    again = {**second, **fields_of(page)}
    again.pop("halls")
    assert again["hall_mct"] == "on", "the hall is still chosen"
    status, page = post(lived, "/lists/check", again)
    assert (status, "Second" in page) == (200, True)
    assert post(lived, "/lists", {**again, **fields_of(page)})[0] == 303, "a second try is about what stands now"
    assert getattr(given(lived, "mct"), "value", [])[0]["names"]["en"] == "Second"


def test_back_and_more_rows_keep_what_was_filled_in(lived: Caller) -> None:
    page = post(lived, "/lists/check", form(lived, **NEW, halls="mct,seeb", mode="lock"))[1]
    assert 'name="back"' in page
    assert "When a lock ends, what the hall had set for itself applies again" in page
    page = post(lived, "/lists/check", form(lived, **NEW, halls="mct,seeb", mode="lock", back="yes"))[1]
    assert 'value="Building permit"' in page
    assert '<option value="lock" selected>' in page
    assert {name for name in fields_of(page) if name.startswith("hall_")} == {"hall_mct", "hall_seeb"}
    assert "everywhere" in fields_of(post(lived, "/lists/check", form(lived, everywhere="on", back="yes"))[1])
    more = post(lived, "/lists/check", form(lived, **NEW, more="yes"))[1]
    assert 'value="Building permit"' in more
    assert more.count('name="state_') == page.count('name="state_') + BLANK_ROWS
    assert given(lived, "mct") is None


def test_a_list_loses_no_entries_and_no_names_in_other_languages(lived: Caller) -> None:
    usual = [{**one, "names": {**one["names"], "ur": f"نام {one['code']}"}} for one in PARTS["topics"].usual]
    settings.publish(lived.centre.engine, "mct", {"topics": CentreValue(usual)}, by="Salma", now=NOW)
    page = lived.call("GET", "/lists?lang=en").text
    assert post(lived, "/lists", form(lived, **fields_of(page), en_0="Plot"))[0] == 303
    value = getattr(given(lived, "mct"), "value", [])
    assert [one["names"]["ur"] for one in value] == [one["names"]["ur"] for one in usual]
    assert value[0]["names"]["en"] == "Plot"
    assert post(lived, "/lists", form(lived, others_0="[1]"))[0] == 422
    long = [{"code": f"t{at}", "names": {"ar": f"بند {at}", "en": f"Topic {at}"}, "offered": True} for at in range(65)]
    settings.publish(lived.centre.engine, "mct", {"topics": CentreValue(long)}, by="Salma", now=NOW)
    rows = {f"{name}_{at}": text for at, row in enumerate(rows_of(long)) for name, text in row.items() if text}
    status, page = post(lived, "/lists/check", form(lived, **rows))
    assert (status, "at most 60 entries here" in page, "Topic 64" in page) == (422, True, True)


def test_the_page_says_how_each_hall_stands(lived: Caller) -> None:
    assert post(lived, "/lists", form(lived))[0] == 303
    assert "not applied yet" in lived.call("GET", "/lists?lang=en").text
    engine = lived.centre.engine
    settings.note_told(engine, "mct", SettingsReport(1, "applied", NOW))
    assert '<span class="mark-word good">applied</span>' in lived.call("GET", "/lists?lang=en").text
    own = (LocalOverride("topics", [], []),)
    settings.note_told(engine, "mct", SettingsReport(1, "applied", NOW, overrides=own))
    assert "the hall keeps its own" in lived.call("GET", "/lists?lang=en").text
    settings.note_told(engine, "mct", SettingsReport(1, "refused", NOW, "topics: no"))
    assert "topics: no" in lived.call("GET", "/lists?lang=en").text


def test_an_undo_leaves_halls_that_were_changed_since(lived: Caller) -> None:
    assert post(lived, "/lists", form(lived, halls="mct,seeb"))[0] == 303
    assert post(lived, "/lists", form(lived, halls="seeb", en_0="Plot"))[0] == 303
    page = lived.call("GET", "/lists?lang=en").text
    acts = re.findall(r"/lists/(\w{32})/undo", page)
    assert post(lived, f"/lists/{acts[-1]}/undo", {"part": "topics"})[0] == 303
    assert given(lived, "mct") is None
    assert getattr(given(lived, "seeb"), "value", [])[0]["names"]["en"] == "Plot"


@pytest.mark.parametrize(
    ("setting", "wrong", "says"),
    [
        ("topics", {"halls": ""}, "Choose all halls"),
        ("topics", {"en_1": "land  GRANT"}, "has this name"),
        ("topics", {"ar_1": ""}, "in Arabic and in English"),
        ("topics", {f"state_{at}": "not_offered" for at in range(7)}, "must be offered"),
        ("topics", {f"state_{at}": "removed" for at in range(7)}, "at least one entry"),
        ("powers", {"limit_omr_0": "0"}, "whole number of rials"),
        ("powers", {"limit_omr_0": "many"}, "whole number of rials"),
        ("powers", {"valid_until_0": "tomorrow"}, "as a date"),
        ("messages", {"next_en": "Your turn"}, "The turn is next: Use only the placeholders"),
        ("ticket_notice", {"ar": "تنويه"}, "in both languages"),
        ("kiosk", {"long_wait_min": "241"}, "from 0 to 240"),
    ],
)
def test_what_cannot_be_says_why_and_changes_nothing(
    lived: Caller, setting: str, wrong: dict[str, str], says: str
) -> None:
    fields = form(lived, setting) if PARTS[setting].is_list else {"part": setting, "halls": "mct", "mode": "give"}
    for path in ("/lists/check", "/lists"):
        status, page = post(lived, path, {**fields, **wrong})
        assert (status, says in re.sub(r"\s+", " ", page)) == (422, True), page
    assert given(lived, "mct", setting) is None


def test_a_power_has_its_decision_holder_limit_and_last_day(lived: Caller) -> None:
    more = {"decision_0": "12/2026", "holder_0": " Ali  Said ", "limit_omr_0": "٥٠٠٠", "valid_until_0": "2026-12-31"}
    assert post(lived, "/lists", form(lived, "powers", **more))[0] == 303
    value = given(lived, "mct", "powers")
    assert value is not None
    assert value.value[0] == {
        "code": "head_of_hall", "names": PARTS["powers"].usual[0]["names"], "offered": True,
        "decision": "12/2026", "holder": "Ali Said", "limit_omr": 5000, "valid_until": "2026-12-31",
    }  # fmt: skip


def test_messages_and_the_notice_are_given_as_texts(lived: Caller) -> None:
    def fields(setting: str, **texts: str) -> dict[str, str]:
        seen = mark_of(standing(lived.centre.engine, setting))
        return {"part": setting, "halls": "mct", "mode": "lock", "seen": seen, **texts}

    assert post(lived, "/lists", fields("messages", next_en="{ticket}, come soon"))[0] == 303
    assert given(lived, "mct", "messages") == CentreValue({"next": {"en": "{ticket}, come soon"}}, locked=True)
    assert post(lived, "/lists", fields("ticket_notice", ar="ابقَ قريبًا", en="Stay near"))[0] == 303
    status, page = post(lived, "/lists/check", fields("ticket_notice", ar="ابقَ قريبًا", en="Stay here"))
    assert (status, "text in English" in page) == (200, True)
    assert post(lived, "/lists", fields("kiosk", long_wait_min="٤٥", phone="yes"))[0] == 303
    assert given(lived, "mct", "kiosk") == CentreValue({"long_wait_s": 2700, "phone": True}, locked=True)
    status, page = post(lived, "/lists/check", fields("kiosk", long_wait_min="30", phone="no"))
    assert (status, "asks for a telephone number" in page) == (200, True)


def test_who_sees_some_halls_gives_to_these_alone(lived: Caller) -> None:
    engine = lived.centre.engine
    session_of_role(engine, "admin", "keeper")
    token = session_of_role(engine, "admin", "noor")
    change_role(engine, "noor", "admin", by="keeper", now=datetime.now(UTC), places=["hall:mct"])
    assert post(lived, "/lists", form(lived, halls="mct,seeb"))[0] == 303
    page = lived.call("GET", "/lists?lang=en", token=token).text
    assert "Muscat hall" in page
    assert "Seeb hall" not in page
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen is not None
    mine = {**form(lived, en_0="Mine"), "halls": "mct,seeb", "everywhere": "on", "seen": seen[1]}
    assert post(lived, "/lists", mine, token=token)[0] == 303
    assert getattr(given(lived, "mct"), "value", [])[0]["names"]["en"] == "Mine"
    assert getattr(given(lived, "seeb"), "value", [])[0]["names"]["en"] == "Land grant"
    page = lived.call("GET", "/lists?lang=en", token=token).text
    for act in re.findall(r"/lists/(\w{32})/undo", page):
        post(lived, f"/lists/{act}/undo", {"part": "topics"}, token=token)
    assert getattr(given(lived, "seeb"), "value", [])[0]["names"]["en"] == "Land grant"


def test_a_reader_looks_and_an_auditor_does_not(lived: Caller) -> None:
    reader = session_of_role(lived.centre.engine, "reader", "rashid")
    page = lived.call("GET", "/lists?lang=en", token=reader).text
    assert "State in the halls" in page
    assert "For which halls" not in page
    assert lived.call("POST", "/lists", data=form(lived), token=reader).status_code == 403
