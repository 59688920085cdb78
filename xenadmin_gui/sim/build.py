"""Builds the world of a blueprint: everything up, every VM where it should be."""

from __future__ import annotations

import hashlib
import uuid as uuids
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from xenadmin_gui.domain.config import ClusterConfig, NetworkConfig, ServerConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.sim import domainxml, library, resfile, saveconfig
from xenadmin_gui.sim.blueprint import (
    PLAIN,
    POOL,
    VOLUME_OVER_REPLICA,
    Blueprint,
    GuestPlan,
    ServerPlan,
)
from xenadmin_gui.sim.model import (
    MANAGEMENT,
    REPLICATION,
    STORAGE,
    Definition,
    Export,
    Load,
    Lun,
    Machine,
    Network,
    Replica,
    Run,
    SeenLun,
    Session,
    Side,
    State,
    Store,
    Volume,
)
from xenadmin_gui.sim.pacemaker import configuration
from xenadmin_gui.sim.pacemaker.beginning import begin
from xenadmin_gui.sim.reach import networks_of
from xenadmin_gui.sim.targets import key_of, places_of, target_of
from xenadmin_gui.sim.wiring import open_world
from xenadmin_gui.sim.world import World

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC).timestamp()
_DAY = 86400.0


def build(plan: Blueprint, *, time: float = START) -> State:
    """Return the state of a healthy cluster at ``time``."""
    state = State(name=plan.name, time=time, group_size_mib=plan.group_size_mib)
    state.group = plan.group if plan.volumes else ""
    state.more_groups = dict(plan.more_groups)
    state.networks = {n.name: Network(n.name, n.kind, n.cidr, n.is_cut) for n in plan.networks}
    state.target = plan.iqn("san")
    state.portals = dict(plan.portals)
    others = dict.fromkeys(plan.served_by.values())
    state.more_targets = {server: plan.iqn(f"san-{server}") for server in others}
    for server in plan.servers:
        _add_server(state, plan, server)
    _add_storage(state, plan)
    for number, guest in enumerate(plan.guests):
        _add_guest(state, plan, guest, number)
    if plan.has_pacemaker:
        begin(state, plan)
    return state


def config_of(plan: Blueprint, *, title: str = "") -> ClusterConfig:
    """Return the cluster file that belongs to a blueprint, as values."""
    return ClusterConfig(
        name=plan.name,
        title=title,
        networks=tuple(
            NetworkConfig(n.name, n.kind, n.cidr) for n in plan.networks if n.kind != REPLICATION
        ),
        servers=tuple(_server_config(plan, server) for server in plan.servers),
    )


def build_world(
    *, hosts: int = 64, vms: int = 2000, pacemaker: bool = False, luns: int = 64, seed: int = 1
) -> World:
    """Return a world of any size, deterministic by ``seed``.

    Args:
        luns: How many of the VMs have a LUN; the disks of the others are of no concern.
    """
    return open_world(
        build(big_blueprint(hosts=hosts, vms=vms, pacemaker=pacemaker, luns=luns, seed=seed))
    )


def big_blueprint(
    *, hosts: int = 64, vms: int = 2000, pacemaker: bool = False, luns: int = 64, seed: int = 1
) -> Blueprint:
    """Return the plan of ``build_world``: hosts ``xen1 …``, VMs ``vm0001 …`` in equal shares."""
    memory = (vms // hosts + 4) * 2100 + 8192
    networks = (
        Network("management", MANAGEMENT, "10.40.0.0/16"),
        Network("storage-a", STORAGE, "10.41.0.0/16"),
        Network("storage-b", STORAGE, "10.42.0.0/16"),
    )
    servers = [ServerPlan(f"san{n}", "san", _addresses(networks, n)) for n in (1, 2)] + [
        ServerPlan(f"xen{n}", "host", _addresses(networks, 10 + n), memory, cpus=32)
        for n in range(1, hosts + 1)
    ]
    guests = []
    for n in range(1, vms + 1):
        name = f"vm{n:04}"
        chance = int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode()).digest()[:2], "big")
        load = Load(0.05 + chance % 50 / 100, 0.04, 600 + chance % 3000, chance % 100 / 100)
        guests.append(
            GuestPlan(
                name,
                "pv" if chance % 10 == 0 else "pvh",
                1 + chance % 4,
                2048,
                f"xen{(n - 1) % hosts + 1}",
                str(uuids.UUID(int=(seed << 96) + n)),
                {name: 20480} if n <= luns else {},
                load,
                is_protected=pacemaker,
            )
        )
    return Blueprint(
        "big", "example.com", networks, tuple(servers), tuple(guests),
        {"storage-a": "10.41.0.10", "storage-b": "10.42.0.10"}, "10.40.0.10",
        has_pacemaker=pacemaker,
    )  # fmt: skip


