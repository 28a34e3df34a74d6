"""Page texts: complete in each language, counted as the language counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from central.web.texts import load_texts
from contracts.centre.sync_api import DeviceBeat

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
TEXTS = load_texts()


def test_arabic_comes_first_and_every_language_has_every_text() -> None:
    assert next(iter(TEXTS)) == "ar"
    assert {"ar", "en"} <= TEXTS.keys()
    for one in TEXTS.values():
        assert one.words.keys() == TEXTS["ar"].words.keys()
        assert all(one.words.values())


@pytest.mark.parametrize(
    ("seconds", "arabic", "english"),
    [
        (None, "–", "–"),
        (1, "ثانية واحدة", "1 s"),
        (42.4, "42 ثانية", "42 s"),
        (60, "دقيقة واحدة", "1 min"),
        (120, "دقيقتان", "2 min"),
        (7 * 60, "7 دقائق", "7 min"),
        (17 * 60 + 20, "17 دقيقة", "17 min"),
        (6000, "100 دقيقة", "100 min"),
    ],
)
def test_durations_are_counted_as_the_language_counts(seconds: float | None, arabic: str, english: str) -> None:
    assert (TEXTS["ar"].duration(seconds), TEXTS["en"].duration(seconds)) == (arabic, english)


@pytest.mark.parametrize(
    ("low", "high", "arabic", "english"),
    [
        (5, 10, "من 5 إلى 10 دقائق", "5 to 10 min"),
        (10, 25, "من 10 إلى 25 دقيقة", "10 to 25 min"),
        (0, 5, "5 دقائق أو أقل", "up to 5 min"),
    ],
)
def test_a_range_counts_as_its_upper_end_does(low: int, high: int, arabic: str, english: str) -> None:
    assert (TEXTS["ar"].minutes_range(low, high), TEXTS["en"].minutes_range(low, high)) == (arabic, english)


@pytest.mark.parametrize(
    ("seconds", "arabic", "english"),
    [
        (None, "–", "–"),
        (6000, "100 دقيقة", "100 min"),
        (2 * 3600, "ساعتان", "2 hours"),
        (30 * 3600, "30 ساعة", "30 hours"),
        (72 * 3600, "3 أيام", "3 days"),
    ],
)
def test_long_durations_are_told_in_hours_and_days(seconds: float | None, arabic: str, english: str) -> None:
    assert (TEXTS["ar"].long_duration(seconds), TEXTS["en"].long_duration(seconds)) == (arabic, english)
    if seconds:
        assert TEXTS["en"].measure(seconds, "long") == english


@pytest.mark.parametrize(
    ("ago", "english"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=23), "23 h ago"),
        (timedelta(hours=25), "yesterday"),
        (timedelta(days=9), "9 days ago"),
    ],
)
def test_how_long_ago_is_told_in_the_unit_that_fits(ago: timedelta, english: str) -> None:
    assert TEXTS["en"].ago(NOW - ago, NOW) == english
    assert TEXTS["en"].ago(None, NOW) == "Never connected"


@pytest.mark.parametrize(
    ("device", "english"),
    [
        (DeviceBeat("counter", "counter", "unknown", counter=2), "Counter PC 2"),
        (DeviceBeat("counter", "counter", "unknown", counter=2, last_seen=NOW), "Counter PC 2: never connected"),
        (DeviceBeat("counter", "By the window", "ok", counter=2), "\u2068By the window\u2069: OK"),
        (DeviceBeat("kiosk", "kiosk 2", "ok"), "Kiosk 2: OK"),
        (DeviceBeat("kiosk", "door", "unknown"), "\u2068door\u2069: never connected"),
        (DeviceBeat("kiosk", "door", "ok", silent=True), "\u2068door\u2069: not responding"),
        (DeviceBeat("board", "wall", "ok", clips=206, synthetic=0), "\u2068wall\u2069: OK"),
        (
            DeviceBeat("board", "wall", "ok", clips=206, synthetic=120),
            "\u2068wall\u2069: OK · synthetic voice: 120 of 206 clips",
        ),
    ],
)
def test_a_device_is_told_with_its_counter_and_how_it_is(device: DeviceBeat, english: str) -> None:
    assert TEXTS["en"].device(device) == english


@pytest.mark.parametrize(
    ("name", "value", "english", "arabic"),
    [
        ("median_s", 120, "≤ 2 min", "أقصاها دقيقتان"), ("median_s", 150, "≤ 3 min", "أقصاها 3 دقائق"),
        ("serving_s", 30, "≤ 30 s", "أقصاها 30 ثانية"), ("mean_s", 150, "2 min", "دقيقتان"), ("came", 7, "7", "7"),
        ("p90_s", None, "–", "–"), ("p90_s", 150, "3 min", "3 دقائق"),
    ],
)  # fmt: skip
def test_a_figure_that_is_kept_rounded_up_says_that_it_is_at_most_this_or_less_than_it(
    name: str, value: float | None, english: str, arabic: str
) -> None:
    assert (TEXTS["en"].figure(name, value), TEXTS["ar"].figure(name, value)) == (english, arabic)


def test_a_name_falls_back_to_another_language_then_to_the_code() -> None:
    assert TEXTS["en"].name({"ar": "نزوى"}, "7") == "نزوى"
    assert TEXTS["en"].name({}, "7") == "7"


def test_visitors_read_hours_of_twelve() -> None:
    assert TEXTS["ar"].public_hours("07:30", "13:30") == "من 7:30 ص إلى 1:30 م"
    assert TEXTS["en"].public_hours("07:30", "13:30") == "7:30 am to 1:30 pm"


def test_minutes_are_short_in_a_narrow_column() -> None:
    assert (TEXTS["ar"].cell("p90_s", 7 * 60 + 20), TEXTS["en"].cell("p90_s", 7 * 60 + 20)) == ("8 د", "8 min")
    assert (TEXTS["ar"].cell("mean_s", 200), TEXTS["ar"].cell("mean_s", None)) == ("3 د", "–")
    assert TEXTS["en"].cell("p90_s", 30) == TEXTS["en"].figure("p90_s", 30)


def test_who_acted_and_how_is_said_in_the_language_of_the_page() -> None:
    assert (TEXTS["ar"].source("command line"), TEXTS["en"].source("ministry's account")) == (
        "سطر الأوامر",
        "with the ministry's account",
    )
    assert TEXTS["ar"].source("aisha") == "aisha"
