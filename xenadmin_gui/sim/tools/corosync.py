"""What a simulated member says of Corosync: members, quorum and links."""

from __future__ import annotations

from xenadmin_gui.sim.pacemaker.cib import is_quorate, view
from xenadmin_gui.sim.reach import are_joined, corosync_links
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_DOWN = "Cannot initialize CMAP service\n"


def crm_node(call: Call) -> Answer:
    """``crm_node -l``, ``-n``, ``-q``."""
    group, quorate = view(call.state, call.host)
    if call.arguments in (("-l",), ("--list",)):
        rows = (
            f"{m.id} {m.name} {'member' if m.name in group else 'lost'}\n"
            for m in call.state.pacemaker.members.values()
        )
        return Answer(0, "".join(rows))
    if call.arguments in (("-n",), ("--name",)):
        return Answer(0, f"{call.host}\n")
    if call.arguments in (("-q",), ("--quorum",)):
        return Answer(0, f"{int(quorate)}\n")
    return usage(call)


def cmapctl(call: Call) -> Answer:
    """``corosync-cmapctl [-b PREFIX]``: the node list and the members."""
    if call.host not in call.state.pacemaker.members:
        return Answer(1, "", _DOWN)
    links = corosync_links(call.state)
    rows = {"totem.cluster_name (str)": call.state.name, "totem.transport (str)": "knet"}
    for index, member in enumerate(call.state.pacemaker.members.values()):
        machine = call.state.machines[member.name]
        rows[f"nodelist.node.{index}.name (str)"] = member.name
        rows[f"nodelist.node.{index}.nodeid (u32)"] = member.id
        for ring, network in enumerate(links):
            rows[f"nodelist.node.{index}.ring{ring}_addr (str)"] = machine.addresses[network]
    prefix = call.arguments[1] if call.arguments[:1] == ("-b",) and len(call.arguments) > 1 else ""
    lines = (f"{key} = {value}\n" for key, value in sorted(rows.items()) if key.startswith(prefix))
    return Answer(0, "".join(lines))


def quorumtool(call: Call) -> Answer:
    """``corosync-quorumtool -s``."""
    members = call.state.pacemaker.members
    if call.host not in members:
        return Answer(1, "", "Cannot initialize QUORUM service\n")
    group, _ = view(call.state, call.host)
    quorate = is_quorate(call.state, len(group))
    rows = "".join(
        f"{int(members[name].id):>10}          1 {name}{' (local)' if name == call.host else ''}\n"
        for name in group
    )
    return Answer(
        0 if quorate else 2,
        "Quorum information\n------------------\n"
        f"Nodes:            {len(group)}\nNode ID:          {members[call.host].id}\n"
        f"Quorate:          {'Yes' if quorate else 'No'}\n\n"
        "Votequorum information\n----------------------\n"
        f"Expected votes:   {len(members)}\nTotal votes:      {len(group)}\n"
        f"Quorum:           {len(members) // 2 + 1}{'' if quorate else ' Activity blocked'}\n\n"
        f"Membership information\n----------------------\n    Nodeid      Votes Name\n{rows}",
    )


def cfgtool(call: Call) -> Answer:
    """``corosync-cfgtool -s``."""
    members = call.state.pacemaker.members
    if call.host not in members:
        return Answer(1, "", "Could not initialize corosync configuration API error 2\n")
    text = f"Local node ID {members[call.host].id}, transport knet\n"
    for ring, network in enumerate(corosync_links(call.state)):
        text += f"LINK ID {ring} udp\n\taddr\t= {call.machine.addresses[network]}\n\tstatus:\n"
        for member in members.values():
            there = call.state.machines[member.name]
            state = "disconnected"
            if member.name == call.host:
                state = "localhost"
            elif are_joined(call.state, call.machine, there, [network]):
                state = "connected"
            text += f"\t\tnodeid: {member.id:>10}:\t{state}\n"
    return Answer(0, text)
