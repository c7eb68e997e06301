"""PNG files of drawings. Choosing filters row by row takes longer than the drawing itself; flat colours need none."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _RGBA = 8, 6
_PRESSED = 3


def write_png(pixels: NDArray[np.uint8], title: str) -> bytes:
    """A PNG file of RGBA pixels, shape (height, width, 4), with a title in its metadata."""
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 4 * width), dtype=np.uint8)  # each row begins with its filter: 0, none
    rows[:, 1:] = pixels.reshape(height, -1)
    header = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _RGBA, 0, 0, 0)
    text = b"Title\0\0\0\0\0" + title.encode()  # neither compressed nor in a named language
    chunks = ((b"IHDR", header), (b"iTXt", text), (b"IDAT", zlib.compress(rows.tobytes(), _PRESSED)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
