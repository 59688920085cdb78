"""Hand-built snapshots: a believable small cluster, and one as large as we promise to serve."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from xenadmin_gui.domain.host import Hypervisor, Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.pacemaker import ControlMode, Node, Pacemaker
from xenadmin_gui.domain.san import (
    ClusterIp,
    Lun,
    Multipath,
    Path,
    Replica,
    ReplicaSide,
    San,
    Session,
    Volume,
    VolumeGroup,
)
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health, HostState, VmKind, VmState
from xenadmin_gui.domain.vm import Definition, Protection, Vm, VmDisk, VmNic

GIB = 1024**3
NOW = 1_795_000_000.0
TARGET = "iqn.2026-01.example:san"
_HOST = frozenset({Role.HOST})
_SAN = frozenset({Role.SAN})
#: name, host, state, CPU %, GiB, protected, kind
_VMS = (
    ("db1", "xen1", VmState.RUNNING, 64.0, 8, True, VmKind.PVH),
    ("web1", "xen2", VmState.RUNNING, 12.0, 4, True, VmKind.PVH),
    ("web2", "xen1", VmState.RUNNING, 9.0, 4, True, VmKind.PVH),
    ("mail", "xen3", VmState.RUNNING, 3.0, 4, True, VmKind.HVM),
    ("print", "xen3", VmState.PAUSED, None, 1, False, VmKind.PV),
    ("build10", "xen3", VmState.RUNNING, 180.0, 6, False, VmKind.PVH),
    ("build9", "xen3", VmState.RUNNING, 91.0, 6, False, VmKind.PVH),
    ("old-wiki", None, VmState.OFF, None, 2, False, VmKind.PV),
    ("backup", "xen4", VmState.UNKNOWN, None, 2, True, VmKind.HVM),
)


def uuid_of(name: str) -> str:
    """Return the UUID that the VM called ``name`` has in all these snapshots."""
    digits = sha256(name.encode()).hexdigest()
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}"


def wwid_of(number: int) -> str:
    return f"36001405{number:024x}"


def vm_key(name: str) -> Key:
    return Key(Kind.VM, uuid_of(name))


def small() -> Snapshot:
    """Four hosts, two SAN servers, nine VMs; one host gone, one path lost, one resync."""
    servers = {s.name: s for s in _servers()}
    vms = {vm.uuid: vm for vm in (_vm(n, *row) for n, row in enumerate(_VMS))}
    return Snapshot(
        "prod",
        version=1,
        taken_at=NOW,
        servers=servers,
        vms=vms,
        san=_san(),
        pacemaker=_pacemaker(),
        findings=_findings(),
    )


def large(hosts: int = 64, vms: int = 2000) -> Snapshot:
    """Return a cluster of many hosts and VMs, all well."""
    base = _servers()[0]
    servers = {f"xen{n}": replace(base, name=f"xen{n}") for n in range(1, hosts + 1)}
    made = [
        _vm(n, f"vm{n}", f"xen{n % hosts + 1}", VmState.RUNNING, float(n % 97), 4, n % 2 == 0)
        for n in range(vms)
    ]
    return Snapshot("large", version=1, servers=servers, vms={vm.uuid: vm for vm in made})


def with_vm(snapshot: Snapshot, name: str, **changes: object) -> Snapshot:
    """Return ``snapshot`` with one VM changed."""
    uuid = uuid_of(name)
    changed = replace(snapshot.vms[uuid], **changes)  # type: ignore[arg-type]
    return replace(snapshot, version=snapshot.version + 1, vms={**snapshot.vms, uuid: changed})


def _vm(
    number: int,
    name: str,
    host: str | None,
    state: VmState,
    cpu: float | None,
    gib: int,
    protected: bool,
    kind: VmKind = VmKind.PVH,
) -> Vm:
    wwid = wwid_of(number % 4)
    xml = f"<domain type='xen'>\n  <name>{name}</name>\n  <uuid>{uuid_of(name)}</uuid>\n</domain>\n"
    digest = sha256(xml.encode()).hexdigest()
    homes = [host or "xen1"] + (["xen1", "xen2", "xen3"] if protected else [])
    protection = Protection(
        f"vm-{name}", f"/etc/xenadmin/domains/{uuid_of(name)}.xml", allow_migrate=True, priority=5
    )
    return Vm(
        uuid_of(name),
        name,
        state,
        host,
        kind,
        domain_id=number + 1 if state is VmState.RUNNING else None,
        vcpus=2,
        memory_bytes=gib * GIB,
        cpu_percent=cpu,
        protection=protection if protected else None,
        autostart=not protected,
        disks=(VmDisk("xvda", f"/dev/mapper/{wwid}", "xen", wwid=wwid),),
        nics=(VmNic(f"00:16:3e:00:00:{number % 256:02x}", "br0", "netfront"),),
        definitions=tuple(
            Definition(home, "file" if n else "libvirt", digest, xml)
            for n, home in enumerate(homes)
        ),
        running_on=(host,) if host and state is VmState.RUNNING else (),
        reason="xen4 cannot be asked." if state is VmState.UNKNOWN else "",
    )


def _servers() -> tuple[Server, ...]:
    up = Server(
        "san1",
        _SAN,
        HostState.UP,
        address="10.10.0.11",
        state_since=NOW - 90_000,
        seen_at=NOW - 1,
        cpus=4,
        memory_bytes=16 * GIB,
        memory_free_bytes=11 * GIB,
        load_percent=8.0,
        uptime_s=1_050_000.0,
        os="Debian GNU/Linux 12 (bookworm)",
        round_trip_s=0.18,
    )
    xen = Hypervisor("xen", "4.17", pv_live_migration=False)

    def host(name: str, address: str, load: float, free: int) -> Server:
        return replace(
            up,
            name=name,
            roles=_HOST,
            address=address,
            cpus=16,
            memory_bytes=64 * GIB,
            memory_free_bytes=free * GIB,
            load_percent=load,
            hypervisor=xen,
        )

    lost = replace(
        host("xen4", "10.10.0.24", 0, 0),
        state=HostState.UNREACHABLE,
        state_since=NOW - 240,
        seen_at=NOW - 240,
        reason="No answer within 8 s.",
    )
    return (
        up,
        replace(up, name="san2", address="10.10.0.12", load_percent=3.0),
        host("xen1", "10.10.0.21", 41.0, 38),
        host("xen2", "10.10.0.22", 14.0, 52),
        replace(host("xen3", "10.10.0.23", 93.0, 5), missing=(("multipathd", "garbled answer"),)),
        lost,
    )


def _san() -> San:
    def side(server: str, role: str, number: int, percent: float | None = None) -> ReplicaSide:
        return ReplicaSide(
            server,
            role,
            "UpToDate" if role == "Primary" or percent is None else "Inconsistent",
            "Connected",
            "Established"
            if percent is None
            else "SyncSource"
            if role == "Primary"
            else "SyncTarget",
            peer_role="Secondary" if role == "Primary" else "Primary",
            peer_disk="UpToDate" if percent is None or role != "Primary" else "Inconsistent",
            sync_percent=percent,
            size_bytes=40 * GIB,
            device=f"/dev/drbd{number}",
            backing=f"/dev/vg_san/lv{number}",
        )

    replicas = tuple(
        Replica(
            f"r{n}",
            (
                side("san1", "Primary", n, 62.0 if n == 3 else None),
                side("san2", "Secondary", n, 62.0 if n == 3 else None),
            ),
        )
        for n in range(4)
    )
    multipaths = tuple(
        Multipath(
            host,
            wwid_of(n),
            (
                Path(f"sd{'abcd'[n]}", "storage-a", "faulty" if host == "xen2" else "ready", 50),
                Path(f"sd{'efgh'[n]}", "storage-b", "ready", 50),
            ),
            device=f"mpath{'abcd'[n]}",
            size_bytes=40 * GIB,
            queues=True,
        )
        for host in ("xen1", "xen2", "xen3")
        for n in range(4)
    )
    sessions = tuple(
        Session(
            host,
            TARGET,
            f"10.10.{net}.10:3260",
            f"storage-{'ab'[net - 1]}",
            "FAILED" if host == "xen2" and net == 1 else "LOGGED_IN",
        )
        for host in ("xen1", "xen2", "xen3")
        for net in (1, 2)
    )
    return San(
        replicas=replicas,
        groups=tuple(VolumeGroup(s, "vg_san", 800 * GIB, 640 * GIB) for s in ("san1", "san2")),
        volumes=tuple(
            Volume(
                f"lv{n}",
                "vg_san",
                40 * GIB,
                ("san1", "san2"),
                lun=wwid_of(n),
                replica=f"r{n}",
                attributes="-wi-ao----",
            )
            for n in range(4)
        ),
        luns=tuple(
            Lun(wwid_of(n), TARGET, n, f"/dev/drbd{n}", f"serial{n}", f"lun{n}", "san1", 40 * GIB)
            for n in range(4)
        ),
        sessions=sessions,
        multipaths=multipaths,
        cluster_ips=(
            ClusterIp("10.10.1.10", "storage-a", "ip-a", "san1"),
            ClusterIp("10.10.2.10", "storage-b", "ip-b", "san1"),
        ),
        active_server="san1",
    )


def _pacemaker() -> Pacemaker:
    names = ("san1", "san2", "xen1", "xen2", "xen3", "xen4")
    return Pacemaker(
        seen_from="san1",
        version="2.1.5",
        dc="san1",
        with_quorum=True,
        fencing_enabled=True,
        mode=ControlMode.AUTOMATIC,
        nodes=tuple(Node(n, n != "xen4", is_dc=n == "san1") for n in names),
        options={"stonith-enabled": "true", "maintenance-mode": "false"},
    )


def _findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "path-lost",
            Health.DEGRADED,
            Key(Kind.HOST, "xen2"),
            "xen2 has lost its paths on storage-a: 4 of 8 are left.",
            "Look at the cable and the switch port of xen2 on storage-a.",
        ),
        Finding(
            "host-unreachable",
            Health.FAILED,
            Key(Kind.HOST, "xen4"),
            "xen4 has not answered for 4 minutes.",
            "See on its console whether it runs; Pacemaker decides about its VMs.",
        ),
        Finding(
            "unprotected",
            Health.DEGRADED,
            vm_key("build10"),
            "build10 runs unprotected.",
            "Protect it if it matters.",
        ),
    )
