"""What the rooms below say, as templates; made by packaging/build_translations.py."""

from __future__ import annotations

from xenadmin_gui.gui.phrasebook import (
    domain,
    monitoring,
    operations,
    operations_san,
    operations_vmedit,
    pieced,
    session,
    sim,
    transport,
)

PHRASES: tuple[str, ...] = (
    *domain.PHRASES,
    *monitoring.PHRASES,
    *operations.PHRASES,
    *operations_san.PHRASES,
    *operations_vmedit.PHRASES,
    *pieced.PHRASES,
    *session.PHRASES,
    *sim.PHRASES,
    *transport.PHRASES,
)
