"""The draft of new VMs from a template."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace

from xenadmin_gui.domain.guestfiles import GuestDisk
from xenadmin_gui.domain.installer import Installer, installer_faults
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import Boot, Template
from xenadmin_gui.operations.draft import Problem, refuse
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.san.layout import san_layout
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vminstall.checks import cluster_problems, vm_problems
from xenadmin_gui.operations.vminstall.copysteps import Content
from xenadmin_gui.operations.vminstall.making import at_new, making_plan
from xenadmin_gui.operations.vminstall.newdefinition import Source, grub_path
from xenadmin_gui.operations.vminstall.newvm import NewVm, no_way_in
from xenadmin_gui.operations.vminstall.written import to_text

__all__ = ["NewVm", "VmInstall", "new_uuid"]

_NAMES_IN_TITLE = 3


@dataclass(frozen=True, slots=True)
class VmInstall:
    """New VMs, all from one template; each is made, or not, by itself.

    Attributes:
        vms: In order.
        template: Name of a template of the library; empty with an ``iso``.
        iso: Path on every host of an installer's CD; the disk then begins empty, and what the
            guest is told is left to the installer.
        installer: A network installer's kernel, likewise.
    """

    vms: tuple[NewVm, ...]
    template: str = ""
    iso: str = ""
    installer: Installer | None = None

    def problems(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say all that keeps it from becoming a plan."""
        snapshot = at_new(snapshot, self.vms)
        found = template_of(snapshot, self.template)
        content = self._content(snapshot, found)
        protect = any(new.protect for new in self.vms)
        return (
            *self._template_problems(snapshot, found),
            *cluster_problems(snapshot, protect=protect),
            *vm_problems(snapshot, self.vms, content),
        )

    def plan(self, snapshot: Snapshot) -> Plan:
        """Make the plan.

        Raises:
            PreconditionError: The draft has problems.
        """
        refuse(self.problems(snapshot))
        snapshot = at_new(snapshot, self.vms)
        content = self._content(snapshot, template_of(snapshot, self.template))
        assert content is not None
        names = names_text(self.vms)
        kernel = "" if self.installer is None else self.installer.kernel
        title = f"Install {names} from {self.iso or kernel or self.template}"
        cautions = tuple(f"{p.sentence} {p.next_step}" for p in self.cautions(snapshot))
        draft = to_text(self.vms, self.template, self.iso, self.installer)
        plan = making_plan(snapshot, self.vms, content, title)
        return replace(plan, cautions=cautions, draft=draft)

    def cautions(self, snapshot: Snapshot) -> tuple[Problem, ...]:
        """Say what can be done and is hardly meant: VMs that nobody could log in to."""
        template = template_of(snapshot, self.template)
        if self.iso or self.installer or template is None or template.customise == "none":
            return ()
        shut = tuple(new for new in self.vms if no_way_in(new))
        if not shut:
            return ()
        names = names_text(shut)
        sentence = f"Nobody could log in to {names}: no SSH key and no password is given."
        step = "Give one, unless the image itself has an account with a password."
        return (Problem(sentence, step, None, "no-way-in", "ssh_keys"),)

    def without(self, done: frozenset[Key]) -> VmInstall | None:
        """Return the draft of the VMs that are not in ``done``; None when there are none."""
        left = tuple(new for new in self.vms if new.key not in done)
        return replace(self, vms=left) if left else None

    def _content(self, snapshot: Snapshot, found: Template | None) -> Content | None:
        if self.iso:
            return cd_content(snapshot, self.iso)
        if self.installer is not None:
            return installer_content(snapshot, self.installer)
        return None if found is None else template_content(found)

    def _template_problems(self, snapshot: Snapshot, found: Template | None) -> tuple[Problem, ...]:
        if sum(map(bool, (self.template, self.iso, self.installer))) > 1:
            sentence = "A VM is made from a template, a CD or a network installer, not from two."
            return (Problem(sentence, "Choose one.", None, "bad-source", "template"),)
        if self.iso:
            return self._cd_problems()
        if self.installer is not None:
            return tuple(self._installer_problems(snapshot, self.installer))
        if found is None:
            names = ", ".join(template.name for template in snapshot.templates)
            step = f"The library has {names}." if names else "Import one first."
            sentence = f"There is no template {self.template}."
            return (Problem(sentence, step, None, "no-template", "template"),)
        if found.reason:
            sentence = f"The template {found.name} cannot be used: {found.reason}"
            return (Problem(sentence, "Mend it first.", found.key, "bad-template", "template"),)
        active = san_layout(snapshot).active
        if active is not None and active not in found.servers:
            sentence = f"The template {found.name} does not lie on {active}, which serves the SAN."
            step = f"Import it again, or copy {found.folder} there."
            return (Problem(sentence, step, found.key, "template-elsewhere", "template"),)
        return ()

    def _installer_problems(self, snapshot: Snapshot, installer: Installer) -> Iterator[Problem]:
        for field, sentence, step in installer_faults(installer):
            yield Problem(sentence, step, None, f"bad-{field}", field)
        for new in self.vms:
            if not new.start:
                sentence = f"{new.name} is installed at its first start: it cannot stay off."
                yield Problem(sentence, "Have it started.", new.key, "not-started", "start")

    def _cd_problems(self) -> tuple[Problem, ...]:
        if not self.iso.startswith("/") or not self.iso.isprintable():
            sentence = f"{self.iso!r} is no path of a file on the hosts."
            step = "Give one that begins with / and is there on every host."
            return (Problem(sentence, step, None, "bad-iso", "iso"),)
        return ()


