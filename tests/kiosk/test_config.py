from __future__ import annotations

import os
from pathlib import Path

import pytest

from common.configuration.parser import SettingsError
from kiosk.config import KioskConfig, parser, read_config, read_kiosk_config
from kiosk.offline.folder import default_folder


def read(*arguments: str) -> KioskConfig:
    return read_kiosk_config(parser().read_arguments(["--config", os.devnull, *arguments]))


NEEDED = ("--device", "k1", "--printer", "memory:")


def test_a_kiosk_takes_wide_paper_and_speaks_arabic_unless_told() -> None:
    assert read(*NEEDED) == KioskConfig("k1", "memory:", 80, "ar", False, own_numbers=default_folder("k1"))


@pytest.mark.parametrize("missing", ["--device", "--printer"])
def test_a_kiosk_without_its_name_or_its_printer_does_not_start(missing: str) -> None:
    at = NEEDED.index(missing)
    with pytest.raises(SettingsError, match=f"^{missing} is missing"):
        read(*NEEDED[:at], *NEEDED[at + 2 :])


def test_all_that_is_missing_is_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read()
    assert [line.split()[0] for line in str(caught.value).splitlines()] == ["--device", "--printer"]


def test_all_options_arrive() -> None:
    given = read(
        "--device",
        "k2",
        "--printer",
        "tcp://10.0.0.9",
        "--paper-mm",
        "58",
        "--show-paper",
        "--language",
        "en",
        "--own-numbers",
        "numbers",
    )
    assert given == KioskConfig("k2", "tcp://10.0.0.9", 58, "en", True, own_numbers=Path("numbers"))


def test_a_paper_that_no_printer_takes_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read(*NEEDED, "--paper-mm", "100")
    assert "58, 80" in capsys.readouterr().err


@pytest.mark.parametrize("nothing", ["zz", "xx:yy", "tcp://", "serial:///dev/ttyS0?baud=1", "memory:1"])
def test_an_address_that_is_no_printer_is_refused_at_the_start(nothing: str) -> None:
    with pytest.raises(SettingsError, match=r"--printer: printer address .*Examples: usb:"):
        read("--device", "k1", "--printer", nothing)


def test_a_kiosk_may_have_a_reader_for_tickets() -> None:
    assert read(*NEEDED).scanner is None
    scanner = read(*NEEDED, "--scanner", "serial:///dev/ttyACM0?trigger=zkteco").scanner
    assert scanner is not None
    assert (scanner.port.path, scanner.trigger) == ("/dev/ttyACM0", "zkteco")
    with pytest.raises(SettingsError, match="--scanner usb:x: expected an address like serial:"):
        read(*NEEDED, "--scanner", "usb:x")


def test_there_are_twenty_seconds_to_ask_for_time() -> None:
    assert KioskConfig("k", "memory:").notice_s >= 20


def test_a_logo_is_looked_at_before_the_kiosk_opens(tmp_path: Path) -> None:
    assert read(*NEEDED).logo is None
    logo = tmp_path / "logo.svg"
    with pytest.raises(SettingsError, match=r"^--logo .*logo.svg: cannot be read: No such file"):
        read(*NEEDED, "--logo", str(logo))
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><path d="M0 60 45 0 90 60z"/></svg>')
    assert read(*NEEDED, "--logo", str(logo)).logo == logo


def test_a_keypad_and_headphones_are_named_and_a_bad_keypad_is_told() -> None:
    given = read(*NEEDED, "--keypad", "next=F15", "--headphones", "hw:1,0")
    assert (given.keypad["next"], given.headphones) == (("F15",), "hw:1,0")
    with pytest.raises(SettingsError, match="--keypad 'jump=F1': expected ACT=KEY"):
        read(*NEEDED, "--keypad", "jump=F1")


def test_clips_in_sign_language_need_their_folder(tmp_path: Path) -> None:
    assert read(*NEEDED, "--sign-clips", str(tmp_path)).sign_clips == tmp_path
    with pytest.raises(SettingsError, match="there is no such folder"):
        read(*NEEDED, "--sign-clips", str(tmp_path / "gone"))


def test_a_kiosk_may_be_told_where_reception_is_and_refuses_another_word() -> None:
    assert read(*NEEDED, "--reception", "left").reception == "left"
    with pytest.raises(SystemExit):
        read(*NEEDED, "--reception", "upstairs")


def test_a_file_has_the_same_settings_and_its_mistakes_have_lines(tmp_path: Path) -> None:
    file, token = tmp_path / "kiosk.toml", tmp_path / "token"
    token.write_text("t", encoding="utf-8")
    text = (
        f'hall = ["http://10.0.0.5:8080"]\ntoken_file = "{token}"\ndevice = "k1"\nprinter = "memory:"\npaper_mm = 58\n'
    )
    file.write_text(text, encoding="utf-8")
    options = parser()
    shell, config = read_config(
        options, options.read_arguments(["--config", str(file), "--hall", "http://10.0.0.6:80"])
    )
    assert (shell.halls, shell.token) == (("http://10.0.0.6:80",), "t")
    assert (config.device, config.printer_url, config.paper_mm) == ("k1", "memory:", 58)
    file.write_text(
        f'{text}devise = "k2"\nsize = "big"\nscanner = "usb:x"\nrotate = 45\ntoken = "t"\n', encoding="utf-8"
    )
    with pytest.raises(SettingsError) as refused:
        read_config(options, options.read_arguments(["--config", str(file)]))
    places = [problem.removeprefix(f"{file}:").split(":")[0] for problem in refused.value.problems]
    assert places == ["6", "7", "8", "9", "10"]
    assert "the nearest one is device" in refused.value.problems[0]