def _addresses(networks: tuple[Network, ...], number: int) -> dict[str, str]:
    high, low = divmod(number, 250)
    return {n.name: f"{n.cidr.rpartition('.0.0')[0]}.{high}.{low + 1}" for n in networks}


def _server_config(plan: Blueprint, server: ServerPlan) -> ServerConfig:
    names = {n.name for n in plan.networks if n.kind != REPLICATION}
    management = next(n.name for n in plan.networks if n.kind == MANAGEMENT)
    return ServerConfig(
        name=server.name,
        roles=frozenset({Role.HOST if server.kind == "host" else Role.SAN}),
        address=server.addresses[management],
        networks={n: a for n, a in server.addresses.items() if n in names},
    )


def _add_server(state: State, plan: Blueprint, server: ServerPlan) -> None:
    powered_at = state.time - server.up_days * _DAY
    machine = Machine(
        server.name, server.kind, dict(server.addresses), server.cpus, 2600.0, server.memory_mib,
        powered_at=powered_at, ready_at=powered_at + 60.0, load=server.load,
    )  # fmt: skip
    more = [name for name, hosts in plan.more_bridges.items() if server.name in hosts]
    machine.bridges = [plan.bridge, *more]
    state.machines[server.name] = machine
    if server.kind == "san":
        state.exports[server.name] = Export()
        state.volumes[server.name] = []
        machine.files.update(library.sample_files())
        return
    machine.files.update(library.host_files())
    machine.initiator = plan.iqn(server.name)
    machine.files["/etc/iscsi/initiatorname.iscsi"] = f"InitiatorName={machine.initiator}\n"
    state.definitions[server.name] = {}
    state.runs[server.name] = {}
    if plan.volumes:
        state.sessions[server.name] = {
            network: Session(portal, network, number + 1)
            for number, (network, portal) in enumerate(plan.portals.items())
            if server.name not in plan.strangers
        }


def _add_storage(state: State, plan: Blueprint) -> None:
    sizes = {name: size for guest in plan.guests for name, size in guest.disks.items()}
    owners = {name: guest for guest in plan.guests for name in guest.disks}
    names = [server.name for server in plan.san_servers]
    if plan.layout == VOLUME_OVER_REPLICA and plan.volumes:
        _add_pool(state, plan, names)
    counts: Counter[str] = Counter()
    for number, volume in enumerate(plan.volumes, start=1):
        home = plan.served_by.get(volume, names[0])
        target = state.more_targets.get(home, "")
        counts[target] += 1
        key = key_of(state, target, counts[target])
        serial = f"{plan.serial}{number:02x}" if number < 256 else f"{plan.serial[:4]}{number:04x}"
        wwid = f"36001405{serial:0<25}"
        is_by_hand = plan.layout == PLAIN or plan.served_by
        name = volume if is_by_hand else f"p_lu_{volume}"
        lun = Lun(counts[target], name, f"/dev/drbd{number}", serial, wwid, target)
        state.luns[key] = lun
        if plan.layout == VOLUME_OVER_REPLICA:
            state.luns[key] = replace(lun, device=f"/dev/{plan.group}/{volume}")
            state.volumes[POOL].append(Volume(volume, plan.group, sizes[volume]))
            continue
        if plan.layout == PLAIN:
            device = f"/dev/{plan.group}/{volume}"
            state.luns[key] = replace(lun, device=device)
            state.volumes[home].append(Volume(volume, plan.group, sizes[volume]))
            continue
        base = owners[volume].load.base
        state.replicas[volume] = Replica(
            volume, number, 7780 + number, sizes[volume] * 1024 - 16, plan.group, volume,
            {name: Side("Primary" if name == home else "Secondary") for name in names},
            write_kib_s=20.0 + 200.0 * base,
        )  # fmt: skip
        for name in names:
            state.volumes[name].append(Volume(volume, plan.group, sizes[volume]))
        _configure(state, state.replicas[volume])
    for host in [name for name, sessions in state.sessions.items() if sessions]:
        state.seen[host] = {
            lun.wwid: SeenLun(lun, size, size, list(places_of(state, target_of(state, lun))))
            for lun in state.luns.values()
            for size in (_size_kib(state, sizes, lun),)
        }
    if names and plan.volumes:
        allowed = configuration.allowed_initiators(state, plan)
        for name in (names[0], *state.more_targets):
            _serve(state, plan, name, allowed)


