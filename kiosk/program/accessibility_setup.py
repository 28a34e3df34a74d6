"""Connect a kiosk's help for visitors who see, hear or read differently: keypad, voice, clips in sign language."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.accessibility.calls_again import CallsAgain
from kiosk.accessibility.guide import Guide
from kiosk.accessibility.keypad_walk import KeypadWalk
from kiosk.accessibility.sign_language import SignDesk
from kiosk.accessibility.speaker import Speaker, find_voice
from kiosk.accessibility.spoken_screen import Spoken
from kiosk.config import KioskConfig
from kiosk.program.app import Kiosk
from kiosk.screens.help.presenter import EVERYWHERE
from kiosk.screens.window import KioskWindow
from qtkit.input.idle import IdleWatch
from qtkit.language.language import Language
from qtkit.program.shell import Shell


@dataclass(frozen=True)
class Aids:
    """The programs for what is set: espeak-ng and aplay, ffmpeg; None for what is not installed or not asked for."""

    voice: tuple[str, str] | None = None
    decoder: str | None = None

    @property
    def able(self) -> frozenset[str]:
        """Return the kinds of help that can be given."""
        spoken = {"spoken"} if self.voice is not None else set()
        signed = {"signed"} if self.decoder is not None else set()
        return EVERYWHERE | spoken | signed


def find_aids(config: KioskConfig) -> Aids:
    """Look for the programs that the settings ask for; a kiosk without them does without the modules, too."""
    voice = decoder = None
    if config.headphones is not None:
        voice = find_voice()
    if config.sign_clips is not None:
        from qtkit.video import find_decoder  # noqa: PLC0415

        decoder = find_decoder()
    return Aids(voice, decoder)


def sign_desk(
    aids: Aids, window: KioskWindow, language: Language, idle: IdleWatch, config: KioskConfig
) -> SignDesk | None:
    """Return what shows clips in sign language; None where there are none."""
    if aids.decoder is None or config.sign_clips is None:
        return None
    return SignDesk(window, language, config.sign_clips, aids.decoder, idle, parent=window)


def give_aids(
    aids: Aids, kiosk: Kiosk, clips: SignDesk | None, shell: Shell, idle: IdleWatch, config: KioskConfig
) -> None:
    """Let the keypad walk through every screen, a voice say what it comes to, and clips go with their screen."""
    window = kiosk.window
    walk = KeypadWalk(window, config.keypad, parent=window)
    CallsAgain(walk.pressed, shell.calls, parent=window)
    if aids.voice is not None and config.headphones is not None:
        speaker = Speaker(aids.voice, config.headphones, parent=window)
        Guide(kiosk, walk, speaker, Spoken(window, shell.language, window), idle, parent=window)
    if clips is not None:
        window.shown.connect(lambda: clips.follow(kiosk.session))
