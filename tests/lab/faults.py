"""What can be broken in the lab, and mended again.

Active faults are lines in run/faults: the kind and its target, "*" for every host or resource.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.lab import machine
from tests.lab.layout import ADMIN_NIC, GUESTS, NETWORKS, Host, Lab, LabError
from tests.lab.remote import drop_connection, must, run

USES = """power HOST            no power, and none after fencing either (its BMC lives on)
hang HOST             frozen like a crashed kernel; fencing restarts it
bmc HOST              its BMC does not answer: fencing this host fails
net sana|sanb [HOST]  cable of a storage network out, on one host or on all
mgmt HOST             management cable out, and with it the administrator's ssh
san san1|san2         the same as power
drbd [RESOURCE]       replication traffic between the SAN servers is dropped
split RESOURCE        both SAN servers write without each other: a split brain; it stays when the
                      command ends, and nothing is to be mended but by the administrator"""


@dataclass(frozen=True)
class Fault:
    """One active fault; `where` is a host, a resource, "NETWORK HOST" or "*"."""

    kind: str
    where: str

    def __str__(self) -> str:
        return f"{self.kind} {self.where}"


def active(lab: Lab) -> list[Fault]:
    """The faults in force, oldest first."""
    path = lab.run / "faults"
    lines = path.read_text().splitlines() if path.exists() else []
    return [Fault(*line.split(" ", 1)) for line in lines]


def has_fault(lab: Lab, kind: str, where: str) -> bool:
    """Whether exactly this fault is in force."""
    return Fault(kind, where) in active(lab)


def forget_all(lab: Lab) -> None:
    """No fault outlives the machines it was put on."""
    (lab.run / "faults").unlink(missing_ok=True)


def parse(lab: Lab, words: list[str]) -> Fault:
    """Read `fault`'s or `mend`'s arguments; raises LabError with the possible ones."""
    kind, *rest = words
    if kind == "san" and rest and lab.host(rest[0]).role == "san":
        kind = "power"
    if kind in ("power", "hang", "bmc", "mgmt") and len(rest) == 1:
        return Fault(kind, lab.host(rest[0]).name)
    if kind == "net" and rest and rest[0] in ("sana", "sanb") and len(rest) <= 2:
        return Fault(kind, f"{rest[0]} {lab.host(rest[1]).name if len(rest) == 2 else '*'}")
    if kind == "split" and rest in [[g.name] for g in GUESTS]:
        return Fault(kind, rest[0])
    if kind == "drbd" and len(rest) <= 1 and (not rest or rest[0] in [g.name for g in GUESTS]):
        return Fault(kind, rest[0] if rest else "*")
    raise LabError(f"No such fault: {' '.join(words)}. Faults are:\n{USES}")


def inject(lab: Lab, fault: Fault) -> None:
    """Break it, and remember that."""
    if fault in active(lab):
        raise LabError(f"{fault} is in force already.")
    if fault.kind == "split":
        _split_brain(lab, fault.where)
        return
    _write(lab, [*active(lab), fault])
    try:
        _BREAK[fault.kind](lab, fault.where)
    except LabError:
        _write(lab, [f for f in active(lab) if f != fault])
        raise


def mend(lab: Lab, fault: Fault) -> None:
    """Repair it; the cluster's own recovery is left to the cluster."""
    if fault not in active(lab):
        known = "; ".join(map(str, active(lab))) or "none"
        raise LabError(f"{fault} is not in force. Active faults: {known}.")
    _write(lab, [f for f in active(lab) if f != fault])
    _MEND[fault.kind](lab, fault.where)


def reapply_cables(lab: Lab, host: Host) -> None:
    """Pull the cables of a freshly started host again that a fault has pulled."""
    for fault in active(lab):
        if fault.kind == "mgmt" and fault.where == host.name:
            _set_management(lab, host.name, plugged=False)
        if fault.kind == "net" and fault.where.split()[1] in ("*", host.name):
            _set_storage(lab, f"{fault.where.split()[0]} {host.name}", plugged=False)


def _write(lab: Lab, faults: list[Fault]) -> None:
    (lab.run / "faults").write_text("".join(f"{f}\n" for f in faults))


def _cut_power(lab: Lab, where: str) -> None:
    machine.kill(lab, lab.host(where))
    drop_connection(lab, lab.host(where))


def _restore_power(lab: Lab, where: str) -> None:
    machine.start(lab, lab.host(where))
    reapply_cables(lab, lab.host(where))


