"""The recording page in a real browser whose microphone plays a file: a right take, a quiet one, an overdriven one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect

from commands.voice.recording import PageStudio, list_gaps
from common.text.texts import FOLDER
from display_board.sound.wave import read_clip
from display_board.voice.clip_sound import LEVEL_DB, loudness_db
from display_board.voice.recording_studio import RecordingStudio
from display_board.voice.take import FAULTS
from tests.display_board.voice.test_take import take
from tests.helpers.axe import violations
from tests.helpers.browser import OPTIONS, PATIENCE_MS, program
from tests.helpers.served import served
from web.recording_page import recording_app


@pytest.fixture
def voices(tmp_path: Path) -> Path:
    return tmp_path / "voices"


@pytest.fixture
def address(voices: Path) -> Iterator[str]:
    with served(recording_app(PageStudio(RecordingStudio(voices, ("ar", "en"))))) as address:
        yield address


@contextmanager
def speaking(plain: Page, wav: bytes, folder: Path) -> Iterator[Page]:
    """Give a page of a browser whose microphone hears this file over and over."""
    file = folder / "microphone.wav"
    file.write_bytes(wav)
    microphone = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    microphone += [f"--use-file-for-fake-audio-capture={file}", "--autoplay-policy=no-user-gesture-required"]
    assert plain.context.browser is not None
    browser = plain.context.browser.browser_type.launch(executable_path=program(), args=[*OPTIONS, *microphone])
    context = browser.new_context(permissions=["microphone"])
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    browser.close()
    assert errors == []


def record(page: Page) -> None:
    """Press Record, wait until the voice was heard and is silent again, and press Stop."""
    page.locator("#record").click()
    expect(page.locator("#record")).to_have_class(re.compile("danger"))
    level = "parseFloat(document.getElementById('level').style.inlineSize)"
    page.wait_for_function(f"() => {level} > 25")
    # The speaker waits half a second, as the page asks for: thirty frames without a voice.
    page.wait_for_function(f"() => (window.quiet = {level} < 20 ? (window.quiet ?? 0) + 1 : 0) > 30")
    page.locator("#record").click()


def silent_first(**how: float) -> bytes:
    """Return a take with silence around it that the page can wait for."""
    return take(before_s=1.5, after_s=6.0, noise=0.00003, rate=22_050, **how)  # type: ignore[arg-type]  # by name


def test_a_right_take_is_kept_as_the_board_plays_it_and_the_next_text_comes(
    page: Page, address: str, voices: Path, tmp_path: Path
) -> None:
    with speaking(page, silent_first(), tmp_path) as spoken:
        spoken.goto(f"{address}/?lang=en")
        expect(spoken.locator("#text")).to_have_text("صَاحِبُ الرَّقْمِ")
        expect(spoken.locator("#meaning")).to_have_text("Number")
        record(spoken)
        expect(spoken.locator("#verdict .right")).to_have_text("The recording is good and is saved.")
        expect(spoken.locator("#state")).to_have_text("recorded")
        spoken.keyboard.press("Enter")
        expect(spoken.locator("#text")).to_have_text("يُرْجَى التَّوَجُّهُ إِلَى النَّافِذَةِ رَقْم")
        assert loudness_db(read_clip(voices / "ar_default" / "holder.wav")) == pytest.approx(LEVEL_DB, abs=1)
        assert violations(spoken) == []
        spoken.reload()  # another afternoon
        expect(spoken.locator("#text")).to_have_text("يُرْجَى التَّوَجُّهُ إِلَى النَّافِذَةِ رَقْم")
        expect(spoken.locator("#progress")).to_contain_text("recorded: 1")


@pytest.mark.full
@pytest.mark.parametrize(
    ("volume", "language", "said"),
    [(0.012, "en", "Too quiet"), (1.6, "ar", "الصوت مرتفع جدًا ومشوّه")],
)
def test_a_take_that_is_too_quiet_or_overdriven_is_not_kept(
    page: Page, address: str, voices: Path, tmp_path: Path, volume: float, language: str, said: str
) -> None:
    with speaking(page, silent_first(volume=volume), tmp_path) as spoken:
        spoken.goto(f"{address}/?lang={language}")
        record(spoken)
        expect(spoken.locator("#verdict .wrong")).to_contain_text(said)
        assert not (voices / "ar_default").exists()


def test_a_page_of_elsewhere_cannot_write_a_clip(address: str, voices: Path) -> None:
    for headers in ({"Origin": "https://example.org"}, {"Host": "example.org"}):
        assert requests.post(f"{address}/clips/ar/n7", take(), headers=headers, timeout=60).status_code == 403
    assert requests.post(f"{address}/clips/ar/nobody", take(rate=22_050), timeout=60).status_code == 400
    assert requests.get(f"{address}/clips/ar/n7.wav", timeout=60).status_code == 404
    assert not voices.exists()


def test_gaps_are_listed_for_a_program(voices: Path, capsys: pytest.CaptureFixture[str]) -> None:
    RecordingStudio(voices, ("en",)).take("en", "n7", take(rate=22_050))
    assert list_gaps(voices, ("en",)) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["clips"], told["spoken"], told["missing"], len(told["gaps"])) == (86, 1, 85, 85)
    assert told["gaps"][0] == {
        "language": "en", "clip": "holder", "text": "Number", "meaning": "صَاحِبُ الرَّقْمِ", "state": "missing",
    }  # fmt: skip


def test_both_languages_have_every_text_and_each_fault_has_one() -> None:
    arabic, english = (
        json.loads((FOLDER / f"recording_{one}.json").read_text(encoding="utf-8")) for one in ("ar", "en")
    )
    assert list(arabic) == list(english)
    assert {f"fault.{fault}" for fault in FAULTS} <= set(english)
    source = "".join(
        Path(f"web/{name}").read_text()
        for name in ("static/recording/recording.js", "templates/recording/recording.html")
    )
    built = ("state.", "fault.", "measured.", "advice.")
    assert [one for one in english if f'"{one}"' not in source and not one.startswith(built)] == ["product"]
