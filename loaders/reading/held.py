"""A file that is held in memory and has never been on a disk."""

from io import BytesIO


class Held:
    """A file's name and content, read as a path is."""

    def __init__(self, name: str, content: bytes):
        self.name, self._content = name, content

    def open(self, mode: str = "rb") -> BytesIO:
        """Its content, to be read."""
        return BytesIO(self._content)
