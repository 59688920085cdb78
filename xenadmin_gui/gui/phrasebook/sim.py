"""What is said in sim; made by packaging/build_translations.py."""

from __future__ import annotations

PHRASES: tuple[str, ...] = (
    "Another program holds the demonstration cluster in {1}.",
    "Built with zypper into a file system without partitions.",
    "Check its power and the management network.",
    "Debian 12 (bookworm)",
    "Demonstration cluster",
    "End it, then try again.",
    "Install the Debian package pacemaker-cli-utils.",
    "It ended with status {1}.",
    "Made from Debian's generic cloud image.",
    "No libvirt answers on {1} at {2}.",
    "Remove the directory to begin with a fresh one.",
    "Simulated VMs have no screen.",
    "The connection to {1} is lost.",
    "The demonstration cluster in {1} cannot be read: {2}.",
    "The simulated cluster has no {1} called {2}.",
    "The simulated cluster needs Pacemaker's own programs, and {1} is missing.",
    "There is no machine called {1}.",
    "openSUSE Leap 15.6",
    "{1} does not answer at {2} port {3}.",
    "{1} is no program of Pacemaker's that may run here.",
    "{1} on {2} gave no answer in time.",
)
