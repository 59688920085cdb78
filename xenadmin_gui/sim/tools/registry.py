"""Which simulated tool answers which program, and where each program is installed."""

from __future__ import annotations

from functools import partial

from xenadmin_gui.sim.pacemaker.binaries import PROGRAMS
from xenadmin_gui.sim.tools import (
    bash,
    corosync,
    dd,
    drbd,
    drbdadm,
    files,
    ip,
    iscsi,
    library,
    lvm,
    lvmchange,
    multipath,
    newguest,
    shell,
    simple,
    systemd,
    targetcli,
    virsh,
    xl,
)
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing, Tool
from xenadmin_gui.sim.tools.pacemaker import Programs

_ANYWHERE: dict[str, Tool] = {
    "bash": bash.bash,
    "cat": files.cat,
    "cmp": files.compare,
    "cp": files.move,
    "date": simple.date,
    "echo": simple.echo,
    "find": files.find,
    "grep": files.grep,
    "hostname": simple.hostname,
    "ip": ip.ip,
    "journalctl": systemd.journalctl,
    "mkdir": files.make_folder,
    "mv": files.move,
    "rm": files.remove,
    "sh": shell.sh,
    "sha256sum": files.sha256sum,
    "systemctl": systemd.systemctl,
    "systemd-analyze": systemd.analyze,
    "tee": files.tee,
    "test": files.test,
    "true": simple.true,
    "uname": simple.uname,
}
_ON_HOSTS: dict[str, Tool] = {
    "iscsiadm": iscsi.iscsiadm,
    "multipath": multipath.multipath,
    "multipathd": multipath.multipathd,
    "virsh": virsh.virsh,
    "xl": xl.xl,
}
_ON_SAN: dict[str, Tool] = {
    "unshare": newguest.unshare,
    "ssh": library.ssh,
    "stat": library.stat,
    "dd": dd.dd,
    "drbdadm": drbdadm.drbdadm,
    "drbdsetup": drbd.drbdsetup,
    "lvconvert": lvmchange.lvconvert,
    "lvcreate": lvmchange.lvcreate,
    "lvextend": lvmchange.lvextend,
    "lvremove": lvmchange.lvremove,
    "lvrename": lvmchange.lvrename,
    "lvs": lvm.lvs,
    "pvs": lvm.pvs,
    "python3": targetcli.python3,
    "vgs": lvm.vgs,
}
_ON_PLAIN_SAN: dict[str, Tool] = {"targetcli": targetcli.targetcli}
_ON_MEMBERS: dict[str, Tool] = {
    "corosync-cfgtool": corosync.cfgtool,
    "corosync-cmapctl": corosync.cmapctl,
    "corosync-quorumtool": corosync.quorumtool,
    "crm_node": corosync.crm_node,
}


class Registry:
    """Answers argvs on the machines of one world."""

    def __init__(self) -> None:
        programs = dict.fromkeys(PROGRAMS, Programs().run)
        self._members: dict[str, Tool] = _ON_MEMBERS | programs

    def answer(self, call: Call) -> Answer | Ongoing:
        """Run a tool; a program that the machine lacks ends with 127."""
        tool = self._tools(call).get(_name(call.argv[0]))
        if tool is None:
            return Answer(127, "", f"sh: 1: {call.argv[0]}: not found\n")
        return tool(call)

    def _tools(self, call: Call) -> dict[str, Tool]:
        tools = _ANYWHERE | (_ON_HOSTS if call.machine.is_host else _ON_SAN)
        if call.host in call.state.pacemaker.members:
            tools |= self._members
        elif not call.machine.is_host:
            tools |= _ON_PLAIN_SAN
        runnable = dict(tools)
        tools["systemd-run"] = partial(systemd.systemd_run, tools=runnable)
        return tools


def _name(program: str) -> str:
    folder, _, name = program.rpartition("/")
    is_known = folder in ("", "/bin", "/sbin", "/usr/bin", "/usr/sbin")
    return name if is_known else program