def _serve(state: State, plan: Blueprint, server: str, allowed: list[str]) -> None:
    """Have a server offer the LUNs of its target."""
    target = state.more_targets.get(server, state.target)
    addresses = list(places_of(state, target).values())
    if plan.cluster_ip and target == state.target:
        addresses.append(plan.cluster_ip)
    luns = {key: lun for key, lun in state.luns.items() if target_of(state, lun) == target}
    export = state.exports[server] = Export(True, [target], sorted(luns), addresses, list(allowed))
    if plan.has_pacemaker or not (plan.layout == PLAIN or plan.served_by):
        return
    stores = (Store(lun.name, lun.device, lun.serial) for lun in luns.values())
    export.stores = {store.name: store for store in stores}
    state.machines[server].files[saveconfig.PATH] = saveconfig.text(state, server)


def _size_kib(state: State, sizes: dict[str, int], lun: Lun) -> int:
    """Return how large a LUN is: a replica keeps a little of its volume for itself."""
    volume = _volume_of(lun)
    replica = state.replicas.get(volume)
    return sizes[volume] * 1024 if replica is None else replica.size_kib


def _volume_of(lun: Lun) -> str:
    return lun.name.removeprefix("p_lu_")


def _add_pool(state: State, plan: Blueprint, names: list[str]) -> None:
    """Make the one replica that the volume group lies on."""
    busy = sum(guest.load.base for guest in plan.guests if guest.disks)
    state.pool = POOL
    state.volumes = {POOL: []}
    state.replicas[POOL] = Replica(
        POOL, 1, 7781, plan.group_size_mib * 1024, "", "vdc",
        {name: Side("Primary" if name == names[0] else "Secondary") for name in names},
        write_kib_s=20.0 + 200.0 * busy,
    )  # fmt: skip
    _configure(state, state.replicas[POOL])


def _configure(state: State, replica: Replica) -> None:
    """Write the file that configures a replica, on both servers."""
    links = networks_of(state, REPLICATION) or networks_of(state, MANAGEMENT)
    addresses = {name: state.machines[name].addresses[links[0]] for name in replica.sides}
    for name in replica.sides:
        files = state.machines[name].files
        files[resfile.path_of(replica.name)] = resfile.write(replica, addresses)


def _add_guest(state: State, plan: Blueprint, guest: GuestPlan, number: int) -> None:
    wwids = [lun.wwid for lun in state.luns.values() if _volume_of(lun) in guest.disks]
    xml = domainxml.write(
        uuid=guest.uuid, name=guest.name, kind=guest.kind, vcpus=guest.vcpus,
        memory_mib=guest.memory_mib, wwids=wwids,
        mac=f"00:16:3e:5a:{number // 256 % 256:02x}:{number % 256:02x}",
        bridge=plan.bridge, title=guest.title,
    )  # fmt: skip
    state.loads[guest.uuid] = guest.load
    if guest.is_protected:
        for host in plan.hosts:
            state.machines[host.name].files[guest.config_path] = xml
    else:
        definition = Definition(guest.uuid, guest.name, xml, guest.autostart)
        state.definitions[guest.host][guest.uuid] = definition
    if not guest.is_running:
        return
    machine = state.machines[guest.host]
    created = machine.ready_at + 60.0 + number
    state.runs[guest.host][guest.uuid] = Run(
        guest.uuid, guest.name, guest.kind, machine.next_domain_id, guest.vcpus, guest.memory_mib,
        xml, wwids=wwids, created_at=created, counting_from=created,
    )  # fmt: skip
    machine.next_domain_id += 1
