from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serial_devices import scanner
from serial_devices.errors import DeviceAddressError, LineError, LineFault
from serial_devices.scanner import TRIGGERS, ScannerTalk, ScanReader, read_scanner, ticket_code
from tests.helpers.examples import assert_examples_hold

CODE = "AbCdEfGhIjKlMnOpQrSt_-"
TICKET = f"http://10.0.0.5:8080/t#{CODE}"


def test_a_scanner_s_address_names_its_trigger() -> None:
    settings = read_scanner("serial:///dev/ttyACM0?baud=115200&trigger=honeywell")
    assert (settings.port.path, settings.port.baud, settings.trigger) == ("/dev/ttyACM0", 115200, "honeywell")
    assert read_scanner("serial:///dev/ttyACM0").trigger == "none"
    with pytest.raises(DeviceAddressError, match="known are none, honeywell"):
        read_scanner("serial:///dev/ttyACM0?trigger=acme")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TICKET, CODE),
        (f"https://queue.gov.om/hall/t#{CODE}", CODE),
        (CODE, None),
        ("https://queue.gov.om/t#short", None),
        (f"https://queue.gov.om/t?x#{CODE}x", None),
        (f"https://queue.gov.om/x#{CODE}", None),
        (f"ftp://queue.gov.om/t#{CODE}", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_only_a_ticket_s_address_holds_a_ticket_s_code(text: str, code: str | None) -> None:
    assert ticket_code(text) == code


@given(st.text())
def test_no_text_upsets_the_reading_of_codes(text: str) -> None:
    code = ticket_code(text)
    assert code is None or code in text


@given(st.binary(max_size=700), st.integers(1, 60))
def test_whatever_a_scanner_says_comes_out_as_printable_text(data: bytes, size: int) -> None:
    reader = ScanReader()
    for start in range(0, len(data), size):
        for text in reader.feed(data[start : start + size], 0.0):
            assert text.isprintable()
            assert text


def test_a_code_under_the_glass_is_one_scan_until_it_is_taken_away() -> None:
    reader = ScanReader()
    scans = [reader.feed(TICKET.encode() + b"\r", now_s) for now_s in (0.0, 0.5, 1.9, 3.0, 9.0)]
    assert [len(texts) for texts in scans] == [1, 0, 0, 0, 1]


def test_another_code_is_another_scan_at_once() -> None:
    reader = ScanReader()
    assert reader.feed(b"one\rtwo\rone\r", 0.0) == ["one", "two", "one"]


def test_the_kind_of_code_before_the_text_and_frame_signs_are_left_out() -> None:
    assert ScanReader().feed(b"]Q1" + TICKET.encode() + b"\r\n\x02abc\x03\r", 0.0) == [TICKET, "abc"]


@pytest.mark.parametrize("noise", [b"\xff\xfe\r", b"\x00\x01\r", b"\r\n\r\n", b"x" * 600 + b"\r"])
def test_noise_is_no_scan(noise: bytes) -> None:
    assert ScanReader().feed(noise, 0.0) == []


class Bench:
    def __init__(self, trigger: str) -> None:
        self.scanned: list[str] = []
        self.told: list[str] = []
        self.talk = ScannerTalk(trigger, self.scanned.append, self.told.append)


@pytest.mark.parametrize("kind", TRIGGERS)
def test_a_triggered_scanner_is_kept_reading_and_let_go_at_the_end(kind: str) -> None:
    begin, end = TRIGGERS[kind]
    bench = Bench(kind)
    bench.talk.opened(0.0)
    sent = [list(bench.talk.due(now_s)) for now_s in (0.0, 1.0, 19.0, 21.0)]
    assert sent == ([[begin], [], [], [begin]] if begin else [[], [], [], []])
    bench.talk.heard(TICKET.encode() + b"\r", 22.0)
    assert bench.scanned == [TICKET]
    assert list(bench.talk.due(22.1)) == ([begin] if begin else [])
    assert list(bench.talk.farewell()) == ([end] if end else [])


def test_a_line_that_comes_back_does_not_finish_a_half_code() -> None:
    bench = Bench("none")
    bench.talk.heard(b"HALF", 0.0)
    bench.talk.failed(LineError(LineFault.UNPLUGGED, "pulled out"))
    bench.talk.opened(0.1)
    bench.talk.heard(b"WHOLE\r", 0.1)
    assert (bench.scanned, bench.told) == (["WHOLE"], ["pulled out", ""])


def test_the_examples_hold() -> None:
    assert_examples_hold(scanner)
