"""What a hall is given at enrolment, as one word: the token that it sends, and a key that it never sends.

By the key the hall checks that settings are the centre's. Who overhears the hall, or answers in the centre's place,
learns the token and can sign nothing.

>>> given = read_credential("tok3n.5ecret")
>>> given.token, given.settings_key, given.word
('tok3n', '5ecret', 'tok3n.5ecret')
>>> read_credential("tok3n")
CentreCredential(token='tok3n')
"""

from __future__ import annotations

from dataclasses import dataclass, field

_BETWEEN = "."


@dataclass(frozen=True)
class CentreCredential:
    """A hall's token and its key for settings, empty where it was given none; the key never shows in a repr."""

    token: str
    settings_key: str = field(default="", repr=False)

    @property
    def word(self) -> str:
        """The credential as it is printed and kept."""
        return f"{self.token}{_BETWEEN}{self.settings_key}" if self.settings_key else self.token


def read_credential(word: str) -> CentreCredential:
    """Return what a credential's word holds."""
    token, _, settings_key = word.strip().partition(_BETWEEN)
    return CentreCredential(token, settings_key)
