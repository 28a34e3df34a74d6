"""Programs in the places of espeak-ng and aplay that write down what would have been heard, and on which device."""

from __future__ import annotations

from pathlib import Path


class Heard:
    """What a speaker's programs were given, line by line: voice, loudness, words; `programs` goes into Speaker."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "heard.txt"
        speak, play = folder / "speak", folder / "play"
        speak.write_text('#!/bin/sh\nprintf "%s|%s|" "$2" "$4"\ncat\n')
        play.write_text(f'#!/bin/sh\nline=$(cat)\nprintf "%s|%s\\n" "$3" "$line" >> "{self._log}"\n')
        for program in (speak, play):
            program.chmod(0o755)
        self.programs = (str(speak), str(play))

    def lines(self) -> list[str]:
        """Return `device|voice|loudness|words` of each sentence that was said to its end."""
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []

    def words(self) -> list[str]:
        """Return the words alone."""
        return [line.split("|", 3)[-1] for line in self.lines()]
