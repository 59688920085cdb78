"""What runs in the lab, what the cluster says, which faults are in force."""

from __future__ import annotations

import json
from typing import Any

from tests.lab import faults, machine, provision
from tests.lab.layout import GUESTS, Host, Lab
from tests.lab.lifecycle import is_up
from tests.lab.processes import running_pid


def collect(lab: Lab) -> dict[str, Any]:
    """The state of the lab as plain values; None where it cannot be asked."""
    up = is_up(lab)
    cluster = provision.cluster_state(lab) if up else None
    hosts = {
        h.name: {
            "power": machine.is_running(lab, h),
            "member": None if cluster is None else h.name in cluster.online,
            "memory_mib": _memory_mib(lab, h),
            "ssh": f"127.0.0.1:{h.ssh_port}",
        }
        for h in lab.hosts
    }
    return {
        "directory": str(lab.root),
        "provisioned": machine.is_provisioned(lab),
        "up": up,
        "bmc": running_pid(lab.run / "bmc.pid") is not None,
        "quorate": None if cluster is None else cluster.quorate,
        "unclean": [] if cluster is None else sorted(cluster.unclean),
        "hosts": hosts,
        "resources": {}
        if cluster is None
        else {
            name: {"on": list(where), "promoted": list(cluster.promoted.get(name, ()))}
            for name, where in cluster.running.items()
        },
        "guests": _guests(lab) if cluster is not None else {},
        "faults": [str(f) for f in faults.active(lab)],
    }


def _memory_mib(lab: Lab, host: Host) -> int | None:
    pid = running_pid(machine.pid_file(lab, host))
    if pid is None:
        return None
    with open(f"/proc/{pid}/status") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) // 1024
    return None


def _guests(lab: Lab) -> dict[str, str | None]:
    """Each guest's own report, asked from the first Xen host that has power."""
    for host in lab.with_role("host"):
        if machine.is_running(lab, host):
            return {g.name: provision.heartbeat(lab, g, host) for g in GUESTS}
    return {}


def as_json(lab: Lab) -> str:
    """For programs."""
    return json.dumps(collect(lab), indent=2) + "\n"


def as_text(lab: Lab) -> str:
    """For people."""
    state = collect(lab)
    lines = [f"lab in {state['directory']}: {'up' if state['up'] else 'down'}"]
    for name, host in state["hosts"].items():
        member = {True: "member", False: "NOT a member", None: "cluster not known"}[host["member"]]
        power = f"on, {host['memory_mib']} MiB, ssh {host['ssh']}" if host["power"] else "off"
        lines.append(f"  {name}: power {power}; {member}")
    if state["quorate"] is not None:
        lines.append(f"cluster: {'quorate' if state['quorate'] else 'NO QUORUM'}")
        lines += [f"  to be fenced: {name}" for name in state["unclean"]]
        lines += [
            f"  {name}: {' '.join(r['on'])}"
            + (f" (promoted on {' '.join(r['promoted'])})" if r["promoted"] else "")
            for name, r in state["resources"].items()
        ]
        lines += [f"  {name}: {report or 'no answer'}" for name, report in state["guests"].items()]
    lines.append("faults: " + ("; ".join(state["faults"]) or "none"))
    return "\n".join(lines) + "\n"
