"""What the tests of new VMs share: drafts, and everything that a VM leaves in a cluster."""

from __future__ import annotations

import uuid
from typing import Any

from simcluster import SimCluster

from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.sanholds import cib_ids
from xenadmin_gui.operations.vminstall.install import NewVm

GIB = 1024**3
GROUP = "vg_san"
_SPACE = uuid.UUID("0f0f0f0f-0000-4000-8000-0123456789ab")


def new_vm(name: str, /, **more: Any) -> NewVm:
    """A small VM with one card."""
    values: dict[str, Any] = {
        "name": name,
        "uuid": str(uuid.uuid5(_SPACE, name)),
        "vcpus": 1,
        "memory_bytes": GIB,
        "disk_bytes": 4 * GIB,
        "nics": (GuestNic("xenbr0"),),
        "guest": GuestSettings(name),
    }
    return NewVm(**(values | more))


def traces(cluster: SimCluster, name: str) -> dict[str, object]:
    """Everything in the cluster that has to do with a VM, its disk or its definition."""
    snapshot: Snapshot = cluster.refresh(None, cluster.context())
    san, identity = snapshot.san, str(uuid.uuid5(_SPACE, name))
    wwids = {v.lun for v in san.volumes if v.former_name == name} - {""}
    with cluster.world.transaction() as state:
        files = sorted(
            f"{machine.name}:{path}"
            for machine in state.machines.values()
            for path in machine.files
            if identity in path or f"/{name}.res" in path
        )
        units = sorted(name for units in state.units.values() for name in units)
        seen = {
            host: sorted(set(luns) - {lun.wwid for lun in san.luns})
            for host, luns in state.seen.items()
        }
    return {
        "vms": sorted((v.name, str(v.state), v.is_protected) for v in snapshot.vms.values()),
        "defined": sorted(snapshot.vms[identity].defined_on) if identity in snapshot.vms else [],
        "volumes": sorted((v.name, v.servers) for v in san.volumes),
        "replicas": sorted(r.name for r in san.replicas),
        "luns": sorted((lun.number, lun.device) for lun in san.luns),
        "paths": sorted((m.host, len(m.paths)) for m in san.multipaths if m.wwid in wwids),
        "devices": len(san.multipaths),
        "stale": {host: luns for host, luns in seen.items() if luns},
        "cib": sorted(i for i in cib_ids(snapshot.pacemaker.configuration)),
        "files": files,
        "units": units,
    }
