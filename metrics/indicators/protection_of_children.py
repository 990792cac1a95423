"""Protection of children (regulation 12)."""

from metrics.indicators.indicator import HIGHER, LOCAL, LOWER, STOCK, Proportion, Rate, under

PROTECTION_OF_CHILDREN = under(
    "QS12",
    Rate(
        id="PRO1",
        title="Missing episodes",
        why=(
            "A child who is missing may be exploited or hurt; going missing often says that something at home is wrong."
        ),
        numerator="returns.missing_episodes",
        better=LOWER,
        basis=LOCAL,
    ),
    Proportion(
        id="PRO2",
        title="Return home interviews within 72 hours",
        why=(
            "An interview soon after a child comes back is the best chance to learn why the child left and what"
            " happened."
        ),
        numerator="returns.rhi_72h",
        denominator="returns.rhi_due",
        better=HIGHER,
        basis=LOCAL,
        target=100,
        floor=85,
    ),
    Proportion(
        id="PRO3",
        title="Notifiable events notified within 24 hours",
        why="Ofsted and the placing authority can only act on a serious event when they know of it.",
        numerator="returns.notified_24h",
        denominator="returns.notifiable_events",
        better=HIGHER,
        basis=LOCAL,
        target=100,
        floor=90,
        note="Reg 40 says without delay; 24 hours is a local standard",
    ),
    Proportion(
        id="PRO4",
        title="Risk assessments in date",
        measured=STOCK,
        why="Staff on shift tonight work from the assessment in the file; an old one describes another child.",
        numerator="returns.risk_assessments_current",
        denominator="returns.risk_assessments",
        better=HIGHER,
        basis=LOCAL,
        target=100,
        floor=90,
    ),
    Rate(
        id="PRO6",
        title="Allegations against staff",
        why=(
            "Allegations show both risk and whether children feel able to speak; a change in either direction needs a"
            " question."
        ),
        numerator="returns.allegations",
        better=LOWER,
        basis=LOCAL,
    ),
)
