"""Merging: the centre's word where it may stand, the hall's own where it set it, a named problem where neither can."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.centre.settings_document import CentreValue, LocalOverride, SettingsDocument
from hall.kernel.settings import HallSettings
from hall.settings.model.history import Origin
from hall.settings.store.merge import MergedSettings, MergeError, merge_settings
from hall.settings.store.received_from_centre import Given
from hall.settings.store.rows import hints_of, setting_to_json
from tests.helpers.example_hall import SETTINGS
from tests.helpers.replacing import replace

FROM_FILE = {name: Given(Origin.FILE, 1, locked=False) for name in hints_of(HallSettings)}
FROM_HALL = {**FROM_FILE, "digits": Given(Origin.HALL, 3, locked=False)}


def document(**values: Any) -> SettingsDocument:
    words = {name: word if isinstance(word, CentreValue) else CentreValue(word) for name, word in values.items()}
    return SettingsDocument(SETTINGS.hall, 1, datetime(2026, 11, 24, tzinfo=UTC), "Salma", words)


def test_the_centres_word_stands_where_the_hall_has_none_of_its_own() -> None:
    found = merge_settings(
        SETTINGS, document(digits="arabic_indic", hijri_offset_days=CentreValue(-1, locked=True)), FROM_FILE
    )
    assert (found.settings.digits, found.settings.hijri_offset_days) == ("arabic_indic", -1)
    assert (found.names, found.locked, found.overrides) == (("digits", "hijri_offset_days"), ("hijri_offset_days",), ())
    assert replace(found.settings, digits=SETTINGS.digits, hijri_offset_days=0) == SETTINGS


def test_hidden_characters_that_turn_letters_are_left_out() -> None:
    names = {"ar": "\u202dبلاغ", "en": "Rep\u202eort"}
    found = merge_settings(SETTINGS, document(ticket_notice=names), FROM_FILE)
    assert found.settings.ticket_notice == {"ar": "بلاغ", "en": "Report"}


def test_what_the_hall_set_itself_stays_and_both_are_told() -> None:
    found = merge_settings(SETTINGS, document(digits="arabic_indic"), FROM_HALL)
    assert found.settings == SETTINGS
    assert found.overrides == (LocalOverride("digits", "western", "arabic_indic"),)


def test_a_locked_value_goes_before_the_halls_own() -> None:
    found = merge_settings(SETTINGS, document(digits=CentreValue("arabic_indic", locked=True)), FROM_HALL)
    assert (found.settings.digits, found.overrides, found.locked) == ("arabic_indic", (), ("digits",))


LOCKED = {**FROM_FILE, "digits": Given(Origin.CENTRE, 4, locked=True, own='"western"')}
ARABIC = replace(SETTINGS, digits="arabic_indic")


def test_a_lock_keeps_what_the_hall_has_set_itself_and_a_further_one_too() -> None:
    lock = document(digits=CentreValue("arabic_indic", locked=True))
    for standing, given_ in ((SETTINGS, FROM_HALL), (ARABIC, LOCKED)):
        found = merge_settings(standing, lock, given_)
        assert (found.settings.digits, found.own, found.put_back) == ("arabic_indic", {"digits": '"western"'}, ())
    assert merge_settings(ARABIC, lock, FROM_FILE).own == {}, "the set-up file's value is nothing that the hall changed"


@pytest.mark.parametrize(
    ("values", "overrides"),
    [({"digits": "arabic_indic"}, (LocalOverride("digits", "western", "arabic_indic"),)), ({}, ())],
    ids=["given without a lock", "given no longer"],
)
def test_when_a_lock_ends_what_the_hall_had_set_holds_again(
    values: dict[str, str], overrides: tuple[LocalOverride, ...]
) -> None:
    found = merge_settings(ARABIC, document(**values), LOCKED)
    assert (found.settings, found.put_back, found.own) == (SETTINGS, ("digits",), {})
    assert found.overrides == overrides


def test_when_a_lock_ends_with_the_halls_own_value_it_is_the_centres_word() -> None:
    found = merge_settings(ARABIC, document(digits="western"), LOCKED)
    assert (found.settings, found.names, found.put_back) == (SETTINGS, ("digits",), ())


@pytest.mark.parametrize("own", ['"roman"', "7", "{"])
def test_what_the_hall_had_set_and_fits_no_more_does_not_keep_the_lock(own: str) -> None:
    given_ = {**LOCKED, "digits": Given(Origin.CENTRE, 4, locked=True, own=own)}
    found = merge_settings(ARABIC, document(hijri_offset_days=1), given_)
    assert found.settings == replace(ARABIC, hijri_offset_days=1)
    assert (found.own, found.put_back) == ({}, ())


def test_where_both_say_the_same_nothing_is_held_against_anybody() -> None:
    assert merge_settings(SETTINGS, document(digits="western"), FROM_HALL).overrides == ()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"hall": "another"}, "hall: no setting of that name"),
        ({"version": 9}, "version: no setting"),
        ({"arrangements": []}, "arrangements: no setting"),
        ({"weather": "fine"}, "weather: no setting"),
        ({"digits": 5}, "digits: the value is not one of its kind"),
        ({"hijri_offset_days": "one"}, "hijri_offset_days: the value"),
        ({"confirms_date_itself": 1}, "confirms_date_itself: the value"),
        ({"services": "all"}, "services: the value"),
        ({"services": []}, "a hall has at least one of each"),
        ({"limits": {"undo_s": "long"}}, "limits: the value"),
        ({"hours": {"weekly": {"1": ["07:00"]}}}, "hours: the value"),
        ({"names": {"en": "Hall"}}, "an Arabic name is needed"),
        ({"time_zone": "Asia/Atlantis"}, "there is no 'Asia/Atlantis'"),
        (
            {"counters": [*setting_to_json(SETTINGS.counters), setting_to_json(SETTINGS.counters[0])]},
            "counters: one of them is there twice",
        ),
        ({"services": setting_to_json(SETTINGS.services[1:])}, "counter 1 serves L, which is no service here"),
    ],
)
def test_what_cannot_be_is_named_and_nothing_is_changed(values: dict[str, Any], said: str) -> None:
    with pytest.raises(MergeError, match=said):
        merge_settings(SETTINGS, document(**values), FROM_FILE)


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(MergeError) as refused:
        merge_settings(SETTINGS, document(weather="fine", digits=5), FROM_FILE)
    assert len(str(refused.value).splitlines()) == 2


def test_all_of_a_halls_own_settings_may_come_back_from_the_centre() -> None:
    values = {name: setting_to_json(getattr(SETTINGS, name)) for name in hints_of(HallSettings)}
    for own in ("hall", "version", "arrangements", "paused_kiosks", "closures", "moon_acts"):
        del values[own]
    assert merge_settings(SETTINGS, document(**values), FROM_FILE).settings == SETTINGS


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(hints_of(HallSettings))), json_values, min_size=1, max_size=3))
def test_whatever_comes_gives_settings_of_the_right_types_or_a_named_refusal(values: dict[str, Any]) -> None:
    try:
        found = merge_settings(SETTINGS, document(**values), FROM_FILE)
    except MergeError:
        return
    assert isinstance(found, MergedSettings)
    assert set(found.names) == set(values)
