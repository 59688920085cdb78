"""A VM becomes a resource of Pacemaker, made like a sibling.

Whoever protects a VM writes its file on every host first: the agent (VirtualDomain) reads it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.operations.condition import AllOf, Condition, VmProtected
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.cibpatch import CONSTRAINTS, RESOURCES, CibPatch, find_id
from xenadmin_gui.operations.san.example import (
    TARGET_ROLE,
    NewIds,
    bare,
    copy_of,
    set_pair,
)
from xenadmin_gui.operations.san.layout import SanLayout, parameter, san_layout
from xenadmin_gui.operations.san.steps import told
from xenadmin_gui.operations.san.ties import Tie, tied, ties_of, untied
from xenadmin_gui.operations.sancondition import CibHas
from xenadmin_gui.operations.vmedit.steps import FILES

AGENT = "VirtualDomain"
MIB, GIB = 1024**2, 1024**3
_NAMING = ("rsc", "with-rsc", "first", "then")
_SETTING_S = 120.0
#: More than stickiness and preferences, less than what forbids.
_APART = "-10000"

#: For the first of its kind; times bear software emulation.
_RESOURCE = """
<primitive id="vm-NAME" class="ocf" provider="heartbeat" type="VirtualDomain">
<meta_attributes id="vm-NAME-meta_attributes"/>
<instance_attributes id="vm-NAME-instance_attributes">
<nvpair id="vm-NAME-migration_transport" name="migration_transport" value="ssh"/>
</instance_attributes>
<operations>
<op id="vm-NAME-start-0" name="start" interval="0" timeout="300s"/>
<op id="vm-NAME-stop-0" name="stop" interval="0" timeout="300s"/>
<op id="vm-NAME-monitor-60s" name="monitor" interval="60s" timeout="180s"/>
<op id="vm-NAME-migrate_to-0" name="migrate_to" interval="0" timeout="600s"/>
<op id="vm-NAME-migrate_from-0" name="migrate_from" interval="0" timeout="300s"/>
</operations></primitive>
"""


def definition_path(uuid: str) -> str:
    """Return where the definition of a protected VM lies on every host."""
    return f"{FILES}/{uuid}.xml"


def hypervisor_overhead(memory_bytes: int) -> int:
    """Return what Xen needs besides a VM's memory: 1 MiB, and 8 MiB for each GiB, in bytes."""
    return MIB + -(-memory_bytes // GIB) * 8 * MIB


@dataclass(frozen=True, slots=True, kw_only=True)
class ToProtect:
    """What Pacemaker is told of a VM.

    Attributes:
        xml: Text of its definition file.
        vcpus: None: not known.
        memory_bytes: None: not known.
        target_role: ``Stopped`` or ``Started``.
        prefer: Host that it is kept on while it is taken over, or empty.
        apart: Resources that it does not share a host with while there is another one.
    """

    uuid: str
    name: str
    kind: VmKind
    xml: str
    vcpus: int | None = None
    memory_bytes: int | None = None
    priority: int = 0
    target_role: str = "Stopped"
    prefer: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtectSteps:
    """A VM's resource, what ties it to the rest, and what can be done to both.

    ``protect`` has Pacemaker know it, ``forget`` is the way back while the resource is stopped;
    ``let_go`` ends the preference of ``ToProtect.prefer``.

    Attributes:
        vm: What it was made for.
        element: The resource.
        ties: Orders and locations of its own, and references in sets.
    """

    layout: SanLayout
    vm: ToProtect
    element: Element
    ties: tuple[Tie, ...]

    @property
    def resource(self) -> str:
        """Id of the resource."""
        return self.element.get("id", "")

    def protect(self, *only_if: Condition) -> Action:
        """Make the action that puts the resource into Pacemaker's configuration."""
        patch = CibPatch().create(RESOURCES, self.element)
        patch = tied(tied(patch, self.ties, places=True), self.ties, places=False)
        if self.vm.prefer:
            patch = patch.create(CONSTRAINTS, self._preference)
        name, role = self.vm.name, self.vm.target_role.lower()
        return told(
            self.layout,
            f"Have Pacemaker know {name} as {self.resource}, {role}",
            patch.command(),
            AllOf((CibHas(self.resource, present=True), self._is_known)),
            CibHas(self.resource, present=False),
            *only_if,
            accepted_when=CibHas(self.resource, present=True),
            timeout_s=_SETTING_S,
            if_left=f"{name} is protected as {self.resource}.",
        )

    def forget(self, *only_if: Condition) -> Action:
        """Make the action that takes the resource, and what ties it, out again."""
        patch = untied(CibPatch(), self.ties, places=False)
        if self.vm.prefer:
            patch = patch.delete(f"{CONSTRAINTS}/rsc_location[@id='{self._preference.get('id')}']")
        patch = untied(patch, self.ties, places=True)
        return told(
            self.layout,
            f"Take {self.resource} out of Pacemaker's configuration",
            patch.delete(f"{RESOURCES}/primitive[@id='{self.resource}']").command(),
            CibHas(self.resource, present=False),
            *only_if,
            timeout_s=_SETTING_S,
        )

    def let_go(self, *only_if: Condition) -> Action:
        """Make the action that lets Pacemaker run it wherever it likes again."""
        name = self._preference.get("id", "")
        patch = CibPatch().delete(f"{CONSTRAINTS}/rsc_location[@id='{name}']")
        return told(
            self.layout,
            f"Let Pacemaker choose the host of {self.vm.name} from now on",
            patch.command(),
            CibHas(name, present=False),
            *only_if,
            timeout_s=_SETTING_S,
        )

    @property
    def _is_known(self) -> Condition:
        return VmProtected(self.vm.uuid, self.resource)

    @property
    def _preference(self) -> Element:
        values = {"id": f"xenadmin-helper-p-{self.resource}", "rsc": self.resource}
        server = self.layout.snapshot.servers.get(self.vm.prefer)
        node = self.vm.prefer if server is None else server.node_name
        return Element("rsc_location", values | {"node": node, "score": "INFINITY"})


def protect_steps(snapshot: Snapshot, vm: ToProtect) -> ProtectSteps | None:
    """Make the resource of a VM after the example of a sibling, a VM of its own kind before others.

    Returns:
        None when Pacemaker's configuration is not known.
    """
    layout = san_layout(snapshot)
    if layout.configuration is None or not layout.members_up:
        return None
    example = sibling_resource(layout, vm.kind)
    old = "NAME" if example is None else _name_in(snapshot, example)
    ids = NewIds(layout.configuration, old, vm.name)
    element = copy_of(fromstring(_RESOURCE) if example is None else example, ids)
    _set_parameters(layout, element, vm, is_first=example is None)
    _set_meta(snapshot, element, vm, example)
    _set_utilization(element, vm)
    if example is None:
        ties = _first_ties(layout, element.get("id", ""))
    else:
        ties = _ties_like(ties_of(layout.configuration, example.get("id", "")), ids)
    return ProtectSteps(layout, vm, element, (*ties, *_apart(element.get("id", ""), vm.apart)))


def sibling_resource(layout: SanLayout, kind: VmKind) -> Element | None:
    """Return a VirtualDomain that Pacemaker runs already: of that kind if there is one."""
    if layout.configuration is None:
        return None
    owners = {
        vm.protection.resource: vm
        for vm in layout.snapshot.vms.values()
        if vm.protection is not None
    }
    found = [p for p in layout.configuration.iter("primitive") if p.get("type") == AGENT]
    alike = [p for p in found if (o := owners.get(p.get("id", ""))) and o.kind is kind]
    return next(iter([*alike, *found]), None)


def _name_in(snapshot: Snapshot, resource: Element) -> str:
    """The part of a resource's id that is the VM's name; empty when none is."""
    identity = resource.get("id", "")
    for vm in snapshot.vms.values():
        if vm.protection is not None and vm.protection.resource == identity and vm.name in identity:
            return vm.name
    prefix = re.match(r"(p_vm_|vm[-_]|p_)", identity)
    return identity[prefix.end() :] if prefix else ""


def _row(element: Element, tag: str) -> Element:
    row = element.find(tag)
    if row is None:
        row = Element(tag, id=f"{element.get('id')}-{tag}")
        element.insert(0, row)
    return row


def _set_parameters(layout: SanLayout, element: Element, vm: ToProtect, *, is_first: bool) -> None:
    row = _row(element, "instance_attributes")
    set_pair(row, "config", definition_path(vm.uuid))
    if is_first:
        uris = [server.libvirt_uri for server in layout.snapshot.hosts]
        set_pair(row, "hypervisor", uris[0] if uris else "xen:///system")


def _set_meta(snapshot: Snapshot, element: Element, vm: ToProtect, example: Element | None) -> None:
    row = _row(element, "meta_attributes")
    for pair in list(row):
        if pair.get("name") in (TARGET_ROLE, "is-managed", "maintenance", "priority"):
            row.remove(pair)
    set_pair(row, TARGET_ROLE, vm.target_role)
    if vm.priority:
        set_pair(row, "priority", str(vm.priority))
    if example is None or _kind_of(snapshot, example) is not vm.kind:
        set_pair(row, "allow-migrate", str(may_migrate(snapshot, vm.kind)).lower())
    names = [pair.get("name") for pair in row]
    if "xenadmin-sha256" in names:
        set_pair(row, "xenadmin-sha256", hashlib.sha256(vm.xml.encode()).hexdigest())


def may_migrate(snapshot: Snapshot, kind: VmKind) -> bool:
    """Whether the hosts can move a VM of that kind while it runs."""
    if kind is not VmKind.PV:
        return True
    said = [host.hypervisor.pv_live_migration for host in snapshot.hosts]
    return bool(said) and all(word is True for word in said)


def _kind_of(snapshot: Snapshot, resource: Element) -> VmKind:
    identity = resource.get("id", "")
    for vm in snapshot.vms.values():
        if vm.protection is not None and vm.protection.resource == identity:
            return vm.kind
    return VmKind.UNKNOWN


def _set_utilization(element: Element, vm: ToProtect) -> None:
    """What the sibling reckons with is reckoned for this one; unknown names are left out."""
    row = element.find("utilization")
    for pair in list(row) if row is not None else []:
        name = pair.get("name", "")
        if "cpu" in name and vm.vcpus is not None:
            pair.set("value", str(vm.vcpus))
        elif "memory" in name and vm.memory_bytes is not None:
            needed = vm.memory_bytes + hypervisor_overhead(vm.memory_bytes)
            pair.set("value", str(needed // MIB))
        elif row is not None:
            row.remove(pair)


def _ties_like(ties: tuple[Tie, ...], ids: NewIds) -> tuple[Tie, ...]:
    """Return what a new VM waits for, and where it may not run, as its sibling does.

    Where the sibling would rather run, and which VMs it keeps away from, is its own affair.
    """
    made = []
    for tie in ties:
        if tie.element.tag == "resource_ref":
            if "rsc_order" in tie.parent:
                reference = Element("resource_ref", id=ids.of(tie.element.get("id", "")))
                made.append(Tie(reference, tie.parent))
        elif _waits(tie.element, ids) or _forbids(tie.element):
            copy = copy_of(bare(tie.element), ids)
            for part in copy.iter():
                for name in _NAMING:
                    if part.get(name) in ids.made:
                        part.set(name, ids.made[part.attrib[name]])
            made.append(Tie(copy, tie.parent, None, tie.is_place))
    return tuple(made)


def _waits(element: Element, ids: NewIds) -> bool:
    """Whether a constraint has the sibling start after something."""
    return element.tag == "rsc_order" and element.get("then") in ids.made


def _forbids(element: Element) -> bool:
    """Whether a location says where the sibling may not run, for good."""
    if element.tag != "rsc_location" or element.get("id", "").startswith(("cli-", "xenadmin-")):
        return False
    scores = [element.get("score"), *(rule.get("score") for rule in element.iter("rule"))]
    given = [score for score in scores if score is not None]
    return bool(given) and all(score == "-INFINITY" for score in given)


def _apart(resource: str, others: tuple[str, ...]) -> tuple[Tie, ...]:
    """No score of minus infinity: a VM on the same host is better than one that stays off."""
    return tuple(
        Tie(
            Element(
                "rsc_colocation",
                {
                    "id": f"apart-{resource}-{other}",
                    "rsc": resource,
                    "with-rsc": other,
                    "score": _APART,
                },
            ),
            CONSTRAINTS,
        )
        for other in others
    )


def _first_ties(layout: SanLayout, resource: str) -> tuple[Tie, ...]:
    """The first VM waits for the SAN, and runs on no server that is no host."""
    snapshot, made = layout.snapshot, []
    if layout.group:
        order = Element("rsc_order", id=f"o-{resource}", kind="Mandatory", symmetrical="false")
        order.attrib.update({"first": layout.group, "then": resource})
        made.append(Tie(order, CONSTRAINTS))
    hosts = {server.node_name for server in snapshot.hosts}
    for node in snapshot.pacemaker.nodes:
        if node.name not in hosts:
            values = {"id": f"l-{resource}-{node.name}", "rsc": resource, "node": node.name}
            values |= {"score": "-INFINITY", "resource-discovery": "never"}
            made.append(Tie(Element("rsc_location", values), CONSTRAINTS, None, is_place=True))
    return tuple(made)


def resource_config(layout: SanLayout, resource: str) -> str:
    """Return the path of the definition that a VM's resource reads; empty when not known."""
    found = None if layout.configuration is None else find_id(layout.configuration, resource)
    return "" if found is None else parameter(found, "config")
