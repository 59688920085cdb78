"""``host`` and ``events``: what there is and what happened."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import moment, number, size
from xenadmin_gui.cli.records import (
    event_record,
    host_details,
    host_record,
    vms_running_on,
)
from xenadmin_gui.domain.errors import ExitCode, PreconditionError
from xenadmin_gui.domain.snapshot import Snapshot


def host_list(call: Call) -> int:
    """List the hosts; a host that does not answer is in the list."""
    snapshot = call.fresh()
    out = call.output
    if out.as_json:
        out.json([host_record(host, snapshot) for host in snapshot.hosts])
        return ExitCode.DONE
    out.table(
        ("HOST", "STATE", ">VMS", ">MEMORY", ">FREE", "REASON"),
        [
            (
                host.name,
                out.state(host.health, host.state),
                str(len(vms_running_on(host.name, snapshot))),
                size(host.memory_bytes),
                size(host.memory_free_bytes),
                host.reason,
            )
            for host in snapshot.hosts
        ],
    )
    return ExitCode.DONE


def host_show(call: Call) -> int:
    """Show one host."""
    snapshot = call.fresh()
    out = call.output
    name = call.arguments.name
    host = next((s for s in snapshot.servers.values() if s.name == name), None)
    if host is None:
        known = ", ".join(snapshot.servers)
        raise PreconditionError(
            f"No server is called {name!r}.", next_step=f"There are {known}.", code="no-such-host"
        )
    record = host_details(host, snapshot)
    if out.as_json:
        out.json(record)
        return ExitCode.DONE
    hypervisor = host.hypervisor
    out.fields(
        [
            ("host", host.name),
            ("state", out.state(host.health, host.state)),
            ("reason", host.reason),
            ("roles", ", ".join(record["roles"])),
            ("address", host.address),
            ("system", host.os),
            ("hypervisor", f"{hypervisor.name} {hypervisor.version}".strip()),
            ("processors", number(host.cpus)),
            ("memory", f"{size(host.memory_bytes)}, {size(host.memory_free_bytes)} free"),
            ("bridges", ", ".join(bridge.name for bridge in host.bridges or ())),
            ("VMs", ", ".join(record["vm_names"])),
        ]
    )
    for path in record["paths"]:
        out.line(
            f"disk {path['device'] or path['wwid']}: {path['usable']} of {path['paths']} paths"
        )
    for missing in record["missing"]:
        out.line(f"not known: {missing['part']}: {missing['reason']}")
    _findings(call, snapshot, record["findings"])
    return ExitCode.DONE


def events_list(call: Call) -> int:
    """List what happened; looks at the cluster first, so that it is up to date."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    out = call.output
    events = call.session.events.events(limit=call.arguments.limit)[::-1]
    if out.as_json:
        out.json([event_record(event) for event in events])
        return ExitCode.DONE
    out.table(
        ("TIME", "", "EVENT"),
        [(moment(e.at), out.sign(e.health), e.sentence) for e in events],
    )
    return ExitCode.DONE


def _findings(call: Call, snapshot: Snapshot, findings: list[dict[str, str]]) -> None:
    for finding in findings:
        call.output.line(f"! {finding['sentence']} {finding['next_step']}".rstrip())
