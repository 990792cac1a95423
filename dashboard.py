"""The front door: how the dashboard is served."""

from base64 import b64encode
from pathlib import Path

from qa_data.installed import packages_needed

with packages_needed():
    import streamlit as st
    from streamlit import delta_generator
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    from pages.door import app as door
    from pages.door import starting

# In the page itself: as a file it is gone from the server as soon as a later run has been drawn.
ICON = "data:image/png;base64," + b64encode((Path(__file__).parent / "pages/parts/favicon.png").read_bytes()).decode()

# Streamlit asks before the first thing that it draws whether somebody types this into Python, and looks through the
# files of all modules to know: a tenth of a second of a page that is served.
delta_generator._use_warning_has_been_displayed = True

if get_script_run_ctx(suppress_warning=True):
    from pages.parts import front  # Only now: who is refused a start need not wait for it.

    front.draw(ICON)
elif __name__ == "__main__":
    starting.run(__file__)
else:
    # Else Streamlit runs the page of the first address by itself, and then all of it once more (pages.parts.entry).
    PagesManager.uses_pages_directory = False
    app = st.App(Path(__file__).resolve(), middleware=door.guarded())
