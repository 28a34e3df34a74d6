"""`main.py voice record`: serve the recording page on this machine alone, or list what is still to be spoken."""

from __future__ import annotations

import json
import socket
import sys
import webbrowser
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import uvicorn

from common.text.program_name import program_name
from display_board.voice.recording_studio import (
    MISSING,
    SPOKEN,
    SYNTHETIC,
    UNFIT,
    ClipUnknownError,
    RecordingStudio,
)
from display_board.voice.take import TakeError
from web.recording_page import recording_app


class PageStudio:
    """The studio as the recording page asks for it."""

    def __init__(self, studio: RecordingStudio) -> None:
        self._studio = studio

    def clips(self) -> list[dict[str, Any]]:
        """Return every clip, in the order of reading."""
        return [asdict(clip) for clip in self._studio.clips()]

    def take(self, language: str, clip: str, wav: bytes) -> dict[str, Any]:
        """Judge a take and keep it where it is right."""
        try:
            take = self._studio.take(language, clip, wav)
        except (ClipUnknownError, TakeError, OSError) as error:
            return {"problem": str(error)}
        measured = {"level_db": take.level_db, "peak_db": take.peak_db, "noise_db": take.noise_db}
        return {"faults": take.faults, **measured, "length_s": take.length_s}

    def wav(self, language: str, clip: str) -> bytes:
        """Return the clip as a WAV file, empty where there is none."""
        try:
            return self._studio.wav(language, clip)
        except ClipUnknownError:
            return b""


def list_gaps(folder: Path, languages: Sequence[str]) -> int:
    """Print the clips that nobody has spoken as JSON; 0 when there are none, else 1."""
    clips = RecordingStudio(folder, languages).clips()
    gaps = [asdict(clip) for clip in clips if clip.state != SPOKEN]
    counted = Counter(clip.state for clip in clips)
    states = {state: counted[state] for state in (SPOKEN, SYNTHETIC, MISSING, UNFIT)}
    print(json.dumps({"clips": len(clips), **states, "gaps": gaps}, ensure_ascii=False))
    return 1 if gaps else 0


def serve_recording(folder: Path, languages: Sequence[str], port: int, *, opens_browser: bool) -> int:
    """Serve the page until Ctrl-C: browsers give the microphone to pages of this machine without a certificate."""
    with socket.socket() as listener:
        try:
            listener.bind(("127.0.0.1", port))
            listener.listen()  # before the address is said: a browser that is quicker than the server waits
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or "no such port"
            print(f"{program_name()} voice record: port {port}: {reason}; choose another: --port N", file=sys.stderr)
            return 2
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        print(f"record: open {address} (end with Ctrl-C)", flush=True)
        if opens_browser:
            webbrowser.open(address)
        app = recording_app(PageStudio(RecordingStudio(folder, languages)))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        server.run(sockets=[listener])
    return 0
