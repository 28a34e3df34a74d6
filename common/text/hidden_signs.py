r"""Characters that no reader sees: those that turn the order of letters, and those that no screen shows.

>>> strip_turning({"text": "picture\u202egpj.exe", "many": [1, "\u202d"]})
{'text': 'picturegpj.exe', 'many': [1, '']}
>>> unseen_signs("two\nlines\x1b")
['\x1b']
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, TypeVar, cast

TURNING = re.compile("[\u202d\u202e]")
"""They show the letters after them in another order: what staff read is then not what was written."""
T = TypeVar("T")


def strip_turning(value: T) -> T:
    """Return a text, or a value of JSON or TOML with all its texts, without the characters that turn the order.

    For what a machine sent, and for forms into which people paste: telephones and Windows add them to copied texts.
    """
    return cast("T", _stripped(value))


def _stripped(value: Any) -> Any:  # noqa: ANN401  # JSON is any value until it is checked
    match value:
        case str():
            return TURNING.sub("", value)
        case dict():
            return {_stripped(name): _stripped(item) for name, item in value.items()}
        case list():
            return [_stripped(item) for item in value]
        case _:
            return value


def unseen_signs(text: str) -> list[str]:
    """Return the characters of a text that no screen shows; a line may end."""
    return sorted({one for one in text if unicodedata.category(one) == "Cc" and one != "\n"})
