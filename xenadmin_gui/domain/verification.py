"""Comparisons of both sides of a replica that go on by a schedule: their results and their files.

A timer of systemd on every SAN server runs a script; only where the replica is Primary it has DRBD
compare both sides, waits for the end and writes what came of it into a file.
"""

from __future__ import annotations

from dataclasses import dataclass

UNIT_FOLDER = "/etc/systemd/system"
UNIT_PREFIX = "xenadmin-verify-"
SCRIPT_PATH = "/etc/xenadmin/verify-replica.sh"
RESULT_FOLDER = "/var/lib/xenadmin/verify"
RESULT_SUFFIX = ".result"

#: What may stand in a result.
SAME, DIFFERS, BROKEN, FAILED = "same", "differs", "broken", "failed"

#: One after the other, for each reads both disks from end to end. ``events2`` of DRBD 8.4 and 9.
SCRIPT = r"""#!/bin/sh
# Compares both sides of the DRBD replica $1 and keeps the result. Written by xenadmin.
LC_ALL=C; export LC_ALL
name=$1; folder=RESULT_FOLDER
case $(drbdadm role "$name" 2>/dev/null) in Primary*) ;; *) exit 0 ;; esac
mkdir -p "$folder" || exit 1
exec 9>"$folder/lock" || exit 1
flock 9 || exit 1
begun=$(date +%s)
say() { drbdsetup events2 --now --statistics "$name" 2>/dev/null | grep '^exists peer-device '; }
keep() {
    printf '%s\n' "begun=$begun" "ended=$(date +%s)" "result=$1" "out_of_sync_kib=$2" \
        >"$folder/$name.new" && mv -f "$folder/$name.new" "$folder/$name.result"
}
drbdadm verify "$name" || { keep failed ''; exit 1; }
sleep 2
while say | grep -q 'replication:Verify'; do sleep 5; done
say | grep -q 'replication:Established' || { keep broken ''; exit 1; }
count=$(say | sed -n 's/.* out-of-sync:\([0-9]*\).*/\1/p' | sort -n | tail -n 1)
if [ "${count:-0}" -gt 0 ]; then keep differs "$count"; else keep same 0; fi
""".replace("RESULT_FOLDER", RESULT_FOLDER)


@dataclass(frozen=True, slots=True)
class Verification:
    """How the last comparison by the schedule ended.

    Attributes:
        server: Where it was run.
        begun: Clock seconds, as ``ended``.
        result: ``same``, ``differs``, ``broken`` (the connection was lost meanwhile), ``failed``
            (DRBD did not begin it), or what else stands in the file.
        out_of_sync_bytes: What differs; None when not known.
    """

    server: str
    begun: float
    ended: float
    result: str
    out_of_sync_bytes: int | None = None


def timer_of(replica: str) -> str:
    """Return the name of the timer that has a replica compared."""
    return f"{UNIT_PREFIX}{replica}.timer"


def service_of(replica: str) -> str:
    """Return the name of the service that compares a replica."""
    return f"{UNIT_PREFIX}{replica}.service"


def service_text(replica: str) -> str:
    """Return the unit file of the service."""
    return (
        "# Written by xenadmin.\n[Unit]\n"
        f"Description=Compare both sides of the DRBD replica {replica}\n\n"
        "[Service]\nType=oneshot\nNice=10\nTimeoutStartSec=infinity\n"
        f"ExecStart=/bin/sh {SCRIPT_PATH} {replica}\n"
    )


def timer_text(replica: str, calendar: str) -> str:
    """Return the unit file of the timer; ``calendar`` as systemd.time(7) has it."""
    return (
        "# Written by xenadmin.\n[Unit]\n"
        f"Description=Compare both sides of the DRBD replica {replica} by a schedule\n\n"
        f"[Timer]\nOnCalendar={calendar}\n\n[Install]\nWantedBy=timers.target\n"
    )
