"""The month values as the command answers them."""

from metrics.months.values import month_values
from qa_data.asking import Asking
from qa_data.store import Store


def indicators(store: Store, asking: Asking) -> dict:
    """Every month value up to the day asked of, as the contract's JSON: home, standard, indicator, month, numerator,
    denominator.
    """
    values = store.rows(
        asking,
        f"""
        select home, standard, indicator, strftime(month, '%Y-%m') as month, numerator, denominator
        from ({month_values(store, asking)}) told order by home, standard, indicator, month""",
    )
    return {"as_at": asking.as_at.isoformat(), "known_at": asking.moment, "values": values}
