"""Records what the tools of every host print, as food for parsers and for the simulator."""

from __future__ import annotations

import io
import shlex
import tarfile
from collections.abc import Collection
from pathlib import Path

from tests.lab.layout import GUESTS, Host, Lab
from tests.lab.progress import say
from tests.lab.remote import UNREACHABLE, run_raw

_EVERYWHERE = {
    "crm_mon.txt": "crm_mon -1rAf",
    "crm_mon.xml": "crm_mon --output-as=xml -1 -r -A",
    "crm_mon-full.xml": "crm_mon --output-as=xml -1 -r -A -f -n -o",
    "cibadmin-Q.xml": "cibadmin -Q",
    "corosync-quorumtool.txt": "corosync-quorumtool -s",
    "corosync-cfgtool.txt": "corosync-cfgtool -s",
    "corosync-cfgtool-n.txt": "corosync-cfgtool -n",
    "stonith_admin-history.xml": "stonith_admin --history '*' --output-as=xml",
    "ip-addr.json": "ip -j addr",
    "ip-link.json": "ip -j -s link",
    "proc-meminfo.txt": "cat /proc/meminfo",
    "proc-stat.txt": "cat /proc/stat",
    "proc-loadavg.txt": "cat /proc/loadavg",
    "proc-uptime.txt": "cat /proc/uptime",
    "proc-net-dev.txt": "cat /proc/net/dev",
    "proc-diskstats.txt": "cat /proc/diskstats",
    "lsblk.json": "lsblk -J -b -O",
    "df.txt": "df -B1 -T",
    "uname.txt": "uname -a",
    "systemctl-failed.txt": "systemctl list-units --failed --no-legend --plain",
}
_SAN = {
    "drbdadm-status.txt": "drbdadm status",
    "proc-drbd.txt": "cat /proc/drbd",
    "drbdsetup-events2.txt": "drbdsetup events2 --now --statistics",
    "drbdadm-dump.xml": "drbdadm dump-xml",
    "drbdsetup-show.txt": "drbdsetup show",
    "drbdsetup-status.json": "drbdsetup status --json",
    "drbdadm-states.txt": "drbdadm dstate all; drbdadm cstate all; drbdadm role all",
    "drbdadm-version.txt": "drbdadm --version",
    "vgs.json": "vgs --reportformat json --units b -o +vg_uuid",
    "lvs.json": "lvs --reportformat json --units b -o lv_name,vg_name,lv_size,lv_attr,lv_uuid,"
    "lv_path,lv_tags,devices,lv_active,lv_device_open",
    "pvs.json": "pvs --reportformat json --units b",
    "targetcli-ls.txt": "targetcli ls",
    "lio-sessions.txt": "targetcli sessions detail",
    "crm-configure-show.txt": "crm configure show",
    "crm_simulate-L.txt": "crm_simulate -L",
    "crm_verify.txt": "crm_verify -L -V",
}
_HOST = {
    "multipath-ll.txt": "multipath -ll",
    "multipathd-maps.json": "multipathd show maps json",
    "multipathd-paths.txt": "multipathd show paths",
    "multipathd-config.txt": "multipathd show config",
    "iscsiadm-session.txt": "iscsiadm -m session",
    "iscsiadm-session-P3.txt": "iscsiadm -m session -P 3",
    "iscsiadm-node.txt": "iscsiadm -m node",
    "xl-list.txt": "xl list -v",
    "xl-list-l.json": "xl list -l",
    "xl-info.txt": "xl info -n",
    "xl-vcpu-list.txt": "xl vcpu-list",
    "xl-dmesg.txt": "xl dmesg",
    "xentop.txt": "xentop -b -i 2 -d 1 -f",
    "xenstore-ls.txt": "xenstore-ls -f",
    "virsh-list.txt": "virsh list --all",
    "virsh-nodeinfo.txt": "virsh nodeinfo",
    "virsh-version.txt": "virsh version",
    "virsh-capabilities.xml": "virsh capabilities",
    "brctl.txt": "brctl show",
    "bridge-link.json": "bridge -j link",
    "ip-link-bridge.json": "ip -j link show type bridge",
    "domains-sha256.txt": "sha256sum /etc/xenadmin/domains/*.xml",
    **{f"virsh-dumpxml-{g.name}.xml": f"virsh dumpxml {g.name}" for g in GUESTS},
    **{
        f"virsh-dumpxml-{g.name}-inactive.xml": f"virsh dumpxml --inactive {g.name}" for g in GUESTS
    },
    **{f"virsh-dominfo-{g.name}.txt": f"virsh dominfo {g.name}" for g in GUESTS},
    **{f"virsh-domblkstat-{g.name}.txt": f"virsh domblkstat {g.name} xvda" for g in GUESTS},
    **{f"virsh-domifstat-{g.name}.txt": f"virsh domifstat {g.name} {g.mac}" for g in GUESTS},
}


#: What the program asks for, without the figures that say nothing in a recording.
_ASKED = (
    "crm_mon.xml", "cibadmin-Q.xml", "drbdadm-status.txt", "proc-drbd.txt",
    "drbdsetup-events2.txt", "multipathd-maps.json", "iscsiadm-session-P3.txt", "xl-list.txt",
    "corosync-quorumtool.txt", "corosync-cfgtool.txt", "stonith_admin-history.xml",
)  # fmt: skip


def capture(
    lab: Lab, directory: Path, only: Collection[str] = (), *, is_short: bool = False
) -> None:
    """Write DIRECTORY/HOST/NAME, NAME.err where there was one, and an index with exit statuses.

    One host after the other: all at once would load the cluster so much that it notices. A host
    that cannot be reached gets rows with the status of ssh and no files.

    Args:
        only: Hosts; all when empty.
        is_short: Only what tells the cluster's state; seconds a host instead of a minute.
    """
    directory.mkdir(parents=True, exist_ok=True)
    lines = ["file\thost\tcommand\trc"]
    for host in [lab.host(name) for name in only] or lab.hosts:
        lines += _capture_host(lab, host, directory / host.name, is_short=is_short)
        (directory / "INDEX.tsv").write_text("\n".join(lines) + "\n")
        say(f"{host.name} captured")


def _capture_host(lab: Lab, host: Host, folder: Path, *, is_short: bool) -> list[str]:
    """All commands in one go, their outputs back as a tar."""
    folder.mkdir(exist_ok=True)
    commands = {**_EVERYWHERE, **(_SAN if host.role == "san" else _HOST)}
    if is_short:
        commands = {name: commands[name] for name in _ASKED if name in commands}
    script = ["d=$(mktemp -d); cd $d"]
    script += [
        f"timeout 60 sh -c {shlex.quote(command)} >{name} 2>{name}.err </dev/null; "
        f"echo $? >{name}.rc"
        for name, command in commands.items()
    ]
    script.append("tar c .; cd /; rm -r $d")
    done = run_raw(lab, host, "sh -s", stdin="\n".join(script).encode(), timeout_s=900)
    rows = dict.fromkeys(commands, f"rc={UNREACHABLE}")
    if done.returncode == 0:
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as tar:
            for member in tar.getmembers():
                name, data = Path(member.name).name, tar.extractfile(member)
                content = data.read() if data else b""
                if name.endswith(".rc"):
                    rows[name.removesuffix(".rc")] = f"rc={content.decode().strip()}"
                elif data and (content or not name.endswith(".err")):
                    (folder / name).write_bytes(content)
    else:
        (folder / "unreachable.err").write_bytes(done.stderr)
    return [f"{host.name}/{name}\t{host.name}\t{commands[name]}\t{rc}" for name, rc in rows.items()]
