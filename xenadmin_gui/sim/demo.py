"""The demonstration cluster: a small firm's two SAN servers, four hosts and fourteen VMs."""

from __future__ import annotations

import time
import uuid as uuids
from pathlib import Path

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.sim.blueprint import Blueprint, GuestPlan, ServerPlan
from xenadmin_gui.sim.build import START, build, config_of
from xenadmin_gui.sim.model import MANAGEMENT, REPLICATION, STORAGE, Load, Network
from xenadmin_gui.sim.san import path_name
from xenadmin_gui.sim.store import Store
from xenadmin_gui.sim.wiring import keep_world, load_world, open_world
from xenadmin_gui.sim.world import World

_GIB = 1024
_SPACE = uuids.UUID("6f5a3c1e-9d0b-4f6e-8a57-2c1d7e0b9a44")
_NETWORKS = (
    Network("management", MANAGEMENT, "10.20.0.0/24"),
    Network("storage-a", STORAGE, "10.20.1.0/24"),
    Network("storage-b", STORAGE, "10.20.2.0/24"),
    Network("replication", REPLICATION, "10.20.9.0/24"),
)


def demo_config() -> ClusterConfig:
    """Return what the cluster file of the demonstration cluster would say."""
    return config_of(demo_blueprint(), title="Demonstration cluster")


def demo_world(directory: Path | None = None, *, is_now: bool = False) -> World:
    """Return the demonstration cluster.

    Args:
        directory: Where it lives on between processes; begun there when there is none yet.
        is_now: A fresh one begins at this machine's time instead of a fixed morning.

    Raises:
        PreconditionError: Pacemaker's programs are not installed.
        XenadminError: What lies in ``directory`` cannot be read.
    """
    if directory is not None and Store(directory).exists:
        return load_world(directory)
    state = build(demo_blueprint(), time=time.time() if is_now else START)
    wiki_lun = next(lun for lun in state.luns.values() if lun.name == "p_lu_wiki")
    state.lost_paths.append(path_name("xen2", "storage-b", wiki_lun.number))
    return open_world(state) if directory is None else keep_world(state, directory)


def demo_blueprint() -> Blueprint:
    """Return the plan of the demonstration cluster.

    To be discovered: ``erp`` fits on xen4 only, ``legacy`` and ``vpn`` are PV guests, ``build``,
    ``legacy`` and ``test3`` are not protected, xen2 has lost one path to the LUN of ``wiki``, and
    xen4, the largest host, has no bridge ``dmz``.
    """
    return Blueprint(
        name="demo",
        domain="example.com",
        networks=_NETWORKS,
        servers=(
            _server("san1", "san", 11, 16 * _GIB, 8, 0.35, 181),
            _server("san2", "san", 12, 16 * _GIB, 8, 0.15, 181),
            _server("xen1", "host", 21, 32 * _GIB, 12, 0.12, 64),
            _server("xen2", "host", 22, 32 * _GIB, 12, 0.10, 64),
            _server("xen3", "host", 23, 32 * _GIB, 12, 0.15, 63.9),
            _server("xen4", "host", 24, 64 * _GIB, 24, 0.18, 12),
        ),
        guests=_guests(),
        portals={"storage-a": "10.20.1.10", "storage-b": "10.20.2.10"},
        cluster_ip="10.20.0.10",
        more_bridges={"dmz": ("xen1", "xen2", "xen3")},
    )


def _server(
    name: str, kind: str, last: int, memory_mib: int, cpus: int, busy: float, up_days: float
) -> ServerPlan:
    networks = [n for n in _NETWORKS if kind == "san" or n.kind != REPLICATION]
    addresses = {n.name: f"{n.cidr.rpartition('.')[0]}.{last}" for n in networks}
    load = Load(busy, busy * 0.5, 1500.0, last / 30)
    return ServerPlan(name, kind, addresses, memory_mib, cpus, load, up_days)


def _guest(
    name: str, kind: str, size: tuple[int, float], host: str, title: str, load: Load,
    disks: dict[str, int], *, priority: int = 0, apart_from: str = "", is_protected: bool = True,
    is_running: bool = True, autostart: bool = False,
) -> GuestPlan:  # fmt: skip
    vcpus, memory_gib = size
    return GuestPlan(
        name, kind, vcpus, int(memory_gib * _GIB), host, str(uuids.uuid5(_SPACE, name)),
        {volume: gib * _GIB for volume, gib in disks.items()}, load, title,
        is_protected, is_running, autostart, priority, apart_from,
    )  # fmt: skip


def _guests() -> tuple[GuestPlan, ...]:
    return (
        _guest("db1", "pvh", (4, 8), "xen1", "PostgreSQL of the shop and of ERP",
               Load(1.2, 0.8, 2400, 0.10), {"db1": 40, "db1-data": 120}, priority=100),
        _guest("web1", "pvh", (2, 4), "xen1", "Shop, first front end",
               Load(0.5, 0.4, 900, 0.00), {"web1": 20}, priority=50, apart_from="web2"),
        _guest("web2", "pvh", (2, 4), "xen2", "Shop, second front end",
               Load(0.5, 0.4, 900, 0.05), {"web2": 20}, priority=50),
        _guest("mail", "pvh", (2, 6), "xen2", "Postfix and Dovecot",
               Load(0.3, 0.2, 1800, 0.30), {"mail": 200}, priority=60),
        _guest("ldap1", "pvh", (1, 2), "xen1", "Directory, supplier",
               Load(0.05, 0.03, 700, 0.20), {"ldap1": 10}, priority=90, apart_from="ldap2"),
        _guest("ldap2", "pvh", (1, 2), "xen2", "Directory, consumer",
               Load(0.05, 0.03, 700, 0.60), {"ldap2": 10}, priority=90),
        _guest("files", "pvh", (2, 8), "xen3", "Samba and NFS",
               Load(0.4, 0.3, 3600, 0.40), {"files": 20, "files-data": 400}, priority=40),
        _guest("erp", "hvm", (8, 40), "xen4", "ERP on Windows Server",
               Load(2.4, 1.6, 5400, 0.15), {"erp": 250}, priority=80),
        _guest("build", "pvh", (4, 8), "xen3", "Continuous integration runner",
               Load(2.0, 1.9, 480, 0.00), {"build": 100}, is_protected=False, autostart=True),
        _guest("wiki", "pvh", (1, 2), "xen3", "Handbook and notes",
               Load(0.08, 0.06, 1200, 0.70), {"wiki": 15}, priority=10),
        _guest("monitor", "pvh", (2, 4), "xen1", "Icinga and Grafana",
               Load(0.6, 0.1, 300, 0.50), {"monitor": 30}, priority=30),
        _guest("vpn", "pv", (1, 1), "xen2", "OpenVPN of the branch offices, an old appliance",
               Load(0.1, 0.08, 1100, 0.90), {"vpn": 8}, priority=70),
        _guest("test3", "pvh", (2, 2), "xen2", "Playground of the developers",
               Load(0.2, 0.1, 600, 0.00), {"test3": 20}, is_protected=False, is_running=False),
        _guest("legacy", "pv", (1, 2), "xen3", "Time clock, Debian 7, nobody dares",
               Load(0.03, 0.02, 2000, 0.30), {"legacy": 12}, is_protected=False, autostart=True),
    )  # fmt: skip
