"""A snapshot of the laboratory's SAN, with its own recorded configuration of Pacemaker."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.pacemaker import ControlMode, Node, Pacemaker, Resource
from xenadmin_gui.domain.san import (
    Lun,
    Multipath,
    Replica,
    ReplicaSide,
    San,
    Session,
    Volume,
    VolumeCopy,
    VolumeGroup,
)
from xenadmin_gui.domain.san import Path as SanPath
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.domain.vm import Vm, VmDisk

GIB = 1024**3
IQN = "iqn.2026-11.example.lab:san"
SANS, HOSTS = ("san1", "san2"), ("xen1", "xen2")
PORTALS = (("sana", "10.10.1.10:3260"), ("sanb", "10.10.2.10:3260"))
CAPTURE = Path(__file__).parents[1] / "captures/lab-healthy/san1/cibadmin-Q.xml"
UNIT = "ocf:heartbeat:iSCSILogicalUnit"
EXPORTED, FREE = "pvh1", "pv1"
WWID = "36001405ab00100000000000000000000"


def lab_cib() -> str:
    """Return the recorded CIB, addresses last in the group as they are now."""
    return CAPTURE.read_text()


def configuration_in(cib: str) -> str:
    """Return the text of the configuration of a CIB."""
    found = re.search(r"<configuration>.*</configuration>", cib, re.DOTALL)
    assert found is not None
    return found[0]


def lab_snapshot(cib: str | None = None, **san: Any) -> Snapshot:
    """Return the laboratory: pvh1 is exported and used, pv1 is a volume with a replica only."""
    servers = {
        name: Server(
            name=name,
            roles=frozenset({Role.SAN if name in SANS else Role.HOST}),
            state=HostState.UP,
        )
        for name in (*SANS, *HOSTS)
    }
    names = ((EXPORTED, 1, WWID), (FREE, 3, ""))
    whole = San(
        replicas=tuple(_replica(name, minor) for name, minor, _ in names),
        groups=tuple(VolumeGroup(name, "vg_san", 40 * GIB, 20 * GIB) for name in SANS),
        volumes=tuple(volume(name, lun=lun) for name, _, lun in names),
        luns=(Lun(WWID, IQN, 1, "/dev/drbd1", "labvm001", "p_lu_pvh1", "san1"),),
        sessions=tuple(
            Session(host, IQN, portal, network, "LOGGED_IN")
            for host in HOSTS
            for network, portal in PORTALS
        ),
        multipaths=tuple(
            Multipath(host, WWID, (SanPath("sda", "sana", "ready"),) * 2) for host in HOSTS
        ),
        active_server="san1",
        drbd_version="8.4.11",
    )
    return Snapshot(
        cluster="lab",
        version=7,
        taken_at=1_795_452_000.0,
        servers=servers,
        vms={"u1": Vm("u1", "web1", VmState.RUNNING, "xen1", disks=(disk(WWID),))},
        san=replace(whole, **san),
        pacemaker=Pacemaker(
            seen_from="san1",
            with_quorum=True,
            mode=ControlMode.AUTOMATIC,
            nodes=tuple(Node(name, online=True) for name in SANS),
            resources=(
                Resource("p_lu_pvh1", "ocf:heartbeat:iSCSILogicalUnit", "Started", ("san1",)),
            ),
            configuration=configuration_in(lab_cib() if cib is None else cib),
        ),
    )


def disk(wwid: str) -> VmDisk:
    return VmDisk("xvda", f"/dev/mapper/{wwid}", "xen", wwid=wwid)


def volume(name: str, *, lun: str = "", **more: Any) -> Volume:
    """A volume on both servers."""
    copies = tuple(VolumeCopy(server, GIB) for server in SANS)
    used_by = ("u1",) if lun else ()
    values = {"servers": SANS, "lun": lun, "used_by": used_by, "copies": copies, "replica": name}
    return Volume(name, "vg_san", GIB, **(values | more))


def without(snapshot: Snapshot, server: str) -> Snapshot:
    """The same while a machine does not answer."""
    gone = replace(snapshot.servers[server], state=HostState.UNREACHABLE)
    return replace(snapshot, servers={**snapshot.servers, server: gone})


def _replica(name: str, minor: int) -> Replica:
    sides = tuple(
        ReplicaSide(
            server,
            "Primary" if server == "san1" else "Secondary",
            "UpToDate",
            "Connected",
            "Established",
            device=f"/dev/drbd{minor}",
        )
        for server in SANS
    )
    return Replica(
        name,
        sides,
        minor=minor,
        port=7780 + minor,
        addresses=(("san1", "10.10.0.11"), ("san2", "10.10.0.12")),
        config_file=f"/etc/drbd.d/{name}.res",
        volume=f"vg_san/{name}",
    )
