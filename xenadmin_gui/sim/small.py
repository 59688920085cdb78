"""A small cluster whose one SAN server does without Pacemaker: LIO serves, systemd starts it."""

from __future__ import annotations

import uuid as uuids
from dataclasses import replace

from xenadmin_gui.sim.blueprint import (
    PLAIN,
    REPLICA_OVER_VOLUME,
    Blueprint,
    GuestPlan,
    ServerPlan,
)
from xenadmin_gui.sim.model import MANAGEMENT, REPLICATION, STORAGE, Load, Network

_GIB = 1024
_SPACE = uuids.UUID("0f0b7c52-51f7-4f0a-9c57-1f4f7a3c9d10")
_NETWORKS = (
    Network("management", MANAGEMENT, "10.30.0.0/24"),
    Network("storage-a", STORAGE, "10.30.1.0/24"),
    Network("storage-b", STORAGE, "10.30.2.0/24"),
)


_MIRROR = (Network("replication", REPLICATION, "10.30.9.0/24"),)


def small_blueprint() -> Blueprint:
    """Return the plan: ``store1`` and the hosts ``xen1`` and ``xen2`` with three VMs."""
    return Blueprint(
        name="small",
        domain="example.net",
        networks=_NETWORKS,
        servers=(
            _server("store1", "san", 11),
            _server("xen1", "host", 21),
            _server("xen2", "host", 22),
        ),
        guests=(
            _guest("shop", "xen1", 20),
            _guest("office", "xen2", 40),
            _guest("spare", "xen2", 10, is_running=False),
        ),
        portals={"storage-a": "10.30.1.11", "storage-b": "10.30.2.11"},
        serial="3c0de0",
        has_pacemaker=False,
        group="vg_store",
        group_size_mib=512 * _GIB,
        layout=PLAIN,
    )


def twin_blueprint() -> Blueprint:
    """Return the plan of an active-active SAN: ``store1`` and ``store2`` mirror one another, each
    serves volumes of its own and stands by for nobody."""
    small = small_blueprint()
    return replace(
        small,
        name="twin",
        networks=(*_NETWORKS, *_MIRROR),
        servers=(
            _server("store1", "san", 11, _MIRROR),
            _server("store2", "san", 12, _MIRROR),
            *small.hosts,
        ),
        portals={
            **small.portals,
            "storage-a@store2": "10.30.1.12",
            "storage-b@store2": "10.30.2.12",
        },
        layout=REPLICA_OVER_VOLUME,
        served_by={"office": "store2", "spare": "store2"},
    )


def _server(name: str, kind: str, last: int, more: tuple[Network, ...] = ()) -> ServerPlan:
    addresses = {n.name: f"{n.cidr.rpartition('.')[0]}.{last}" for n in (*_NETWORKS, *more)}
    return ServerPlan(name, kind, addresses, 16 * _GIB, 8, Load(0.2, 0.1, 1500.0, last / 30))


def _guest(name: str, host: str, disk_gib: int, *, is_running: bool = True) -> GuestPlan:
    uuid = str(uuids.uuid5(_SPACE, name))
    return GuestPlan(
        name, "pvh", 2, 2 * _GIB, host, uuid, {name: disk_gib * _GIB}, Load(0.3, 0.2, 900.0),
        is_protected=False, is_running=is_running,
    )  # fmt: skip
