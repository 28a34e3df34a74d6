"""Keep PySide from reading the source of every module that is imported, and Python from keeping what it read.

After each import PySide asks whether the module names it, by the module's whole source text; Python's cache of lines
then holds that text for good. It matters only to `from __feature__ import …`, which no program here says: 5 MB of
memory and a tenth of a second's start are for nothing.
"""

from __future__ import annotations

import importlib
import linecache
import sys

from qtkit.late_patterns import late_patterns

_ASKER, _QUESTION = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_unread() -> bool:
    """Answer for PySide from now on, and drop what was read; return whether this PySide asks. Repeated, it is free."""
    with late_patterns():
        importlib.import_module("PySide6.QtCore")
    linecache.clearcache()
    asker = sys.modules.get(_ASKER)
    if asker is None or not hasattr(asker, _QUESTION):
        return False  # another version: it may read again, and nothing else changes
    setattr(asker, _QUESTION, _names_no_feature)
    return True


def _names_no_feature(_module: object) -> bool:
    return False
