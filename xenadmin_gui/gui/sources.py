"""The real sessions: imported when the first one is opened, off the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xenadmin_gui.gui.app import Sessions

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session


def real_sessions(demo_directory: Path | None) -> Sessions:
    """Return the way to the clusters of this user; ``demo_directory`` keeps the demonstration."""

    def names() -> tuple[str, ...]:
        from xenadmin_gui.session import opening

        return tuple(opening.cluster_names())

    def cluster(name: str) -> Session:
        from xenadmin_gui.session import opening

        return opening.open_cluster(name)

    def demo() -> Session:
        from xenadmin_gui.session import opening

        return opening.open_demo(demo_directory)

    return Sessions(names, cluster, demo)
