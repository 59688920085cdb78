"""``cluster``: which clusters there are, how one does as a whole, and what is wrong with it."""

from __future__ import annotations

from xenadmin_gui.cli.call import Call, interruptible
from xenadmin_gui.cli.output import Output
from xenadmin_gui.cli.records import check_records, cluster_details, cluster_record
from xenadmin_gui.domain.errors import ConfigError, ExitCode, UnreachableError
from xenadmin_gui.session.check import Verdict


def cluster_list(output: Output) -> int:
    """List the cluster files; a wrong one is listed with what is wrong."""
    from xenadmin_gui.session.cluster_file import load
    from xenadmin_gui.session.opening import cluster_names, cluster_path
    from xenadmin_gui.session.paths import clusters_dir

    records = []
    for name in cluster_names():
        path = cluster_path(name)
        try:
            records.append(cluster_record(load(path), str(path)))
        except ConfigError as error:
            told = {"code": error.code, "sentence": error.sentence, "next_step": error.next_step}
            empty = {"title": "", "hosts": [], "san_servers": []}
            records.append({"name": name, **empty, "file": str(path), "error": told})
    if output.as_json:
        output.json(records)
        return ExitCode.DONE
    if not records:
        output.note(f"There are no cluster files in {clusters_dir()}.")
        return ExitCode.DONE
    output.table(
        ("CLUSTER", "TITLE", "HOSTS", "SAN SERVERS", "ERROR"),
        [
            (
                r["name"],
                r["title"],
                ", ".join(r["hosts"]),
                ", ".join(r["san_servers"]),
                r["error"]["sentence"] if r["error"] else "",
            )
            for r in records
        ],
    )
    return ExitCode.DONE


def cluster_show(call: Call) -> int:
    """Show the cluster as a whole."""
    snapshot = call.fresh()
    config, out = call.session.config, call.output
    record = cluster_details(config, snapshot)
    if out.as_json:
        out.json(record)
        return ExitCode.DONE
    pacemaker = snapshot.pacemaker
    quorum = {True: "quorum", False: "NO QUORUM", None: "quorum unknown"}[pacemaker.with_quorum]
    counts = ", ".join(f"{count} {state}" for state, count in record["vms"].items() if count)
    out.fields(
        [
            ("cluster", f"{config.name}  {config.title}".rstrip()),
            ("pacemaker", f"{quorum}, led by {pacemaker.dc}" if pacemaker.is_present else "absent"),
            ("control", str(pacemaker.mode) if pacemaker.is_present else ""),
            ("SAN", f"served by {snapshot.san.active_server or 'nobody'}"),
            ("VMs", counts or "none"),
        ]
    )
    out.line()
    out.table(
        ("SERVER", "STATE", "ROLES", "REASON"),
        [
            (s.name, out.state(s.health, s.state), ", ".join(sorted(s.roles)), s.reason)
            for s in snapshot.servers.values()
        ],
    )
    if snapshot.findings:
        out.line()
        out.table(
            ("", "FINDING"),
            [
                (out.sign(f.health), f"{f.sentence} {f.next_step}".rstrip())
                for f in snapshot.findings
            ],
        )
    return ExitCode.DONE


def cluster_check(call: Call) -> int:
    """Check every server; 4 when a server cannot be reached, 1 when something else fails."""
    with interruptible(call.context):
        checks = call.session.check(call.context)
    out = call.output
    if out.as_json:
        out.json(check_records(checks))
    else:
        out.table(
            ("", "ON", "CHECK", "FOUND"),
            [
                (
                    out.state(c.verdict.health, c.verdict),
                    c.subject,
                    c.name,
                    f"{c.sentence} {c.next_step}".rstrip(),
                )
                for c in checks
            ],
        )
    bad = [check for check in checks if check.verdict is Verdict.FAILED]
    if any(check.name in ("reachable", "host key", "log-in") for check in bad):
        return UnreachableError.exit_code
    return ExitCode.FAILED if bad else ExitCode.DONE
