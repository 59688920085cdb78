"""``iscsiadm --mode node`` and ``--mode discovery`` (open-iscsi 2.1.8): log in and out."""

from __future__ import annotations

from itertools import pairwise

from xenadmin_gui.sim import san
from xenadmin_gui.sim.model import Session
from xenadmin_gui.sim.targets import network_at, places_of, target_at
from xenadmin_gui.sim.tools import scsi
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_NOT_FOUND, _EXISTS, _TIMED_OUT, _SHUT_OUT = 21, 15, 8, 24


def node(call: Call) -> Answer:
    """``--targetname T --portal P``, alone or with ``--login``, ``--logout``, ``--rescan``."""
    words = call.arguments
    values = dict(pairwise(words))
    address = values.get("--portal", "").partition(":")[0]
    network = _network(call, address)
    target = call.state.target if network is None else target_at(call.state, network)
    if values.get("--targetname") != target or network is None:
        return Answer(_NOT_FOUND, "", "iscsiadm: No records found\n")
    session = call.state.sessions.get(call.host, {}).get(network)
    what = f"[iface: default, target: {target}, portal: {address},3260]"
    match words[-1]:
        case "--login":
            return _login(call, network, address, what)
        case "--logout" if session is None:
            return Answer(_NOT_FOUND, "", "iscsiadm: No matching sessions found\n")
        case "--logout":
            _forget(call, network)
            return Answer(0, f"Logout of {what} successful.\n")
        case "--rescan" if session is not None:
            scsi.rescan(call)
            return Answer(0, f"Rescanning session [sid: {session.number}]\n")
        case word if word == values.get("--portal"):
            return Answer(0, f"# BEGIN RECORD 2.1.8\nnode.name = {target}\n")
    return usage(call)


def discovery(call: Call) -> Answer:
    """``--type sendtargets --portal P``: the portals that the target has."""
    address = call.arguments[-1].partition(":")[0]
    network = _network(call, address)
    server = san.exporter(call.state, network) if network is not None else None
    if network is None or server is None:
        text = f"iscsiadm: cannot make connection to {address}: No route to host\n"
        return Answer(_TIMED_OUT, "", text)
    if not san.is_let_in(call.state, call.host, server):
        return Answer(_NOT_FOUND, "", "iscsiadm: No portals found\n")
    target = target_at(call.state, network)
    portals = places_of(call.state, target).values()
    return Answer(0, "".join(f"{p}:3260,1 {target}\n" for p in portals))


def _network(call: Call, address: str) -> str | None:
    return next((n for n, portal in call.state.portals.items() if portal == address), None)


def _login(call: Call, network: str, address: str, what: str) -> Answer:
    sessions = call.state.sessions.setdefault(call.host, {})
    if network in sessions:
        return Answer(
            _EXISTS, "", f"iscsiadm: default: 1 session requested, but 1 present {what}\n"
        )
    server = san.exporter(call.state, network)
    if server is None or network_at(network) not in call.machine.addresses:
        text = f"iscsiadm: Could not login to {what}.\niscsiadm: connection timed out\n"
        return Answer(_TIMED_OUT, "", text)
    if not san.is_let_in(call.state, call.host, server):
        text = (
            f"iscsiadm: Could not login to {what}.\n"
            "iscsiadm: initiator reported error (24 - iSCSI login failed due to authorization "
            "failure)\niscsiadm: Could not log into all portals\n"
        )
        return Answer(_SHUT_OUT, "", text)
    number = max((session.number for session in sessions.values()), default=0) + 1
    sessions[network] = Session(address, network, number)
    scsi.rescan(call)
    return Answer(0, f"Login to {what} successful.\n")


def _forget(call: Call, network: str) -> None:
    """The session is gone, and with it every path over it."""
    del call.state.sessions[call.host][network]
    for one in scsi.seen(call).values():
        if network in one.networks:
            one.networks.remove(network)
    call.world.touch()
