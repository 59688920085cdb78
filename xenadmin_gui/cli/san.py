"""``san``: the storage as a whole, who serves it, and a server's maintenance."""

from __future__ import annotations

from collections.abc import Iterator

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.output import size
from xenadmin_gui.cli.parser import UsageError
from xenadmin_gui.cli.running import carry_out
from xenadmin_gui.cli.sanrecords import initiator_records, san_record
from xenadmin_gui.domain.errors import ExitCode
from xenadmin_gui.domain.san import San
from xenadmin_gui.domain.states import Health
from xenadmin_gui.operations.san.kind import kind_words
from xenadmin_gui.operations.san.layout import san_layout


def san_show(call: Call) -> int:
    """Show the storage as a whole."""
    snapshot = call.fresh()
    out, san = call.output, snapshot.san
    call.tell_silent(snapshot)
    if out.as_json:
        out.json(san_record(snapshot))
        return ExitCode.DONE
    kind = kind_words(san_layout(snapshot))
    on_duty = san.servers_on_duty
    label = "active server" if len(on_duty) < 2 else "active servers"
    ips = ", ".join(f"{ip.address} on {ip.holder or 'nobody'}" for ip in san.cluster_ips)
    out.fields([("kind", kind), (label, ", ".join(on_duty) or "none"), ("cluster IPs", ips)])
    wrong = [f for f in snapshot.findings if f.is_of_san and f.health is not Health.OK]
    if wrong:
        out.line()
        told = [(out.sign(f.health), f"{f.sentence} {f.next_step}".rstrip()) for f in wrong]
        out.table(("", "FINDING"), told)
    out.line()
    out.table(("TARGET", "ON", "PORTALS", ">LUNS"), list(_targets(san)))
    out.line()
    rows = []
    for replica in san.replicas:
        for side in replica.sides:
            sync = "" if side.sync_percent is None else f"{side.sync_percent:.0f} %"
            rows.append(
                (
                    replica.name,
                    out.state(side.health, side.disk),
                    side.server,
                    side.role,
                    side.connection or "-",
                    sync,
                )
            )
    out.table(("REPLICA", "DISK", "ON", "ROLE", "CONNECTION", ">SYNC"), rows)
    out.line()
    out.table(
        ("VOLUME GROUP", "ON", ">SIZE", ">FREE"),
        [(g.name, g.server, size(g.size_bytes), size(g.free_bytes)) for g in san.groups],
    )
    out.line()
    names = {vm.uuid: vm.name for vm in snapshot.vms.values()}
    out.table(
        ("VOLUME", ">SIZE", "LUN", "USED BY"),
        [
            (
                f"{v.group}/{v.name}",
                size(v.size_bytes),
                v.lun or "-",
                ", ".join(names.get(uuid, uuid) for uuid in v.used_by),
            )
            for v in san.volumes
        ],
    )
    out.line()
    out.table(
        ("HOST", "DISK", "PATHS", "STATES"),
        [
            (
                m.host,
                m.device or m.wwid,
                out.state(m.health, f"{sum(p.is_usable for p in m.paths)} of {len(m.paths)}"),
                ", ".join(f"{p.network or p.device} {p.state}" for p in m.paths),
            )
            for m in san.multipaths
        ],
    )
    return ExitCode.DONE


def _targets(san: San) -> Iterator[tuple[str, str, str, str]]:
    """Each target, or each of its portal groups where it has several."""
    for target in san.targets:
        mine = [lun for lun in san.luns if lun.target == target.iqn]
        if len(target.groups) < 2:
            portals, count = ", ".join(target.portals) or "-", str(len(mine))
            yield (target.iqn, target.server or "none", portals, count)
            continue
        for group in target.groups:
            count = str(sum(lun.tag == group.tag for lun in mine))
            name = f"{target.iqn}/tpg{group.tag}"
            yield (name, target.server or "none", ", ".join(group.portals) or "-", count)


def san_switchover(call: Call) -> int:
    """Have another SAN server serve: the one named, or the only other one."""
    from xenadmin_gui.operations.san.switchover import SanSwitchover

    snapshot = call.fresh()
    to = call.arguments.to
    if to is None:
        others = [s.name for s in snapshot.san_servers if s.name != snapshot.san.active_server]
        if len(others) != 1:
            raise UsageError(
                "It has to be said who is to serve.",
                next_step=f"Say --to with one of {', '.join(others)}.",
            )
        (to,) = others
    return carry_out(call, SanSwitchover(to))


def san_maintenance(call: Call) -> int:
    """Take a SAN server out of service, or back into it."""
    from xenadmin_gui.operations.san.switchover import SanMaintenance

    call.fresh()
    return carry_out(call, SanMaintenance(call.arguments.server, call.arguments.switch == "on"))


def san_save(call: Call) -> int:
    """Have LIO's next start bring what it runs now: on the server named, or the only one."""
    from xenadmin_gui.operations.san.liosave import LioSave

    snapshot, server = call.fresh(), call.arguments.server
    if server is None:
        names = [s.server for s in snapshot.san.lio_services if s.unsaved]
        names = names or [s.name for s in snapshot.san_servers][:1]
        if len(names) != 1:
            raise UsageError(
                "Several servers have unsaved changes.",
                next_step=f"Name one of {', '.join(names)}.",
            )
        (server,) = names
    return carry_out(call, LioSave(server))


def san_initiators(call: Call) -> int:
    """List whom the SAN lets in, or let hosts in or shut them out."""
    from xenadmin_gui.operations.san.initiators import InitiatorDraft, InitiatorVerb

    given, snapshot = call.arguments, call.fresh()
    for verb, names in (
        (InitiatorVerb.ALLOW, given.allow),
        (InitiatorVerb.FORBID, given.forbid),
    ):
        if names:
            hosts = tuple(dict.fromkeys(names))
            return carry_out(call, InitiatorDraft(verb, hosts, restart=given.restart))
    call.tell_silent(snapshot)
    records, out = initiator_records(snapshot), call.output
    if out.as_json:
        out.json(records)
        return ExitCode.DONE
    allowed = {True: "yes", False: "no", None: "unknown"}
    out.table(
        ("INITIATOR", "HOST", "LET IN", ">SESSIONS"),
        [
            (r["initiator"] or "-", r["host"] or "-", allowed[r["allowed"]], str(r["sessions"]))
            for r in records
        ],
    )
    return ExitCode.DONE