def _freeze(lab: Lab, where: str) -> None:
    machine.ask(lab, lab.host(where), "stop")


def _thaw(lab: Lab, where: str) -> None:
    if machine.is_running(lab, lab.host(where)):
        machine.ask(lab, lab.host(where), "cont")


def _nothing(lab: Lab, where: str) -> None:
    """The BMC reads the list of faults itself."""


def _set_management(lab: Lab, where: str, *, plugged: bool) -> None:
    host = lab.host(where)
    if not machine.is_running(lab, host):
        return
    for nic in (NETWORKS[0].nic, ADMIN_NIC):
        machine.set_cable(lab, host, nic, plugged=plugged)
    if not plugged:
        drop_connection(lab, host)


def _set_storage(lab: Lab, where: str, *, plugged: bool) -> None:
    name, whose = where.split()
    nic = next(n.nic for n in NETWORKS if n.name == name)
    for host in lab.hosts if whose == "*" else (lab.host(whose),):
        if machine.is_running(lab, host):
            machine.set_cable(lab, host, nic, plugged=plugged)


def _drop_replication(lab: Lab, where: str) -> None:
    """Drop DRBD's packets on both SAN servers, as a broken replication link would."""
    ports = ",".join(str(g.drbd_port) for g in GUESTS if where in ("*", g.name))
    drops = f"tcp dport {{ {ports} }} drop; tcp sport {{ {ports} }} drop;"
    rules = (
        f"table inet {_table(where)} {{\n"
        f"chain arriving {{ type filter hook input priority 0; {drops} }}\n"
        f"chain leaving {{ type filter hook output priority 0; {drops} }}\n}}\n"
    )
    _on_san_servers(lab, "nft -f -", rules)


def _pass_replication(lab: Lab, where: str) -> None:
    table = _table(where)
    _on_san_servers(
        lab,
        f"nft delete table inet {table} 2>/dev/null; ! nft list table inet {table} >/dev/null 2>&1",
    )


def _split_brain(lab: Lab, where: str) -> None:
    """Part the sides, write on both, and let them find each other again.

    The side that is not promoted writes its last block anew, which changes no file system; the
    other one has its guest's writer, and writes one block of its own for a guest that is off.
    """
    guest = next(g for g in GUESTS if g.name == where)
    device = f"/dev/drbd{guest.drbd_minor}"
    alone = f"! drbdadm cstate {where} | grep -qx Connected"
    touch = (
        f"n=$(( $(blockdev --getsize64 {device}) / 4096 - 1 )); "
        f"dd if={device} of=/run/lab.block bs=4096 skip=$n count=1 2>/dev/null; "
        f"dd if=/run/lab.block of={device} bs=4096 seek=$n conv=fsync,notrunc 2>/dev/null"
    )
    servers = lab.with_role("san")
    _drop_replication(lab, where)
    try:
        for server in servers:
            must(lab, server, f"for i in $(seq 60); do {alone} && exit; sleep 1; done; exit 1")
        for server in servers:
            role = must(lab, server, f"drbdadm role {where}").strip()
            if not role.startswith("Primary"):
                must(lab, server, f"drbdadm primary {where}")
            must(lab, server, touch)
            if not role.startswith("Primary"):
                must(lab, server, f"drbdadm secondary {where}")
    finally:
        _pass_replication(lab, where)


def _table(where: str) -> str:
    return f"lab_drbd_{'all' if where == '*' else where}"


def _on_san_servers(lab: Lab, command: str, stdin: str = "") -> None:
    servers = [h for h in lab.with_role("san") if machine.is_running(lab, h)]
    results = [run(lab, host, command, stdin=stdin) for host in servers]
    if all(r.returncode for r in results):
        words = "; ".join(r.stderr.strip() for r in results) or "no SAN server is running"
        raise LabError(f"The replication link cannot be changed: {words}")


_BREAK: dict[str, Callable[[Lab, str], None]] = {
    "power": _cut_power,
    "hang": _freeze,
    "bmc": _nothing,
    "mgmt": lambda lab, where: _set_management(lab, where, plugged=False),
    "net": lambda lab, where: _set_storage(lab, where, plugged=False),
    "drbd": _drop_replication,
}
_MEND: dict[str, Callable[[Lab, str], None]] = {
    "power": _restore_power,
    "hang": _thaw,
    "bmc": _nothing,
    "mgmt": lambda lab, where: _set_management(lab, where, plugged=True),
    "net": lambda lab, where: _set_storage(lab, where, plugged=True),
    "drbd": _pass_replication,
}
