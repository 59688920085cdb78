"""The switches of the lab: one vde_switch a network."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.lab.layout import NETWORKS, Lab, Network
from tests.lab.processes import end, running_pid
from tests.lab.requirements import find


def switch_socket(lab: Lab, network: Network) -> Path:
    """Directory with the switch's sockets, as QEMU wants it."""
    return lab.run / f"switch-{network.name}"


def _pid_file(lab: Lab, network: Network) -> Path:
    return lab.run / f"switch-{network.name}.pid"


def start_switches(lab: Lab) -> None:
    """Start the switches that do not run."""
    for network in NETWORKS:
        if running_pid(_pid_file(lab, network)):
            continue
        control = lab.run / f"switch-{network.name}.ctl"
        for stale in (switch_socket(lab, network), control):
            shutil.rmtree(stale, ignore_errors=True)
            stale.unlink(missing_ok=True)
        # As a daemon: in the foreground vde_switch ends when its standard input does.
        subprocess.run(
            [
                find("vde_switch"),
                "-s",
                str(switch_socket(lab, network)),
                "-n",
                "32",
                "-d",
                "-p",
                str(_pid_file(lab, network)),
                "-M",
                str(control),
            ],
            check=True,
        )


def stop_switches(lab: Lab) -> None:
    """End the switches."""
    for network in NETWORKS:
        end(_pid_file(lab, network))
