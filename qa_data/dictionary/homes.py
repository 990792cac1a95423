"""The homes and services that the council runs."""

from qa_data.dictionary.column import KEY, NAMES_OF_HOME, REQUIRED, Column, Dataset

HOMES = Dataset(
    "homes",
    "Homes",
    "a home",
    (
        Column("home", "Home", need=KEY, note="The name used everywhere else.", also=NAMES_OF_HOME),
        Column(
            "urn",
            "URN",
            also=("Ofsted URN", "Unique reference number", "SC number", "Ofsted ref"),
            note="Ofsted's unique reference number, e.g. SC412345. Children never see it; the public does.",
        ),
        Column(
            "other_names",
            "Also known as",
            "text list",
            also=("AKA", "Other names"),
            note="Other spellings, separated by ';'. A sheet may use any of them.",
        ),
        Column(
            "service_type",
            "Service type",
            "choice",
            REQUIRED,
            ("Residential care", "Short breaks", "Emergency and outreach", "Secure"),
            also=("Type of service", "Type of provision", "Type of home", "Provision"),
        ),
        Column(
            "places",
            "Registered places",
            "whole number",
            REQUIRED,
            note="0 or more",
            also=("Places", "No. of beds", "Number of beds", "Beds", "Registered beds"),
        ),
        Column(
            "opened",
            "Opened",
            "date",
            REQUIRED,
            note="No visit, return or review is due before it.",
            also=("Date opened", "Opening date", "Opened on", "Registered from", "Registration date"),
        ),
        Column("closed", "Closed", "date", also=("Date closed", "Closing date", "Closed on"), not_before="opened"),
        Column("manager", "Registered manager", person=True, also=("RM", "Manager", "Registered Manager name")),
        Column(
            "responsible_individual", "Responsible individual", person=True, also=("RI", "RI name", "Resp. individual")
        ),
    ),
)
