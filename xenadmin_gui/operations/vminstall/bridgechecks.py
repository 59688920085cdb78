"""Whether the bridges that new VMs need are there; what is not known is not refused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xenadmin_gui.domain.bridges import bridge_of, cluster_bridges
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.vmedit.cards import VLANS
from xenadmin_gui.operations.vminstall.newvm import NewVm


def is_bridge_name(text: str) -> bool:
    """Whether Linux takes ``text`` as the name of a bridge."""
    return re.fullmatch(r"[A-Za-z0-9._-]{1,15}", text) is not None


def vlan_problems(snapshot: Snapshot, new: NewVm) -> Iterator[Problem]:
    """Say which VLANs cannot be: there are such of one card on an Open vSwitch only."""
    for nic in new.nics:
        sentence, step, found = "", "", bridge_of(snapshot, nic.bridge)
        if nic.vlan and nic.vlan not in VLANS:
            sentence = f"There is no VLAN {nic.vlan}."
            step = f"They go from {VLANS[0]} to {VLANS[-1]}."
        elif nic.vlan and found.hosts and not found.is_ovs:
            sentence = f"{nic.bridge} is no Open vSwitch: such a bridge knows no VLAN of one card."
            step = f"Plug the card into a bridge that is in the VLAN {nic.vlan}."
        if sentence:
            yield Problem(sentence, step, new.key, "bad-vlan", "vlan")


def bridge_problems(snapshot: Snapshot, new: NewVm, host: str) -> Iterator[Problem]:
    """Say which bridges are missing where ``new`` is started, or everywhere.

    Args:
        host: Where it is started.
    """
    server = snapshot.servers.get(host)
    for name in filter(is_bridge_name, dict.fromkeys(nic.bridge for nic in new.nics)):
        found = bridge_of(snapshot, name)
        if len(found.lacking) == len(snapshot.hosts) > 0:
            known = ", ".join(one.name for one in cluster_bridges(snapshot) if one.hosts)
            step = f"Choose one of {known}." if known else "Make it on the hosts first."
            sentence = f"No host has a bridge called {name}."
            yield Problem(sentence, step, new.key, "no-bridge", "bridge")
        elif new.start and server is not None and server.has_bridge(name) is False:
            sentence = f"{server.name} has no bridge {name}, which {new.name} needs."
            step = "Choose another bridge, or another host."
            if found.hosts:
                step = f"Choose another bridge, or one of {', '.join(found.hosts)} as its host."
            yield Problem(sentence, step, new.key, "no-bridge", "bridge")
