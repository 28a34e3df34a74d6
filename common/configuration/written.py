"""Put values into a TOML file and leave every comment and other line as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit


def with_values(text: str, values: Mapping[str, Any]) -> str:
    r"""Return the file with each key set to its value; raise ValueError where it is not TOML.

    A list that holds the value already stays, as a hall with a stand-by has two addresses.

    >>> with_values('# ours\nlanguage = "en"  # for now\n', {"counter": 3})
    '# ours\nlanguage = "en"  # for now\ncounter = 3\n'
    """
    document = tomlkit.parse(text)
    for key, value in values.items():
        before = document.get(key)
        if isinstance(value, list) and isinstance(before, list) and set(value) <= set(before):
            continue
        document[key] = value
    return tomlkit.dumps(document)
