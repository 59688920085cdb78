"""Amounts of memory in sentences."""

_MIB = 1024**2
_GIB = 1024**3


def size_text(amount_bytes: int) -> str:
    """Return an amount of memory as the tools say it: ``512 MiB``, ``1.5 GiB``."""
    if amount_bytes < _GIB:
        return f"{amount_bytes // _MIB} MiB"
    return f"{amount_bytes / _GIB:.1f} GiB".replace(".0 ", " ")
