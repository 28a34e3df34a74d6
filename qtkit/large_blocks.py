"""Give memory back to the system: large blocks as soon as they are freed, and free pages when asked.

glibc takes blocks above 128 KiB from the system and gives them back; but the first such block that is freed teaches it
to keep all blocks of that size. One picture of a screen then makes every later one part of the heap, which is broken up
by what lives longer and grows for weeks.
"""

from __future__ import annotations

import contextlib
import ctypes

M_MMAP_THRESHOLD = -3
"""mallopt's name for the size from which on blocks are the system's."""
LARGE_BYTES = 128 * 1024


def give_large_blocks_back() -> bool:
    """Hold glibc to its first rule; return whether there is a glibc that took it. Repeated, it changes nothing."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        return bool(ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE_BYTES))
    return False


def give_free_blocks_back() -> bool:
    """Give the free pages between what is used back to the system too, in a millisecond or two; True where it did."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        return bool(ctypes.CDLL(None).malloc_trim(0))
    return False
