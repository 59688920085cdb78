"""What a running VM has otherwise than its definition says: it counts at its next start."""

from __future__ import annotations

from xenadmin_gui.monitoring.parse.domain_xml import DomainXml


def at_next_start(now: DomainXml | None, then: DomainXml | None) -> tuple[str, ...]:
    """Return in which words ``then`` differs from ``now``: those of ``Vm.at_next_start``.

    What libvirt adds by itself when a VM starts (a MAC that nobody gave, a bus that follows from
    the disk's name) is no difference.
    """
    if now is None or then is None or now is then:
        return ()
    differs = {
        "processors": now.vcpus != then.vcpus,
        "memory": now.memory_bytes != then.memory_bytes,
        "disks": _disks(now) != _disks(then),
        "network cards": _cards(now, then) != _cards(then, then),
    }
    return tuple(word for word, is_other in differs.items() if is_other)


def _disks(xml: DomainXml) -> set[tuple[str, str]]:
    """Target and source; another bus is another target."""
    return {(disk.target, disk.source) for disk in xml.disks}


def _cards(xml: DomainXml, then: DomainXml) -> list[tuple[str, str, int]]:
    """MAC, bridge and VLAN of each card; without MACs unless the definition gives each one."""
    has_macs = all(nic.mac for nic in then.nics)
    return [(nic.mac if has_macs else "", nic.bridge, nic.vlan) for nic in xml.nics]
