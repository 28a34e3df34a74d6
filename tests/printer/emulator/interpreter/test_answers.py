from __future__ import annotations

from printer.emulator.interpreter.answers import Voice


def test_words_are_heard_once_and_in_order() -> None:
    voice = Voice()
    voice.say(b"ab")
    voice.say(b"c")
    assert voice.taken() == b"abc"
    assert voice.taken() == b""


def test_the_state_is_sent_at_once_then_only_when_it_is_another() -> None:
    voice = Voice()
    voice.changed(b"early")
    voice.push(on=True, status=b"one")
    voice.changed(b"one")
    voice.changed(b"two")
    assert voice.taken() == b"onetwo"
    voice.push(on=False, status=b"three")
    voice.changed(b"four")
    assert voice.taken() == b""


def test_without_power_it_forgets_its_words_and_that_the_state_was_asked_for() -> None:
    voice = Voice()
    voice.push(on=True, status=b"one")
    voice.hush()
    voice.changed(b"two")
    assert voice.taken() == b""
