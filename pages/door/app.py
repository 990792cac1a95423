"""The order in which the door asks: what every answer says first, Streamlit itself last."""

from starlette.middleware import Middleware

from pages.door.astray import Astray
from pages.door.guard import Guard
from pages.door.headers import Headers
from pages.door.health import Health
from pages.door.mine import Mine
from pages.door.options import hold
from pages.door.quota import Quota
from pages.door.refusing import Refusing
from pages.door.shell import Shell
from pages.door.sockets import Sockets
from pages.door.starting import Listening
from pages.door.told import Told


def guarded() -> list[Middleware]:
    """Everything that a request passes on its way to Streamlit, outermost first; holds Streamlit's options too."""
    hold()
    order = (Told, Headers, Listening, Refusing, Health, Guard, Astray, Shell, Mine, Quota, Sockets)
    return [Middleware(each) for each in order]
