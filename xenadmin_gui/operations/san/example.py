"""New resources after the example of one that is there: its agent, times and settings, ids new."""

from __future__ import annotations

import re
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement, fromstring

from xenadmin_gui.operations.san.cibpatch import CibPatch, find_id
from xenadmin_gui.operations.san.layout import PromotableClone, SanLayout

TARGET_ROLE = "target-role"
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_.-]")

#: For the first of its kind; times bear software emulation.
_CLONE = """
<clone id="ms_drbd_NAME"><meta_attributes id="ms_drbd_NAME-meta_attributes">
<nvpair id="ms_drbd_NAME-promotable" name="promotable" value="true"/>
<nvpair id="ms_drbd_NAME-promoted-max" name="promoted-max" value="1"/>
<nvpair id="ms_drbd_NAME-promoted-node-max" name="promoted-node-max" value="1"/>
<nvpair id="ms_drbd_NAME-clone-max" name="clone-max" value="2"/>
<nvpair id="ms_drbd_NAME-clone-node-max" name="clone-node-max" value="1"/>
<nvpair id="ms_drbd_NAME-notify" name="notify" value="true"/></meta_attributes>
<primitive id="p_drbd_NAME" class="ocf" provider="linbit" type="drbd">
<instance_attributes id="p_drbd_NAME-instance_attributes">
<nvpair id="p_drbd_NAME-drbd_resource" name="drbd_resource" value="NAME"/></instance_attributes>
<operations>
<op id="p_drbd_NAME-monitor-29s" name="monitor" interval="29s" timeout="120s" role="Promoted"/>
<op id="p_drbd_NAME-monitor-31s" name="monitor" interval="31s" timeout="120s" role="Unpromoted"/>
<op id="p_drbd_NAME-start-0" name="start" interval="0" timeout="240s"/>
<op id="p_drbd_NAME-stop-0" name="stop" interval="0" timeout="180s"/>
<op id="p_drbd_NAME-promote-0" name="promote" interval="0" timeout="180s"/>
<op id="p_drbd_NAME-demote-0" name="demote" interval="0" timeout="180s"/>
</operations></primitive></clone>
"""
_UNIT = """
<primitive id="p_lu_NAME" class="ocf" provider="heartbeat" type="iSCSILogicalUnit">
<instance_attributes id="p_lu_NAME-instance_attributes"/>
<operations>
<op id="p_lu_NAME-start-0" name="start" interval="0" timeout="180s"/>
<op id="p_lu_NAME-stop-0" name="stop" interval="0" timeout="180s"/>
<op id="p_lu_NAME-monitor-60s" name="monitor" interval="60s" timeout="120s"/>
</operations></primitive>
"""


class NewIds:
    """Makes ids for copies: the example's name in them becomes the new one; no id twice."""

    def __init__(self, configuration: Element, old_name: str, new_name: str) -> None:
        self._taken = {e.get("id", "") for e in configuration.iter()} - {""}
        self._old, self._new = old_name, _NOT_IN_ID.sub("_", new_name)
        self.made: dict[str, str] = {}

    def of(self, old_id: str) -> str:
        """Return the id that stands for ``old_id`` in copies; the same each time."""
        if old_id not in self.made:
            self.made[old_id] = self._free(self._renamed(old_id))
        return self.made[old_id]

    def _renamed(self, old_id: str) -> str:
        for mine, theirs in sorted(self.made.items(), key=lambda pair: -len(pair[0])):
            if old_id.startswith(mine):
                return theirs + old_id.removeprefix(mine)
        if self._old and self._old in old_id:
            head, _, tail = old_id.rpartition(self._old)
            renamed = f"{head}{self._new}{tail}"
        else:
            renamed = f"{old_id}-{self._new}"
        return renamed if renamed[:1].isalpha() or renamed[:1] == "_" else f"r_{renamed}"

    def _free(self, wanted: str) -> str:
        candidate, number = wanted, 1
        while candidate in self._taken:
            number += 1
            candidate = f"{wanted}-{number}"
        self._taken.add(candidate)
        return candidate


def copy_of(element: Element, ids: NewIds) -> Element:
    """Return a copy without the spaces between elements, with all ids new."""
    copy = deepcopy(element)
    for part in copy.iter():
        part.tail = None
        if isinstance(part.tag, str):
            part.text = part.text if part.text and part.text.strip() else None
            if "id" in part.attrib:
                part.set("id", ids.of(part.attrib["id"]))
    return copy


def bare(element: Element) -> Element:
    """Return a copy without the spaces between elements."""
    copy = deepcopy(element)
    for part in copy.iter():
        part.tail = None
        if part.text is not None and not part.text.strip():
            part.text = None
    return copy


def new_clone(
    layout: SanLayout, example: PromotableClone | None, replica: str
) -> tuple[Element, NewIds]:
    """Make the promotable clone of ``replica``; the ids go on to its ties."""
    configuration = _configuration(layout)
    found = None if example is None else find_id(configuration, example.clone)
    old = "NAME" if example is None or found is None else example.replica
    ids = NewIds(configuration, old, replica)
    clone = copy_of(fromstring(_CLONE) if found is None else found, ids)
    for pair in clone.iter("nvpair"):
        if pair.get("name") == "drbd_resource":
            pair.set("value", replica)
    _without(clone, TARGET_ROLE)
    return clone, ids


