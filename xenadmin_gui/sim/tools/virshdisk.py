"""``virsh attach-disk``, ``detach-disk`` and ``domblklist``: the disks in a domain's XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr, unescape

from xenadmin_gui.sim.domainxml import outline
from xenadmin_gui.sim.model import Definition, Run
from xenadmin_gui.sim.tools.call import Answer
from xenadmin_gui.sim.tools.virshorder import NOT_RUNNING, Order

_DISK = re.compile(r"    <disk .*?</disk>\n", re.DOTALL)


def has_target(xml: str, target: str) -> bool:
    """Whether a domain's XML has a disk called ``target``."""
    return any(f"dev='{target}'" in disk for disk in _DISK.findall(xml))


def disks(xml: str) -> list[tuple[str, str]]:
    """Return target and source of each disk of a domain's XML."""
    found = []
    for disk in _DISK.findall(xml):
        target = re.search(r"<target dev=['\"]([^'\"]*)", disk)
        source = re.search(r"<source (?:dev|file)=(['\"])(.*?)\1", disk)
        found.append((target[1] if target else "", unescape(source[2]) if source else "-"))
    return found


def attached(xml: str, source: str, target: str) -> str:
    """Return the XML with one disk more."""
    disk = (
        "    <disk type='block' device='disk'>\n"
        "      <driver name='phy' type='raw'/>\n"
        f"      <source dev='{source}'/>\n"
        f"      <target dev='{target}' bus='xen'/>\n"
        "    </disk>\n"
    )
    disks = list(_DISK.finditer(xml))
    place = disks[-1].end() if disks else xml.index("  <devices>\n") + len("  <devices>\n")
    return xml[:place] + disk + xml[place:]


def detached(xml: str, target: str) -> str:
    """Return the XML without the disk called ``target``."""
    return _DISK.sub(lambda m: "" if f"dev='{target}'" in m.group() else m.group(), xml)


def change(order: Order) -> Answer:
    """``attach-disk`` and ``detach-disk`` with ``--live`` and ``--config``."""
    attaches = order.verb == "attach-disk"
    source, target = order.values.get("--source", ""), order.values.get("--target", "")
    failed = f"error: Failed to {order.verb.partition('-')[0]} disk\n"
    run, definition = order.run, order.definition
    if "--live" in order.flags and run is None:
        return Answer(1, "", failed + NOT_RUNNING)
    if "--config" in order.flags and definition is None:
        reason = "transient domains do not have any persistent config"
        return Answer(1, "", f"{failed}error: Requested operation is not valid: {reason}\n")
    changed = _concerned(order, run, definition)
    for one in changed:
        if has_target(one.xml, target) and attaches:
            reason = f"error: operation failed: target {target} already exists\n"
            return Answer(1, "", failed + reason)
        if not attaches and not has_target(one.xml, target):
            return Answer(1, "", f"error: No disk found whose source path or target is {target}\n")
    for one in changed:
        xml = detached(one.xml, target)
        one.xml = attached(one.xml, source, target) if attaches else xml
        if isinstance(one, Run):
            one.wwids = list(outline(one.xml).wwids)
    order.call.world.touch()
    return Answer(0, f"Disk {'attached' if attaches else 'detached'} successfully\n\n")


def change_media(order: Order) -> Answer:
    """``change-media --path TARGET --source PATH --update|--eject --live``, of an HVM domain."""
    run, target = order.run, order.values.get("--path", "")
    source = order.values.get("--source", "")
    if run is None:
        return Answer(1, "", NOT_RUNNING)
    drive = next((disk for disk in _DISK.findall(run.xml) if _is_cd(disk, target)), None)
    if drive is None:
        return Answer(1, "", f"error: No disk found whose source path or target is {target}\n")
    if outline(run.xml).kind != "hvm":
        reason = f"internal error: libxenlight failed to change media for disk '{target}'"
        return Answer(1, "", f"error: Failed to complete action {_action(order)} on media\n"
                             f"error: {reason}\n")  # fmt: skip
    if "--eject" in order.flags and "<source" not in drive:
        return Answer(1, "", f"error: The disk device '{target}' doesn't have media\n")
    bare = re.sub(r" *<source [^>]*/>\n", "", drive)
    if source:
        kind = "block" if "--block" in order.flags else "file"
        bare = re.sub(r"(<disk [^>]*type=)['\"]\w+['\"]", rf"\1'{kind}'", bare)
        element = f"      <source {'dev' if kind == 'block' else 'file'}={quoteattr(source)}/>\n"
        bare = bare.replace("      <target", element + "      <target", 1)
    run.xml = run.xml.replace(drive, bare)
    order.call.world.touch()
    return Answer(0, f"Successfully {_action(order)}ed media.\n\n")


def _is_cd(disk: str, target: str) -> bool:
    is_cd = re.search(r"<disk [^>]*device=['\"]cdrom", disk)
    return is_cd is not None and disks(disk)[0][0] == target


def _action(order: Order) -> str:
    return "eject" if "--eject" in order.flags else "update"


def block_list(order: Order) -> Answer:
    """``domblklist [--inactive]``: the disks of the running domain, or of its definition."""
    known = order.definition if "--inactive" in order.flags else order.run or order.definition
    if known is None:
        return Answer(1, "", f"error: failed to get domain '{order.wanted}'\n")
    lines = [f" {target:<8} {source}\n" for target, source in disks(known.xml)]
    return Answer(0, " Target   Source\n" + "-" * 24 + "\n" + "".join(lines) + "\n")


def _concerned(
    order: Order, run: Run | None, definition: Definition | None
) -> list[Run | Definition]:
    found: list[Run | Definition] = []
    if run is not None and ("--live" in order.flags or not order.flags):
        found.append(run)
    if definition is not None and ("--config" in order.flags or not found):
        found.append(definition)
    return found
