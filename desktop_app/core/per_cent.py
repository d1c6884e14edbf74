"""Shares as they are told: in per cent, rounded down."""


def per_cent(share: float) -> str:
    """Return a share from 0 to 1: what is not the whole is never 100%, and what is not nothing never 0%."""
    percent = round(share * 100_000) // 1000  # first to the precision of shares: 0.29 * 100 is 28.999…
    return "less than 1%" if share and not percent else f"{percent}%"
