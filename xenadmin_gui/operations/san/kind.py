"""Which kind of SAN was found, in words."""

from __future__ import annotations

from xenadmin_gui.operations.san.layout import SanLayout, ServedBy


def kind_sentence(layout: SanLayout) -> str:
    """Return how many servers there are and who has the SAN served."""
    count, service = len(layout.servers), layout.service
    match layout.served_by:
        case ServedBy.PACEMAKER:
            if count == 1:
                return "Single server, Pacemaker."
            return "Pair, Pacemaker." if count == 2 else f"{count} SAN servers, Pacemaker."
        case ServedBy.LIO if len(layout.snapshot.san.serving) > 1:
            return _shared_out(layout)
        case ServedBy.LIO:
            if service is None:
                return f"{count} SAN servers, LIO, which no service loads at the start."
            if count == 1:
                return f"Single server, LIO by systemd ({service.unit})."
            return f"{count} SAN servers, LIO by systemd ({service.unit})."
        case _:
            return "Who serves the SAN is not known."


def _shared_out(layout: SanLayout) -> str:
    """Several servers serve, each its own volumes."""
    san = layout.snapshot.san
    units = sorted({one.unit for one in san.lio_services if one.server in san.serving})
    loaded = {one.server for one in san.lio_services}
    bare = [name for name in san.serving if name not in loaded]
    who = " and ".join(san.serving)
    if bare:
        nowhere = " and ".join(bare)
        return f"Active-active, LIO: {who} each serve their own; no service loads it on {nowhere}."
    return f"Active-active, LIO by systemd ({', '.join(units)}): {who} each serve their own."


def kind_words(layout: SanLayout) -> str:
    """Return the same without the full stop, for a table."""
    return kind_sentence(layout).removesuffix(".")
