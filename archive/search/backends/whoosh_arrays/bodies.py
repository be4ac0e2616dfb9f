"""Bodies of articles, each compressed alone, with a dictionary of what many of them say.

body.*            strings: Zstandard frames of UTF-8; a frame tells the number of its dictionary
dictionaries.*    strings: dictionaries of Zstandard; none where all frames do without

A dictionary serves all segments that a process builds one after the other, so that joined ones have few.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import zstandard

from archive.search.backends.whoosh_arrays.strings import Strings, pack_strings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archive.search.backends.whoosh_arrays.arrayfile import Array, ArrayFile

LEVEL = 3
SAMPLES = (
    512  # bodies from which a dictionary is made; of fewer it would be larger than what it saves
)
SIZE = 32_768  # bytes of a dictionary
TUNING = {"k": 256, "d": 8}  # of how it is made; without them Zstandard tries many, for seconds


class Packer:
    """Compresses bodies; its dictionary comes from the first that are many enough."""

    def __init__(self) -> None:
        self.dictionary: zstandard.ZstdCompressionDict | None = None

    def packed(self, bodies: Sequence[bytes]) -> Mapping[str, Array]:
        if self.dictionary is None and len(bodies) >= SAMPLES:
            self.dictionary = trained(bodies[:SAMPLES])
        compressor = zstandard.ZstdCompressor(level=LEVEL, dict_data=self.dictionary)
        frames = [compressor.compress(body) for body in bodies]
        dictionaries = [self.dictionary.as_bytes()] if self.dictionary else []
        return {**pack_strings("body", frames), **pack_strings("dictionaries", dictionaries)}


def trained(bodies: Sequence[bytes]) -> zstandard.ZstdCompressionDict | None:
    """None where they have nothing in common, or next to nothing in them."""
    try:
        dictionary = zstandard.train_dictionary(SIZE, list(bodies), **TUNING)
    except zstandard.ZstdError:
        return None
    dictionary.precompute_compress(level=LEVEL)
    return dictionary


class Bodies:
    """Reads bodies; a decompressor serves one thread."""

    def __init__(self, file: ArrayFile) -> None:
        self.frames = Strings(file, "body")
        self.dictionaries = Strings(file, "dictionaries")
        self.own = threading.local()

    def __getitem__(self, doc: int) -> str:
        frame = self.frames[doc]
        number = zstandard.get_frame_parameters(frame).dict_id
        text: bytes = self.decompressors()[number].decompress(frame)
        return text.decode()

    def decompressors(self) -> dict[int, zstandard.ZstdDecompressor]:
        """By the number of the dictionary, 0: none."""
        if not hasattr(self.own, "decompressors"):
            known = [zstandard.ZstdCompressionDict(data) for data in self.dictionaries]
            self.own.decompressors = {
                0: zstandard.ZstdDecompressor(),
                **{one.dict_id(): zstandard.ZstdDecompressor(dict_data=one) for one in known},
            }
        found: dict[int, zstandard.ZstdDecompressor] = self.own.decompressors
        return found
