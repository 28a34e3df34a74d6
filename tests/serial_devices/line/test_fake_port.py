from __future__ import annotations

import os
import threading

from serial_devices.line.fake_port import FakePort


def test_a_fake_device_hears_and_is_heard() -> None:
    came, heard = threading.Event(), []

    def take(data: bytes) -> None:
        heard.append(data)
        came.set()

    with FakePort(take) as port:
        program = os.open(port.path, os.O_RDWR | os.O_NOCTTY)
        os.write(program, b"\x02\r\n")
        assert came.wait(60)
        port.say(b"\x03\r\n")
        assert os.read(program, 10) == b"\x03\r\n"
        os.close(program)
    assert b"".join(heard) == b"\x02\r\n"


def test_the_line_outlives_a_program_that_opens_it_twice() -> None:
    with FakePort() as port:
        for word in (b"a", b"b"):
            program = os.open(port.path, os.O_RDWR | os.O_NOCTTY)
            port.say(word)
            assert os.read(program, 10) == word
            os.close(program)
        port.unplug()
