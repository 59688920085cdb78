"""From powered hosts to a healthy cluster: configure it the first time, wait for it every time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from tests.lab import cib, pacemaker
from tests.lab.layout import GUESTS, Guest, Host, Lab, LabError
from tests.lab.pacemaker import ClusterState
from tests.lab.progress import say
from tests.lab.remote import everywhere, keep_connection, must, run

_READY = (
    "while :; do s=$(systemctl show -p ActiveState --value lab-role); "
    'case $s in activating|inactive) sleep 1 ;; *) break ;; esac; done; [ "$s" = active ]'
)


def wait_until(
    what: str, is_true: Callable[[], bool], timeout_s: float, every_s: float = 3
) -> None:
    """Poll until true; raises LabError that says what did not happen."""
    deadline = time.monotonic() + timeout_s
    pause = threading.Event()
    while not is_true():
        if time.monotonic() > deadline:
            raise LabError(f"Not within {timeout_s:.0f} s: {what}.")
        pause.wait(every_s)


def wait_for_hosts(lab: Lab) -> None:
    """Wait until every host answers ssh and has become what it is."""

    def ready(host: Host) -> None:
        wait_until(
            f"{host.name} answers ssh",
            lambda: run(lab, host, "true", timeout_s=60).returncode == 0,
            600,
            2,
        )
        keep_connection(lab, host)
        must(lab, host, _READY, timeout_s=400)
        say(f"{host.name} is up")

    everywhere(lab.hosts, ready)


def configure(lab: Lab) -> None:
    """Give a fresh cluster its data and its configuration; leaves a configured one as it is."""
    first = lab.with_role("san")[0]
    if run(lab, first, "cibadmin -Q --xpath \"//group[@id='g_san']\"").returncode == 0:
        return
    for guest in GUESTS:
        # Both sides hold the same bytes already: skip the first synchronisation.
        must(
            lab,
            first,
            f"while ! grep -q ' {guest.drbd_minor}: cs:Connected' /proc/drbd; do "
            f"sleep 1; done; drbdadm new-current-uuid --clear-bitmap {guest.name}",
        )
    say("DRBD is up to date on both sides")
    wait_for_members(lab)
    must(
        lab,
        first,
        "cibadmin --replace --scope configuration --xml-pipe",
        stdin=cib.configuration(lab),
    )
    say("Pacemaker is configured")


def cluster_state(lab: Lab) -> ClusterState | None:
    """The cluster as the first host that answers sees it; None when nobody does."""
    for host in lab.hosts:
        done = run(lab, host, "crm_mon --output-as=xml -1", timeout_s=60)
        if done.returncode == 0:
            return pacemaker.parse_crm_mon(done.stdout)
    return None


def wait_for_members(lab: Lab) -> None:
    """Wait until all hosts are members with quorum."""
    everyone = {h.name for h in lab.hosts}

    def complete() -> bool:
        state = cluster_state(lab)
        return state is not None and state.quorate and everyone <= state.online

    wait_until("all hosts are members of the cluster", complete, 600, 6)
    say("all hosts are members of the cluster")


def wait_for_service(lab: Lab) -> None:
    """Wait for the SAN service, the Xen hosts' paths, the protected VMs and the fence devices."""
    told: set[str] = set()

    def complete() -> bool:
        state = cluster_state(lab)
        if state is None:
            return False
        running = state.running
        paths = set(running.get("p_iscsi", ())) == {h.name for h in lab.with_role("host")}
        parts = {
            "SAN service": "p_ip_sanb" in running
            and all(len(running.get(f"p_drbd_{g.name}", ())) == 2 for g in GUESTS),
            "paths to the LUNs": paths,
            "protected VMs": all(f"vm_{g.name}" in running for g in GUESTS if g.protected),
            "fence devices": all(f"fence_{h.name}" in running for h in lab.hosts),
        }
        for part, up in parts.items():
            if up and part not in told:
                told.add(part)
                say(f"{part}: up")
        return all(parts.values())

    wait_until("the cluster's resources run", complete, 1500, 8)


def start_unprotected(lab: Lab) -> None:
    """Start the VMs that libvirt alone runs and that do not run yet, each on its home host.

    After the protected ones: libxl gives the script that attaches a disk 40 s, and two of them at
    once on a software CPU may need more.
    """
    for guest in GUESTS:
        if not guest.protected:
            must(
                lab,
                lab.host(guest.home),
                f"virsh -q domstate {guest.name} >/dev/null 2>&1 || "
                f"virsh -q define {guest.definition}; "
                f'[ "$(virsh domstate {guest.name} | head -1)" = running ] || '
                f"virsh -q start {guest.name}",
                timeout_s=300,
            )


def heartbeat(lab: Lab, guest: Guest, host: Host) -> str | None:
    """The guest's report as seen from `host`; None when it does not answer."""
    done = run(lab, host, f"nc -w 5 {guest.address} 7 </dev/null", timeout_s=30)
    return done.stdout.strip() or None


def wait_for_guests(lab: Lab) -> None:
    """Wait until every guest answers ping and beats."""
    xen = lab.with_role("host")[0]
    for guest in GUESTS:
        wait_until(
            f"{guest.name} answers",
            lambda g=guest: (
                run(  # type: ignore[misc]
                    lab, xen, f"ping -c1 -W2 {g.address}"
                ).returncode
                == 0
            ),
            300,
        )
        wait_until(f"{guest.name} beats", lambda g=guest: heartbeat(lab, g, xen) is not None, 120)  # type: ignore[misc]
        say(f"{guest.name} answers")
