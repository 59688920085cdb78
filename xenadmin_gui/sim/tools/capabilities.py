"""``virsh capabilities`` of a Debian 12 Xen host (capture virsh-capabilities.xml)."""

from __future__ import annotations

from xenadmin_gui.sim.model import Machine

_GUESTS = (
    ("xen", "x86_64", "64", "xenpv", ""),
    ("hvm", "i686", "32", "xenfv", "      <pae/>\n      <nonpae/>\n"),
    ("xenpvh", "i686", "32", "xenpvh", ""),
    ("hvm", "x86_64", "64", "xenfv", ""),
    ("xenpvh", "x86_64", "64", "xenpvh", ""),
)


def text(machine: Machine) -> str:
    """Return the XML."""
    cores = "\n".join(
        f"            <cpu id='{n}' socket_id='0' die_id='0' core_id='{n}' siblings='{n}'/>"
        for n in range(machine.cpus)
    )
    return (
        "<capabilities>\n\n  <host>\n    <cpu>\n      <arch>x86_64</arch>\n"
        "      <features>\n        <pae/>\n      </features>\n"
        "      <model>Skylake-Server-IBRS</model>\n"
        f"      <topology sockets='1' dies='1' cores='{machine.cpus}' threads='1'/>\n"
        "      <feature name='hypervisor'/>\n    </cpu>\n"
        "    <power_management/>\n    <iommu support='no'/>\n"
        "    <migration_features>\n      <live/>\n    </migration_features>\n"
        "    <netprefix>vif</netprefix>\n"
        "    <topology>\n      <cells num='1'>\n        <cell id='0'>\n"
        f"          <memory unit='KiB'>{machine.memory_mib * 1024}</memory>\n"
        "          <distances>\n            <sibling id='0' value='10'/>\n          </distances>\n"
        f"          <cpus num='{machine.cpus}'>\n{cores}\n          </cpus>\n"
        "        </cell>\n      </cells>\n    </topology>\n  </host>\n\n"
        + "\n".join(_guest(*guest) for guest in _GUESTS)
        + "\n</capabilities>\n"
    )


def _guest(os_type: str, arch: str, word: str, machine: str, features: str) -> str:
    loader = "      <loader>/usr/lib/xen/boot/hvmloader</loader>\n" if os_type == "hvm" else ""
    extra = ""
    if os_type == "hvm":
        extra = features + "      <acpi default='on' toggle='yes'/>\n"
        extra += "      <apic default='on' toggle='no'/>\n"
    hap = "      <hap default='on' toggle='yes'/>\n" if os_type != "xen" else ""
    body = f"    <features>\n{extra}{hap}    </features>\n" if hap else ""
    return (
        f"  <guest>\n    <os_type>{os_type}</os_type>\n    <arch name='{arch}'>\n"
        f"      <wordsize>{word}</wordsize>\n"
        "      <emulator>/usr/lib/xen/bin/qemu-system-i386</emulator>\n"
        f"{loader}      <machine>{machine}</machine>\n      <domain type='xen'/>\n    </arch>\n"
        f"{body}  </guest>\n"
    )
