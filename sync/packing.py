"""Pack a batch for the wire and unpack it again: zstd where both sides have it, gzip everywhere.

>>> coding_of(pack(b"abc", "zstd")), coding_of(pack(b"abc", "gzip"))
('zstd', 'gzip')
>>> unpack(pack(b"abc", "zstd"), "zstd", limit=3)
b'abc'
>>> chosen(["gzip", "zstd"]), chosen(["gzip"]), chosen([])
('zstd', 'gzip', 'gzip')
"""

from __future__ import annotations

from collections.abc import Collection

import zstandard

from contracts.centre.batch import compress, decompress
from contracts.centre.sync_api import CODINGS, MAX_DECODED_BYTES
from contracts.codec.reader import ContractError

GZIP, ZSTD = "gzip", "zstd"
_LEVEL = 3
_ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"


def chosen(offered: Collection[str]) -> str:
    """Return the best coding that the centre offers; gzip where it offers none that is known here."""
    return next((coding for coding in CODINGS if coding in offered), GZIP)


def coding_of(content: bytes) -> str:
    """Return the `Content-Encoding` of packed content by its first bytes."""
    return ZSTD if content.startswith(_ZSTD_MAGIC) else GZIP


def pack(content: bytes, coding: str) -> bytes:
    """Return `content` in `coding` (gzip or zstd), the same bytes each time."""
    if coding == ZSTD:
        return zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(content)
    return compress(content)


def unpack(content: bytes, coding: str, *, limit: int = MAX_DECODED_BYTES) -> bytes:
    """Return what is packed; ContractError when it is damaged, cut or holds more than `limit` bytes.

    Never unpacks more than `limit` bytes, whatever the content claims.
    """
    if coding != ZSTD:
        return decompress(content, limit=limit)
    try:
        announced = zstandard.get_frame_parameters(content).content_size
        if not 0 <= announced <= limit:
            raise ContractError("", f"the body holds more than {limit} bytes, or does not say how many")
        if announced == 0 and content != pack(
            b"", ZSTD
        ):  # the library looks no further into what says it holds nothing
            raise ContractError("", "the body says that it holds nothing, and holds something")
        return zstandard.ZstdDecompressor().decompress(content, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise ContractError("", f"the body is not zstd, or was cut: {error}") from error
