"""``iscsiadm -m session -P 3`` (open-iscsi 2.1.8, capture iscsiadm-session-P3.txt)."""

from __future__ import annotations

from xenadmin_gui.sim.model import Session
from xenadmin_gui.sim.targets import network_at, target_at
from xenadmin_gui.sim.tools import iscsinode, scsi
from xenadmin_gui.sim.tools.call import Answer, Call, usage
from xenadmin_gui.sim.tools.multipath import devices

_MIDDLE = """\
		*********
		Timeouts:
		*********
		Recovery Timeout: 5
		Target Reset Timeout: 30
		LUN Reset Timeout: 30
		Abort Timeout: 15
		*****
		CHAP:
		*****
		username: <empty>
		password: ********
		username_in: <empty>
		password_in: ********
		************************
		Negotiated iSCSI params:
		************************
		HeaderDigest: None
		DataDigest: None
		MaxRecvDataSegmentLength: 262144
		MaxXmitDataSegmentLength: 262144
		FirstBurstLength: 65536
		MaxBurstLength: 262144
		ImmediateData: Yes
		InitialR2T: Yes
		MaxOutstandingR2T: 1
		************************
		Attached SCSI devices:
		************************
"""


def iscsiadm(call: Call) -> Answer:
    """``iscsiadm -m session [-P 3]``, rescans, and what ``iscsinode`` knows."""
    words = [word for word in call.arguments if word != "-P3"]
    if words[:2] == ["--mode", "node"]:
        return iscsinode.node(call)
    if words[:2] == ["--mode", "discovery"]:
        return iscsinode.discovery(call)
    sessions = call.state.sessions.get(call.host, {})
    if words in (["--mode", "session", "--rescan"], ["-m", "session", "-R"]) and sessions:
        scsi.rescan(call)
        lines = (
            f"Rescanning session [sid: {s.number}, target: {target_at(call.state, s.network)}, "
            f"portal: {s.portal},3260]\n"
            for s in sessions.values()
        )
        return Answer(0, "".join(lines))
    if "--rescan" in words and not sessions:
        return Answer(21, "", "iscsiadm: No session found.\n")
    if words[:2] != ["-m", "session"]:
        return usage(call)
    if not sessions:
        return Answer(21, "", "iscsiadm: No active sessions.\n")
    if len(call.arguments) == 2:
        lines = (
            f"tcp: [{s.number}] {s.portal}:3260,1 {target_at(call.state, s.network)} (non-flash)\n"
            for s in sessions.values()
        )
        return Answer(0, "".join(lines))
    text = "iSCSI Transport Class version 2.0-870\nversion 2.1.8\n"
    by_target: dict[str, list[Session]] = {}
    for session in sessions.values():
        by_target.setdefault(target_at(call.state, session.network), []).append(session)
    for target, mine in by_target.items():
        text += f"Target: {target} (non-flash)\n" + "".join(_session(call, s) for s in mine)
    return Answer(0, text)


def _session(call: Call, session: Session) -> str:
    is_up = session.is_up
    address = call.machine.addresses.get(network_at(session.network), "") if is_up else "[default]"
    text = (
        f"\tCurrent Portal: {session.portal}:3260,1\n"
        f"\tPersistent Portal: {session.portal}:3260,1\n"
        "\t\t**********\n\t\tInterface:\n\t\t**********\n"
        "\t\tIface Name: default\n"
        "\t\tIface Transport: tcp\n"
        f"\t\tIface Initiatorname: {call.machine.initiator}\n"
        f"\t\tIface IPaddress: {address}\n"
        "\t\tIface HWaddress: default\n"
        "\t\tIface Netdev: default\n"
        f"\t\tSID: {session.number}\n"
        f"\t\tiSCSI Connection State: {'LOGGED IN' if is_up else 'TRANSPORT WAIT'}\n"
        f"\t\tiSCSI Session State: {'LOGGED_IN' if is_up else 'FREE'}\n"
        f"\t\tInternal iscsid Session State: {'NO CHANGE' if is_up else 'REOPEN'}\n"
    )
    number = session.number + 1
    text += _MIDDLE + f"\t\tHost Number: {number}\tState: running\n"
    for device in devices(call):
        if device.network == session.network:
            state = "running" if is_up else "transport-offline"
            text += f"\t\tscsi{number} Channel 00 Id 0 Lun: {device.lun.number}\n"
            text += f"\t\t\tAttached scsi disk {device.name}\t\tState: {state}\n"
    return text
