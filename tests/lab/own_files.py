"""The files that make one host itself: names, addresses, keys, Corosync, DRBD, VM definitions.

They travel as a tar on the host's second disk and are unpacked once, on its first start.
"""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

from tests.lab.keys import cluster_known_hosts
from tests.lab.layout import (
    CLUSTER_IP_OCTET,
    GUESTS,
    NETWORKS,
    VOLUME_GROUP,
    VOLUME_MIB,
    Guest,
    Host,
    Lab,
)

_ROLES = Path(__file__).parent / "roles"
_MACHINES = {"pv": ("xenpv", "linux"), "pvh": ("xenpvh", "xenpvh")}


def write_own_files(lab: Lab, host: Host, out: Path) -> None:
    """Write the tar for `host`."""
    files: dict[str, tuple[str, int]] = {
        "etc/hostname": (host.name + "\n", 0o644),
        "etc/hosts": (_hosts(lab), 0o644),
        "etc/machine-id": (f"{host.octet:02x}" * 16 + "\n", 0o444),
        "etc/lab/net.sh": (_network_script(host), 0o644),
        "etc/corosync/corosync.conf": (corosync_conf(lab), 0o644),
        "root/.ssh/authorized_keys": ((lab.ssh / "authorized_keys").read_text(), 0o600),
        "root/.ssh/id_ed25519": ((lab.ssh / "cluster").read_text(), 0o600),
        "root/.ssh/id_ed25519.pub": ((lab.ssh / "cluster.pub").read_text(), 0o644),
        "root/.ssh/known_hosts": (cluster_known_hosts(lab), 0o644),
        "etc/ssh/ssh_host_ed25519_key": ((lab.ssh / f"host-{host.name}").read_text(), 0o600),
        "etc/ssh/ssh_host_ed25519_key.pub": (
            (lab.ssh / f"host-{host.name}.pub").read_text(),
            0o644,
        ),
    }
    if host.role == "san":
        volumes = "".join(f"{g.name} {VOLUME_MIB}\n" for g in GUESTS)
        files["etc/lab/volumes"] = (volumes, 0o644)
        for guest in GUESTS:
            files[f"etc/drbd.d/{guest.name}.res"] = (_drbd_resource(lab, guest), 0o644)
    else:
        name = f"InitiatorName={host.iqn}\n"
        files["etc/iscsi/initiatorname.iscsi"] = (name, 0o600)
        files["etc/lab/wwids"] = ("".join(g.wwid + "\n" for g in GUESTS), 0o644)
        for guest in GUESTS:
            if guest.protected or guest.home == host.name:
                files[guest.definition.lstrip("/")] = (domain_xml(guest), 0o600)
    role = _ROLES / host.role
    for path in sorted(p for p in role.rglob("*") if p.is_file()):
        files[str(path.relative_to(role))] = (path.read_text(), 0o644)
    _write_tar(out, files)


def _write_tar(out: Path, files: dict[str, tuple[str, int]]) -> None:
    with tarfile.open(out, "w") as tar:
        for folder, mode in (("root", 0o700), ("root/.ssh", 0o700), ("etc/xenadmin", 0o755)):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode = tarfile.DIRTYPE, mode
            tar.addfile(entry)
        for name, (text, mode) in files.items():
            data = text.encode()
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), mode
            tar.addfile(entry, io.BytesIO(data))


def _hosts(lab: Lab) -> str:
    management = NETWORKS[0]
    lines = ["127.0.0.1 localhost", f"{management.prefix}.{CLUSTER_IP_OCTET} san"]
    lines += [f"{h.address(management)} {h.name}" for h in lab.hosts]
    return "\n".join(lines) + "\n"


def _network_script(host: Host) -> str:
    """Shell commands that set the addresses; a Xen host has its own on the guests' bridge."""
    lines = [
        "while [ ! -e /sys/class/net/eth3 ]; do sleep 0.2; done",
        # Both storage networks end in one kernel: answer only for the card that was asked.
        "sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2",
        "ip link set lo up",
        "ip addr add 10.0.2.15/24 dev eth0; ip link set eth0 up",
    ]
    for number, network in enumerate(NETWORKS, start=1):
        card = device = f"eth{number}"
        if host.role == "host" and network.kind == "management":
            device = "xenbr0"
            lines.append(
                f"ip link add {device} type bridge forward_delay 0; "
                f"ip link set {card} master {device}"
            )
        lines.append(
            f"ip addr add {host.address(network)}/24 dev {device}; "
            f"ip link set {card} up; ip link set {device} up"
        )
    return "\n".join(lines) + "\n"


def corosync_conf(lab: Lab) -> str:
    """Corosync with every host as a member, over the management network and storage network A.

    The token's time-out allows for processors in software on a busy machine; an idle ring passes
    the token on less often than by default, for the same reason.
    """
    nodes = "".join(
        f"  node {{\n    name: {h.name}\n    nodeid: {h.node_id}\n"
        f"    ring0_addr: {h.address(NETWORKS[0])}\n"
        f"    ring1_addr: {h.address(NETWORKS[1])}\n  }}\n"
        for h in lab.hosts
    )
    return f"""totem {{
  version: 2
  cluster_name: lab
  transport: knet
  crypto_cipher: none
  crypto_hash: none
  token: 40000
  hold: 800
}}
logging {{
  to_syslog: yes
  to_logfile: no
}}
quorum {{
  provider: corosync_votequorum
  wait_for_all: 1
}}
nodelist {{
{nodes}}}
"""


def _drbd_resource(lab: Lab, guest: Guest) -> str:
    sides = "".join(
        f"  on {h.name} {{ address {h.address(NETWORKS[0])}:{guest.drbd_port}; }}\n"
        for h in lab.with_role("san")
    )
    return (
        f"resource {guest.name} {{\n  device /dev/drbd{guest.drbd_minor};\n"
        f"  disk /dev/{VOLUME_GROUP}/{guest.name};\n  meta-disk internal;\n{sides}}}\n"
    )


def domain_xml(guest: Guest) -> str:
    """The guest's libvirt definition, its root file system on its LUN's multipath device."""
    machine, kind = _MACHINES[guest.kind]
    return f"""<domain type='xen'>
  <name>{guest.name}</name>
  <uuid>{guest.uuid}</uuid>
  <memory unit='MiB'>{guest.memory_mib}</memory>
  <vcpu placement='static'>1</vcpu>
  <os>
    <type arch='x86_64' machine='{machine}'>{kind}</type>
    <kernel>/var/lib/lab/vmlinux</kernel>
    <initrd>/var/lib/lab/guest.cpio</initrd>
    <cmdline>console=hvc0 quiet lab.name={guest.name} lab.address={guest.address}/24</cmdline>
  </os>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>destroy</on_crash>
  <devices>
    <disk type='block' device='disk'>
      <driver name='phy' type='raw'/>
      <source dev='/dev/disk/by-id/dm-uuid-mpath-{guest.wwid}'/>
      <target dev='xvda' bus='xen'/>
      <shareable/>
    </disk>
    <interface type='bridge'>
      <mac address='{guest.mac}'/>
      <source bridge='xenbr0'/>
    </interface>
    <console type='pty'><target type='xen' port='0'/></console>
  </devices>
</domain>
"""
