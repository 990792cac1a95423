"""What no file, variable or argument may set otherwise, wherever the dashboard is started from."""

from streamlit import config

HELD = {
    "client.allowedOrigins": [],
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "browser.gatherUsageStats": False,
    "global.developmentMode": False,
    "global.e2eTest": False,
    "runner.magicEnabled": False,
    "server.corsAllowedOrigins": [],
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableStaticServing": False,
    "server.enableXsrfProtection": True,
    "server.maxUploadSize": 50,
    "server.scriptHealthCheckEnabled": False,
    "server.trustedUserHeaders": {},
    "server.xsrfCookieSameSite": "lax",
}
BY = "the dashboard's own door"


def hold() -> None:
    """Sets the options now and each time that Streamlit reads its files anew."""
    config.on_config_parsed(_set, force_connect=True)
    _set()


MOST = {"server.disconnectedSessionTTL": 80}
"""Seconds that a closed page may come back in: with what it takes to notice that it is gone, under two minutes."""


def _set() -> None:
    for name, value in HELD.items():
        config.set_option(name, value, BY)
    for name, most in MOST.items():
        config.set_option(name, min(most, config.get_option(name)), BY)
