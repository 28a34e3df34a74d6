from __future__ import annotations

import os
from pathlib import Path

import pytest

from common.configuration.parser import SettingsError
from display_board.calls.zone import EVERYWHERE, Zone
from display_board.config import BoardConfig, parser, read_config
from display_board.voice.ready import DEFAULT_VOICES


def read(argv: list[str]) -> BoardConfig:
    options = parser()
    return read_config(options, options.read_arguments(["--config", os.devnull, *argv]))


HALL = ["--hall", "http://10.0.0.5:8080", "--token", "T"]


def test_a_board_needs_only_hall_and_token() -> None:
    config = read(HALL)
    assert (config.language, config.shell.language) == ("both", "ar")
    assert (config.shell.screen_inches, config.viewing_m) == (43.0, 12.0)
    assert (config.mute, config.log, config.voices, config.voice_names) == (False, None, None, dict(DEFAULT_VOICES))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_one_language_is_that_of_the_program(language: str) -> None:
    config = read([*HALL, "--language", language])
    assert (config.language, config.shell.language) == (language, language)


def test_all_options_are_read(tmp_path: Path) -> None:
    options = ["--mute", "--log", "b.jsonl", "--viewing-m", "8", "--screen-inches", "55", "--size", "1080x1920"]
    config = read([*HALL, *options, "--voices", str(tmp_path), "--voice-ar", "ar_salma"])
    assert isinstance(config, BoardConfig)
    assert (config.mute, config.log, config.viewing_m, config.voices) == (True, Path("b.jsonl"), 8.0, tmp_path)
    assert config.voice_names == {"ar": "ar_salma", "en": "en_default"}
    assert (config.shell.screen_inches, config.shell.size_px) == (55.0, (1080, 1920))


def test_a_board_may_have_a_zone_figures_pictures_and_a_screen_of_its_own(tmp_path: Path) -> None:
    options = ["--counters", "1-3, 7", "--services", "A, B", "--waiting", "--media", str(tmp_path), "--picture-s", "20"]
    config = read([*HALL, *options, "--numbers-only", "--screen", "1"])
    assert config.zone == Zone(frozenset({1, 2, 3, 7}), frozenset({"A", "B"}))
    assert (config.waiting, config.numbers_only, config.media, config.picture_s) == (True, True, tmp_path, 20.0)
    assert config.shell.screen == 1
    plain = read(HALL)
    assert (plain.zone, plain.waiting, plain.numbers_only, plain.media, plain.shell.screen) == (
        EVERYWHERE,
        False,
        False,
        None,
        0,
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--counters", "1-x"], "--counters 1-x: '1-x' is no counter"),
        (["--media", "/nowhere"], "--media /nowhere: no such folder"),
        (["--picture-s", "1"], "--picture-s 1: expected"),
        (["--screen", "-1"], "--screen -1: screens are counted from 0"),
    ],
)
def test_a_mistake_is_named_with_what_was_expected(options: list[str], told: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read([*HALL, *options])
    assert told in str(refused.value)


def test_all_mistakes_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAWR_TOKEN", raising=False)
    with pytest.raises(SettingsError) as refused:
        read(["--language", "fr", "--viewing-m", "0", "--voices", "/nowhere", "--screen-inches", "1"])
    text = str(refused.value)
    for part in (
        "--hall is missing",
        "token is missing",
        "--language fr",
        "--viewing-m 0",
        "/nowhere",
        "--screen-inch",
    ):
        assert part in text


def test_how_long_a_call_stands_large_is_set_within_reason() -> None:
    assert read(HALL).shown_large_s == 5.0
    assert read([*HALL, "--shown-large-s", "8"]).shown_large_s == 8.0
    with pytest.raises(SettingsError, match="--shown-large-s 61"):
        read([*HALL, "--shown-large-s", "61"])


def test_a_file_has_the_same_settings_and_options_win(tmp_path: Path) -> None:
    file = tmp_path / "board.toml"
    file.write_text('hall = ["http://10.0.0.5:8080"]\nmute = true\nviewing_m = 8\nlanguage = "en"\n', encoding="utf-8")
    options = parser()
    config = read_config(options, options.read_arguments(["--config", str(file), "--token", "T", "--no-mute"]))
    assert (config.mute, config.viewing_m, config.language) == (False, 8, "en")
