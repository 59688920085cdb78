"""What the rooms below say, as templates; made by packaging/build_translations.py."""

from __future__ import annotations

from xenadmin_gui.gui.phrasebook import (
    domain,
    monitoring,
    operations,
    operations_san,
    operations_san_2,
    operations_templates,
    operations_vmedit,
    operations_vminstall,
    operations_vmlife,
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
    *operations_san_2.PHRASES,
    *operations_templates.PHRASES,
    *operations_vmedit.PHRASES,
    *operations_vminstall.PHRASES,
    *operations_vmlife.PHRASES,
    *pieced.PHRASES,
    *session.PHRASES,
    *sim.PHRASES,
    *transport.PHRASES,
)
