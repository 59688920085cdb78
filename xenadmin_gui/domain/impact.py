"""What a failure of one object would mean for the VMs, as things stand now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Multipath, Path, Replica, San, Volume
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState

_NAMED = 5
#: Ends the sentence about a host.
RESTARTS = "Pacemaker starts the protected ones elsewhere."


@dataclass(frozen=True, slots=True)
class Impact:
    """What comes of an object's failure.

    Attributes:
        stops: UUIDs of the running VMs that stop (or whose disks do), in order of name.
        loses: UUIDs of the VMs that go on and lose redundancy, in order of name.
        sentence: The same in words.
    """

    stops: tuple[str, ...] = ()
    loses: tuple[str, ...] = ()
    sentence: str = ""


def impact(snapshot: Snapshot, key: Key) -> Impact:
    """Return what a failure of the object ``key`` would mean; nothing for what is not known."""
    stops, loses = _Hit(snapshot).by(key)
    running = {v.uuid for v in snapshot.vms.values() if v.state is not VmState.OFF}
    stops = stops & running
    loses = (loses & running) - stops
    sentence = _sentence(snapshot, stops, loses)
    if key.kind is Kind.HOST and any(snapshot.vms[uuid].is_protected for uuid in stops):
        sentence = f"{sentence} {RESTARTS}"
    return Impact(_ordered(snapshot, stops), _ordered(snapshot, loses), sentence)


Two = tuple[set[str], set[str]]


class _Hit:
    """Follows the chain from an object to the VMs at its end: (stops, loses redundancy)."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._san: San = snapshot.san
        self._by_wwid: dict[str, set[str]] = {}
        self._by_disk: dict[tuple[str, str], set[str]] = {}
        for vm in snapshot.vms.values():
            for wwid in {disk.wwid for disk in vm.disks if disk.wwid}:
                self._by_wwid.setdefault(wwid, set()).add(vm.uuid)
                if vm.host is not None:
                    self._by_disk.setdefault((vm.host, wwid), set()).add(vm.uuid)
        self._by_device: dict[str, list[Lun]] = {}
        for lun in self._san.luns:
            self._by_device.setdefault(lun.device, []).append(lun)
        self._by_replica: dict[str, list[Volume]] = {}
        for volume in self._san.volumes:
            self._by_replica.setdefault(volume.replica, []).append(volume)

    def by(self, key: Key) -> Two:
        """Return UUIDs of the VMs, whether they run or not."""
        san, name = self._san, key.id
        match key.kind:
            case Kind.VM:
                return ({name} if name in self._snapshot.vms else set()), set()
            case Kind.HOST | Kind.SAN_SERVER:
                return self._server(name)
            case Kind.REPLICA:
                return self._replicas([r for r in san.replicas if r.name == name])
            case Kind.VOLUME_GROUP:
                return self._group(name)
            case Kind.VOLUME:
                return self._users(v for v in san.volumes if v.key == key), set()
            case Kind.LUN:
                return self._of_luns(lun for lun in san.luns if lun.wwid == name), set()
            case Kind.TARGET:
                return self._of_luns(lun for lun in san.luns if lun.target == name), set()
            case Kind.SESSION:
                host, _, portal = name.partition("/")
                return self._session(host, portal)
            case Kind.MULTIPATH:
                host, _, wwid = name.partition("/")
                return self._by_disk.get((host, wwid), set()), set()
            case Kind.NETWORK:
                return self._network(name)
            case Kind.CLUSTER_IP:
                return self._address(name)
            case Kind.RESOURCE:
                return self._resource(name)
            case Kind.CLUSTER | Kind.TEMPLATE:
                return set(), set()

    def _on(self, host: str) -> set[str]:
        return {v.uuid for v in self._snapshot.vms.values() if v.host == host}

    def _of_luns(self, luns: Iterable[Lun]) -> set[str]:
        return {uuid for lun in luns for uuid in self._by_wwid.get(lun.wwid, ())}

    def _users(self, volumes: Iterable[Volume]) -> set[str]:
        return {uuid for volume in volumes for uuid in volume.used_by}

    def _at_end(self, replica: Replica) -> set[str]:
        exported = self._of_luns(self._by_device.get(replica.device, ()))
        return exported | self._users(self._by_replica.get(replica.name, ()))

    def _replicas(self, replicas: Iterable[Replica]) -> Two:
        """The replica as a whole: its device is gone on both sides."""
        return {uuid for replica in replicas for uuid in self._at_end(replica)}, set()

    def _server(self, name: str) -> Two:
        stops: set[str] = set()
        loses: set[str] = set()
        server = self._snapshot.servers.get(name)
        if server is None or Role.HOST in server.roles:
            stops |= self._on(name)
        if server is None or Role.SAN in server.roles:
            more = self._san_server(name)
            stops, loses = stops | more[0], loses | more[1]
        return stops, loses

    def _san_server(self, name: str) -> Two:
        """Where the other server has a good copy it takes over; else the LUNs are gone.

        Without Pacemaker nobody takes anything over: what this server offers is gone.
        """
        stops, loses = self._copies(name, self._san.volumes)
        for replica in self._san.replicas:
            if _good_elsewhere(replica, name):
                loses |= self._at_end(replica)
            elif replica.side(name) is not None:
                stops |= self._at_end(replica)
        served = self._of_luns(lun for lun in self._san.luns if lun.server == name)
        pacemaker = self._snapshot.pacemaker
        if not pacemaker.is_present and not pacemaker.reason:
            return stops | served, loses - served
        return stops | (served - loses), loses

    def _group(self, name: str) -> Two:
        """A group that lies on a replica is the same on both servers; else it has one copy."""
        server, _, group = name.partition("/")
        volumes = [v for v in self._san.volumes if v.group == group]
        if any(one.name == group and one.replica for one in self._san.groups):
            return self._users(volumes), set()
        return self._copies(server, volumes)

    def _copies(self, server: str, volumes: Iterable[Volume]) -> Two:
        """The volumes' copies on one server are gone."""
        stops: set[str] = set()
        loses: set[str] = set()
        replicas = {replica.name: replica for replica in self._san.replicas}
        for volume in volumes:
            if server in volume.servers:
                replica = replicas.get(volume.replica)
                is_safe = replica is not None and _good_elsewhere(replica, server)
                (loses if is_safe else stops).update(volume.used_by)
        return stops, loses

    def _session(self, host: str, portal: str) -> Two:
        here = [s for s in self._san.sessions if s.host == host]
        lost = {s.network for s in here if s.portal == portal}
        if not lost:
            return set(), set()
        devices = [m for m in self._san.multipaths if m.host == host]
        others = [s for s in here if s.portal != portal and s.state == "LOGGED_IN"]
        return self._without(devices, lost, is_last=not others)

    def _network(self, name: str) -> Two:
        stops, loses = self._without(self._san.multipaths, {name}, is_last=False)
        for replica in self._san.replicas:
            if replica.network == name:
                loses |= self._at_end(replica)
        return stops, loses

    def _address(self, address: str) -> Two:
        """A portal's address: the sessions to it are gone on every host."""
        lost = {s.network for s in self._san.sessions if _host_of(s.portal) == address}
        return self._without(self._san.multipaths, lost, is_last=False) if lost else (set(), set())

    def _without(self, devices: Iterable[Multipath], lost: set[str], *, is_last: bool) -> Two:
        """VMs on each device's host: stopped when no usable path remains off the lost networks."""
        stops: set[str] = set()
        loses: set[str] = set()
        for device in devices:
            hit = [path for path in device.paths if path.network in lost]
            if not hit:
                continue
            used = self._by_disk.get((device.host, device.wwid), set())
            left = [path for path in device.paths if path not in hit and path.is_usable]
            if left and not is_last:
                loses |= used if _usable(hit) else set()
            else:
                stops |= used
        return stops, loses

    def _resource(self, name: str) -> Two:
        """A resource of Pacemaker: the LUN, target, address or VM that it runs."""
        san = self._san
        for lun in san.luns:
            if lun.resource == name:
                return self.by(lun.key)
        for target in san.targets:
            if target.resource == name:
                return self.by(target.key)
        for address in san.cluster_ips:
            if address.resource == name:
                return self.by(address.key)
        vms = self._snapshot.vms.values()
        return {v.uuid for v in vms if v.protection and v.protection.resource == name}, set()


