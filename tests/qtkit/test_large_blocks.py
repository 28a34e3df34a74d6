from __future__ import annotations

import json
import subprocess
import sys

import pytest

from qtkit.large_blocks import give_large_blocks_back

PROGRAM = """
import ctypes, json, sys
from qtkit.large_blocks import give_large_blocks_back
held = give_large_blocks_back() if "held" in sys.argv else False
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
def block(size):
    place = libc.malloc(size)
    ctypes.memset(place, 1, size)
    return place
libc.free(block(8_000_000))
before = resident()
blocks = []
for _ in range(40):
    blocks.append(block(400_000))
    block(64)  # what lives longer, between the large ones
for one in blocks[:-1]:
    libc.free(one)
print(json.dumps([held, resident() - before]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc is Linux's")
def test_large_blocks_that_are_freed_leave_nothing_behind() -> None:
    kept, given_back = (run(*words) for words in ((), ("held",)))
    if not given_back[0]:
        pytest.skip("this C library has no such rule")
    assert given_back[1] < 2_000_000
    assert kept[1] > 10_000_000, "the rule has changed: this module is needed no more"


def run(*words: str) -> tuple[bool, int]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=True)
    held, grown = json.loads(done.stdout)
    return held, grown


def test_it_may_be_said_again() -> None:
    assert give_large_blocks_back() is give_large_blocks_back()


FREES = """
import ctypes, json
from qtkit.large_blocks import give_free_blocks_back
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096
blocks = [libc.malloc(20_000) for _ in range(400)]
for one in blocks:
    ctypes.memset(one, 1, 20_000)
for one in blocks[:-1]:
    libc.free(one)
before = resident()
print(json.dumps([give_free_blocks_back(), before - resident()]))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc is Linux's")
def test_free_pages_below_a_block_that_is_used_are_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", FREES], capture_output=True, text=True, check=True)
    did, given_back = json.loads(done.stdout)
    assert did
    assert given_back > 6_000_000
