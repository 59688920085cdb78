"""What the rooms below say, as templates; made by packaging/build_translations.py."""

from __future__ import annotations

PHRASES: tuple[str, ...] = ()
