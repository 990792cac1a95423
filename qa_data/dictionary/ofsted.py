"""What is kept of Ofsted's published file of providers: no name, address or postcode, only what a comparison needs."""

from qa_data.dictionary.column import KEY, REQUIRED, Column, Dataset

HOME_PROVISION = (
    "Children's home",
    "Secure children's home",
    "Residential special school (registered as a children's home)",
)
"""The provision types that are registered, and counted by Ofsted, as children's homes."""

COUNCIL_RUN = "Local Authority"
"""The sector of a home that a council runs itself."""

FULL_INSPECTION = "Full inspection"

PROVIDERS = Dataset(
    "providers",
    "Ofsted's published providers",
    "a provider as at a day",
    (
        Column("as_at", "As at", "date", KEY, note="The day that the file describes, from its title or name."),
        Column("urn", "URN", "text", KEY),
        Column("provision_type", "Provision type", "text", REQUIRED),
        Column("registration_status", "Registration status"),
        Column("local_authority", "Local authority", "text", REQUIRED),
        Column("sector", "Sector", "text", REQUIRED),
        Column("places", "Places", "whole number"),
        Column("short_breaks", "Short-break-only children's home", "yes/no", note="Blank in a year that does not say."),
        Column("inspection_date", "Latest full inspection date", "date", REQUIRED),
        Column(
            "overall",
            "Overall experiences and progress of children and young people",
            "text",
            REQUIRED,
            note="The latest full inspection's, as the file gives it; blank when there is none yet.",
        ),
        Column("protection", "How well children and young people are helped and protected"),
        Column("leadership", "The effectiveness of leaders and managers"),
        Column("region", "Ofsted region", note="As Ofsted divides England; kept from 0.10.0 on."),
    ),
)

PUBLISHED_INSPECTIONS = Dataset(
    "published_inspections",
    "Ofsted's published inspections",
    "an inspection of a provider",
    (
        Column("urn", "URN", "text", KEY),
        Column("inspection_date", "Inspection date", "date", KEY, past=True),
        Column("inspection_type", "Event type", "text", KEY),
        Column("overall", "Overall experiences and progress of children and young people"),
        Column("protection", "How well children and young people are helped and protected"),
        Column("leadership", "The effectiveness of leaders and managers"),
        Column("publication_date", "Publication date", "date"),
        Column("event_number", "Event number"),
    ),
)

OFSTED = (PROVIDERS, PUBLISHED_INSPECTIONS)
