"""Which blocks the Overview of an object has."""

from __future__ import annotations

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.san import (
    ClusterIp,
    Lun,
    Multipath,
    Replica,
    Session,
    Volume,
    VolumeGroup,
)
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import Template
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.pages import lookup, san_overview
from xenadmin_gui.gui.pages.blocks import Block, Blocks
from xenadmin_gui.gui.pages.cluster_overview import cluster_blocks, findings_blocks
from xenadmin_gui.gui.pages.server_overview import server_blocks
from xenadmin_gui.gui.pages.vm_overview import vm_blocks
from xenadmin_gui.gui.templates import words


def overview(snapshot: Snapshot, key: Key) -> Blocks:
    """Return the Overview of ``key``; empty when it is gone."""
    match lookup.subject_of(snapshot, key):
        case None:
            return ()
        case Snapshot():
            return cluster_blocks(snapshot)
        case Vm() as vm:
            return vm_blocks(snapshot, vm)
        case Server() as server:
            return server_blocks(snapshot, server)
        case subject:
            mine = tuple(finding for finding in snapshot.findings if finding.subject == key)
            return (*findings_blocks(snapshot, mine, ""), None, *_of_part(snapshot, subject))


def _of_part(snapshot: Snapshot, part: object) -> tuple[Block, ...]:
    """What there is to know of a part of the SAN or of a template."""
    match part:
        case Replica() as replica:
            return san_overview.replica_blocks(snapshot, replica)
        case VolumeGroup() as group:
            return san_overview.volume_group_blocks(snapshot, group)
        case Volume() as volume:
            return san_overview.volume_blocks(snapshot, volume)
        case Lun() as lun:
            return san_overview.lun_blocks(snapshot, lun)
        case Session() as session:
            return san_overview.session_blocks(snapshot, session)
        case Multipath() as multipath:
            return san_overview.multipath_blocks(snapshot, multipath)
        case ClusterIp() as address:
            return san_overview.cluster_ip_blocks(snapshot, address)
        case Template() as template:
            return words.blocks_of(snapshot, template)
        case str() as target:
            return san_overview.target_blocks(snapshot, target)
    return ()
