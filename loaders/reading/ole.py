"""The streams of an OLE file (the shell of .xls, and of a workbook with a password), after [MS-CFB]."""

import struct
from collections.abc import Iterator, Sequence

END = 0xFFFFFFFA
"""Sector numbers from here on mean no sector."""
MINI_LIMIT = 4096


class Ole:
    """Streams by name. Raises ValueError, IndexError or struct.error for a damaged file."""

    def __init__(self, content: bytes):
        self.content = content
        self.size = 1 << struct.unpack_from("<H", content, 30)[0]
        self.table = self._sector_table()
        directory = self._chain(struct.unpack_from("<I", content, 48)[0])
        self.entries = dict(_entry(directory, at) for at in range(0, len(directory) - 127, 128))
        self.mini_table = self._numbers(self._chain(struct.unpack_from("<I", content, 60)[0]))

    def stream(self, name: str) -> bytes:
        """The bytes of one stream. Raises KeyError where there is none."""
        start, size = self.entries[name]
        if size >= MINI_LIMIT:
            return self._chain(start)[:size]
        mini = self._chain(self.entries["Root Entry"][0])
        return b"".join(mini[at * 64 : at * 64 + 64] for at in _follow(self.mini_table, start))[:size]

    def _sector_table(self) -> list[int]:
        sectors = list(struct.unpack_from("<109I", self.content, 76))
        more = struct.unpack_from("<I", self.content, 68)[0]
        for _ in range(len(self.content) // self.size):
            if more >= END:
                break
            *further, more = self._numbers(self._sector(more))
            sectors += further
        return [number for at in sectors if at < END for number in self._numbers(self._sector(at))]

    def _sector(self, at: int) -> bytes:
        return self.content[(at + 1) * self.size : (at + 2) * self.size]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(at) for at in _follow(self.table, start))

    @staticmethod
    def _numbers(sector: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def _follow(table: Sequence[int], at: int) -> Iterator[int]:
    for _ in range(len(table)):
        if at >= END:
            return
        yield at
        at = table[at]
    if at < END:
        raise ValueError("the sectors of a stream go round in a circle")


def _entry(directory: bytes, at: int) -> tuple[str, tuple[int, int]]:
    length = struct.unpack_from("<H", directory, at + 64)[0]
    name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
    return name, struct.unpack_from("<II", directory, at + 116)