def _good_elsewhere(replica: Replica, server: str) -> bool:
    """Whether another side than ``server``'s holds good data that counts as the latest."""
    for side in replica.sides:
        if side.server != server:
            return side.is_up and side.disk == "UpToDate"
    own = replica.side(server)
    return own is not None and own.connection == "Connected" and own.peer_disk == "UpToDate"


def _usable(paths: Iterable[Path]) -> bool:
    return any(path.is_usable for path in paths)


def _host_of(portal: str) -> str:
    return portal.rpartition(":")[0].strip("[]")


def _ordered(snapshot: Snapshot, uuids: set[str]) -> tuple[str, ...]:
    return tuple(sorted(uuids, key=lambda uuid: (snapshot.vms[uuid].name, uuid)))


def _sentence(snapshot: Snapshot, stops: set[str], loses: set[str]) -> str:
    if stops and loses:
        return (
            f"VMs that stop if this fails: {_names(snapshot, stops)}."
            f" VMs that lose redundancy: {_names(snapshot, loses)}."
        )
    if stops:
        return f"VMs that stop if this fails: {_names(snapshot, stops)}."
    if loses:
        return f"No VM stops if this fails. VMs that lose redundancy: {_names(snapshot, loses)}."
    return "No running VM notices if this fails."


def _names(snapshot: Snapshot, uuids: set[str]) -> str:
    """The names, or just how many when they are too many to read."""
    names = [snapshot.vms[uuid].name for uuid in _ordered(snapshot, uuids)]
    return ", ".join(names) if len(names) <= _NAMED else str(len(names))
