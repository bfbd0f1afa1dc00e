"""Figures as people read them."""


def percent(fraction: float, *, decimals: int = 1) -> str:
    """Return 0.973 as "97.3 %"."""
    return f"{100 * fraction:.{decimals}f} %"


def drawings(count: int) -> str:
    """Return "1 drawing", "12 drawings"."""
    return f"{count:,} drawing{'' if count == 1 else 's'}"


def duration(seconds: float) -> str:
    """Return a time to go or gone by: "8 s", "3 min 20 s", "1 h 05 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
