"""The SAN tab of the cluster and of its SAN servers."""

from __future__ import annotations

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.pages.blocks import Blocks
from xenadmin_gui.gui.pages.overview_page import OverviewPage
from xenadmin_gui.gui.pages.san_blocks import san_blocks


class SanPage(OverviewPage):
    """The same whichever of them is selected."""

    def blocks_of(self, snapshot: Snapshot, key: Key) -> Blocks:
        return san_blocks(snapshot)
