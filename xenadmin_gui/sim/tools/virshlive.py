"""``virsh setvcpus``, ``setmem``, ``attach-interface`` and what shows them, of running domains."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from xenadmin_gui.sim import guests
from xenadmin_gui.sim.domainxml import outline
from xenadmin_gui.sim.model import Run
from xenadmin_gui.sim.tools.call import Answer
from xenadmin_gui.sim.tools.virshorder import NOT_RUNNING, Order

_NIC = re.compile(r"    <interface .*?</interface>\n", re.DOTALL)
_KIB_A_MIB = 1024


def set_vcpus(order: Order) -> Answer:
    """``setvcpus --count N --live``: within what the domain was started with."""
    run, count = order.run, int(order.values.get("--count", "0"))
    if run is None:
        return Answer(1, "", NOT_RUNNING)
    most = outline(run.xml).vcpus
    if not 1 <= count <= most:
        reason = "requested vcpus is greater than max allowable vcpus for the live domain"
        return Answer(1, "", f"error: invalid argument: {reason}: {count} > {most}\n")
    run.vcpus = count
    order.call.world.touch()
    return Answer(0, "\n")


def count_vcpus(order: Order) -> Answer:
    """``vcpucount --current --live``."""
    run = order.run
    return Answer(1, "", NOT_RUNNING) if run is None else Answer(0, f"{run.vcpus}\n\n")


def set_memory(order: Order) -> Answer:
    """``setmem --size KIB --live``: the guest gives memory back, or takes what it may have."""
    run, size = order.run, int(order.values.get("--size", "0"))
    if run is None:
        return Answer(1, "", NOT_RUNNING)
    most = outline(run.xml).memory_mib
    if size > most * _KIB_A_MIB:
        reason = "cannot set memory higher than max memory"
        return Answer(1, "", f"error: invalid argument: {reason}\n")
    wanted = size // _KIB_A_MIB
    if wanted - run.memory_mib > guests.free_mib(order.call.world, order.call.machine):
        return Answer(1, "", "error: internal error: Failed to set memory for domain\n")
    run.memory_mib = wanted
    order.call.world.touch()
    return Answer(0, "\n")


def change_nic(order: Order) -> Answer:
    """``attach-interface`` and ``detach-interface`` with ``--live``."""
    run, mac = order.run, order.values.get("--mac", "").lower()
    verb = order.verb.partition("-")[0]
    if run is None:
        return Answer(1, "", f"error: Failed to {verb} interface\n{NOT_RUNNING}")
    cards = _NIC.findall(run.xml)
    own = [card for card in cards if mac in card.lower()]
    if verb == "detach":
        if not own:
            return Answer(1, "", f"error: No interface with MAC address {mac} was found\n")
        run.xml = run.xml.replace(own[0], "")
    elif own:
        reason = f"error: operation failed: network device with mac {mac} already exists\n"
        return Answer(1, "", f"error: Failed to attach interface\n{reason}")
    else:
        _plug(run, mac, order.values.get("--source", ""))
    order.call.world.touch()
    return Answer(0, f"Interface {verb}ed successfully\n\n")


def _plug(run: Run, mac: str, bridge: str) -> None:
    card = (
        "    <interface type='bridge'>\n"
        f"      <mac address='{mac}'/>\n"
        f"      <source bridge={quoteattr(bridge)}/>\n"
        "    </interface>\n"
    )
    found = list(_NIC.finditer(run.xml))
    place = found[-1].end() if found else run.xml.index("  </devices>")
    run.xml = run.xml[:place] + card + run.xml[place:]


def list_nics(order: Order) -> Answer:
    """``domiflist``."""
    known = order.run or order.definition
    lines = []
    for number, card in enumerate(_NIC.findall(known.xml if known is not None else "")):
        mac = re.search(r"<mac address=['\"]([^'\"]*)", card)
        bridge = re.search(r"<source bridge=['\"]([^'\"]*)", card)
        name = f"vif{order.run.domain_id}.{number}" if order.run is not None else "-"
        words = (name, "bridge", bridge[1] if bridge else "-", "-", mac[1] if mac else "-")
        lines.append(" {:<11} {:<8} {:<8} {:<7} {}\n".format(*words))
    head = " Interface   Type     Source   Model   MAC\n" + "-" * 53 + "\n"
    return Answer(0, head + "".join(lines) + "\n")