def new_unit(layout: SanLayout, volume: str, values: dict[str, str]) -> Element:
    """Make the iSCSILogicalUnit of a volume.

    Args:
        values: Instance attributes that are its own (``lun``, ``path``, ``scsi_sn``); the others
            are those of the last unit of the group, or of the target.
    """
    configuration = _configuration(layout)
    own = [unit for unit in layout.units if unit.target in ("", layout.iqn)]
    example = own[-1] if own else None
    found = None if example is None else find_id(configuration, example.id)
    old = "NAME" if example is None else _name_in(example.id, example.path, layout)
    unit = copy_of(
        fromstring(_UNIT) if found is None else found, NewIds(configuration, old, volume)
    )
    _without(unit, TARGET_ROLE)
    if found is None:
        target = find_id(configuration, layout.target)
        values = {**_values_of(target), "target_iqn": layout.iqn, **values}
    row = unit.find("instance_attributes")
    if row is None:
        row = SubElement(unit, "instance_attributes", id=f"{unit.get('id')}-instance_attributes")
    for pair in list(row):
        if pair.get("name") in ("scsi_id", "product_id"):
            row.remove(pair)
    for name, value in values.items():
        set_pair(row, name, value)
    return unit


def set_pair(row: Element, name: str, value: str) -> None:
    """Set an nvpair of a row of attributes; one that is not there is added."""
    for pair in row.findall("nvpair"):
        if pair.get("name") == name:
            pair.set("value", value)
            return
    SubElement(row, "nvpair", id=f"{row.get('id')}-{name}", name=name, value=value)


def stopped(resource: Element) -> Element:
    """Return a copy of a resource that Pacemaker is to keep stopped."""
    copy = bare(resource)
    row = copy.find("meta_attributes")
    if row is None:
        row = _meta_row(copy)
        copy.insert(0, row)
    set_pair(row, TARGET_ROLE, "Stopped")
    return copy


def stop_patch(patch: CibPatch, path: str, resource: Element) -> CibPatch:
    """Have Pacemaker keep stopped what has that path; its other settings stay."""
    row, pair = _role(resource)
    if row is None:
        row = _meta_row(resource)
        set_pair(row, TARGET_ROLE, "Stopped")
        return patch.create(path, row, 0)
    if pair is not None:
        return patch.modify(_role_path(path, row, pair), pair, "value", "Stopped")
    holder = Element("row", id=row.get("id", ""))
    set_pair(holder, TARGET_ROLE, "Stopped")
    return patch.create(f"{path}/meta_attributes[@id='{row.get('id')}']", holder[0])


def start_patch(patch: CibPatch, path: str, resource: Element) -> CibPatch:
    """Take ``stop_patch`` back; ``resource`` is as it was before."""
    row, pair = _role(resource)
    if row is None:
        return patch.delete(f"{path}/meta_attributes[@id='{_meta_row(resource).get('id')}']")
    if pair is not None:
        value = pair.get("value", "")
        return patch.modify(_role_path(path, row, pair), pair, "value", value)
    return patch.delete(f"{path}/meta_attributes[@id='{row.get('id')}']/nvpair[@id='{_new(row)}']")


def _role(resource: Element) -> tuple[Element | None, Element | None]:
    """The row of meta attributes, and the target role in it."""
    row = resource.find("meta_attributes")
    for other in resource.findall("meta_attributes"):
        for pair in other.findall("nvpair"):
            if pair.get("name") == TARGET_ROLE:
                return other, pair
    return row, None


def _role_path(path: str, row: Element, pair: Element) -> str:
    return f"{path}/meta_attributes[@id='{row.get('id')}']/nvpair[@id='{pair.get('id')}']"


def _new(row: Element) -> str:
    return f"{row.get('id')}-{TARGET_ROLE}"


def _meta_row(resource: Element) -> Element:
    return Element("meta_attributes", id=f"{resource.get('id')}-meta_attributes")


def _values_of(target: Element | None) -> dict[str, str]:
    pairs = [] if target is None else target.findall("instance_attributes/nvpair")
    kept = ("implementation", "allowed_initiators")
    return {p.get("name", ""): p.get("value", "") for p in pairs if p.get("name") in kept}


def _name_in(unit_id: str, path: str, layout: SanLayout) -> str:
    """The volume's or replica's name that an id of a unit was made of; empty when none."""
    replicas = [r.name for r in layout.snapshot.san.replicas if r.device == path]
    names = [*replicas, path.rpartition("/")[2]]
    known = [name for name in names if name and name in unit_id]
    if known:
        return known[0]
    prefix = re.match(r"(p_lu_|lu_|lun_|p_)", unit_id)
    return unit_id[prefix.end() :] if prefix else ""


def _without(resource: Element, name: str) -> None:
    for row in resource.findall("meta_attributes"):
        for pair in row.findall("nvpair"):
            if pair.get("name") == name:
                row.remove(pair)


def _configuration(layout: SanLayout) -> Element:
    if layout.configuration is None:
        raise ValueError("the configuration is not known")
    return layout.configuration
