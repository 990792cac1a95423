"""python -m tests.screenshots [PAGE…]: every page from the sample data, on a big screen and a phone, light and dark,
into docs/screens.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from pages.parts.sample import load_sample
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.serving import ROOT, browsing, served, settled

FOLDER = ROOT / "docs" / "screens"
SIZES = ((1920, 1080), (375, 812))
SCHEMES = ("light", "dark")
AS_AT = "2026-10-31"


def pages() -> list[str]:
    """Every page there is."""
    return sorted(path.stem for path in (ROOT / "pages").glob("*.py") if path.stem != "__init__")


def draw(address: str, names: list[str], folder: Path = FOLDER) -> None:
    """Draws what is seen of those pages without scrolling."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, height in SIZES:
        for scheme in SCHEMES:
            with browsing(width, height, color_scheme=scheme) as page:
                for name in names:
                    settled(page, f"{address}/{'' if name == 'overview' else name}?date={AS_AT}")
                    _small(page.screenshot()).save(folder / f"{name}-{width}-{scheme}.png", optimize=True)


def _small(png: bytes) -> Image.Image:
    """The picture in 256 colours: less than half of the size."""
    return Image.open(BytesIO(png)).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def main() -> None:
    """Draws the pages named, or all of them, on a store of the sample data."""
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "sample.duckdb"
        store = open_store(database)
        load_sample(store, of_every_home())
        store.close()
        with served(database) as address:
            draw(address, sys.argv[1:] or pages())


if __name__ == "__main__":
    main()
