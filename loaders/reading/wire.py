"""What the child that parses a file says to its parent, who does not trust it: frames of plain values."""

import io
import pickle
import struct
from collections.abc import Iterator

from . import limits

TYPE_CHECKING = False
if TYPE_CHECKING:  # the child need not import it
    from typing import IO

LENGTH = struct.Struct("<Q")
DATES = {"date", "datetime", "time", "timedelta"}


def send(pipe: "IO[bytes]", *frame: object) -> None:
    """Writes one frame: a tuple of plain values and dates."""
    packed = pickle.dumps(frame, protocol=5)
    pipe.write(LENGTH.pack(len(packed)))
    pipe.write(packed)


def frames(pipe: "IO[bytes]") -> Iterator[tuple]:
    """Every frame up to the end of the pipe. Raises UnpicklingError for anything that `send` would not write."""
    left = limits.ANSWER_BYTES
    while head := pipe.read(LENGTH.size):
        size = LENGTH.unpack(head)[0]
        left -= size
        if left < 0:
            raise MemoryError("the answer is too long")
        yield _Plain(io.BytesIO(pipe.read(size))).load()


class _Plain(pickle.Unpickler):
    """Admits no class but those of dates, so that a frame can hold nothing that runs."""

    def find_class(self, module: str, name: str) -> type:
        if module == "datetime" and name in DATES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")


def named(name: str) -> bytes:
    """A file's name, before the file's bytes."""
    told = name.encode("utf-8", "surrogatepass")
    return LENGTH.pack(len(told)) + told


def name(pipe: "IO[bytes]") -> str:
    """The name that stands before the bytes."""
    (size,) = LENGTH.unpack(pipe.read(LENGTH.size))
    return pipe.read(size).decode("utf-8", "surrogatepass")