def new_uuid() -> str:
    """Return a UUID that no VM has."""
    return str(uuid.uuid4())


def template_of(snapshot: Snapshot, name: str) -> Template | None:
    """Return the template called ``name``."""
    return next((one for one in snapshot.templates if one.name == name), None)


def template_content(template: Template) -> Content:
    """Return what the disk of a VM from ``template`` begins with."""
    return Content(
        name=f"the template {template.name}",
        kind=template.kind,
        boot=template.boot,
        source=Source(template.name, guest_disk(template)),
        size_bytes=template.disk_bytes,
        template=template,
    )


def cd_content(snapshot: Snapshot, iso: str) -> Content:
    """Return an empty disk, and an installer's CD that has to be there on every host."""
    is_kvm = any(host.hypervisor.name == "kvm" for host in snapshot.hosts)
    nothing = GuestDisk(customise="none", filesystem="none", network="none")
    readable = tuple(
        HostSays(host.name, ("test", "-r", iso), 0, f"{host.name} has no file {iso}.")
        for host in snapshot.hosts
    )
    return Content(
        name=f"the CD {iso}",
        kind=VmKind.KVM if is_kvm else VmKind.HVM,
        boot=Boot("firmware"),
        source=Source("", nothing),
        size_bytes=0,
        iso=iso,
        guards=readable,
    )


def installer_content(snapshot: Snapshot, installer: Installer) -> Content:
    """Return an empty disk, and an installer whose files have to be there on every host."""
    nothing = GuestDisk(customise="none", filesystem="none", network="none")
    paths = [installer.kernel, installer.initrd]
    if installer.boot_method == "grub-pvh":
        paths.append(grub_path(snapshot, installer.kind))
    readable = tuple(
        HostSays(host.name, ("test", "-r", path), 0, f"{host.name} has no file {path}.")
        for host in snapshot.hosts
        for path in paths
    )
    return Content(
        name=f"the installer {installer.kernel}",
        kind=installer.kind,
        boot=Boot(installer.boot_method),
        source=Source("", nothing),
        size_bytes=0,
        installer=installer,
        guards=readable,
    )


def guest_disk(template: Template) -> GuestDisk:
    """Return how the system of ``template`` is told who it is."""
    return GuestDisk(
        partition=template.partition,
        filesystem=template.filesystem,
        network=template.network,
        customise=template.customise,
        user=template.default_user,
    )


def names_text(vms: tuple[NewVm, ...]) -> str:
    """Return the names for a title."""
    names = [new.name for new in vms]
    if len(names) > _NAMES_IN_TITLE:
        return f"{len(names)} VMs"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1] if names else ""]))
