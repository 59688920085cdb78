"""What a new VM's disk is made of, and the steps that bring it there and tell it who it is.

The steps run in units on the SAN server that serves: a killed program leaves them running and
finds them again; a cancel stops them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.guestfiles import guest_work
from xenadmin_gui.domain.guestscripts import (
    copy_device,
    customise,
    stop_work,
    unpack_image,
    work_stopped,
)
from xenadmin_gui.domain.installer import Installer
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import Boot, Template
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.plan import Action, WhenCancelled
from xenadmin_gui.operations.san.onceunit import once, tidied
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vminstall.newdefinition import Source
from xenadmin_gui.operations.vminstall.newvm import NewVm

#: Bytes in a second; a copy that goes slower has stalled.
SLOWEST_COPY = 2 * 1024**2
CUSTOMISE_S = 900.0
STOP_S = 120.0


@dataclass(frozen=True, slots=True)
class DiskCopy:
    """What a further disk begins with: the first bytes of a device of the SAN."""

    device: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a new VM's disk begins with.

    Attributes:
        name: Of the template, or of the VM that is copied.
        source: How the system on it is told who it is.
        size_bytes: Of the content.
        template: The template, or None for a copy of a device.
        device: The device that is copied, when there is no template.
        iso: Path on the hosts of an installer's CD; the disk then begins empty.
        installer: Kernel that is started first; the disk then begins empty too.
        more: What further disks begin with; those that it does not reach begin empty.
        xml: Definition that the new one is made like; empty: one of its own.
        targets: What ``xml`` calls the disks, in order.
        guards: What has to hold while it is copied.
    """

    name: str
    kind: VmKind
    boot: Boot
    source: Source
    size_bytes: int
    template: Template | None = None
    device: str = ""
    iso: str = ""
    installer: Installer | None = None
    more: tuple[DiskCopy, ...] = ()
    xml: str = ""
    targets: tuple[str, ...] = ()
    guards: tuple[Condition, ...] = ()

    def onto(self, device: str) -> Command:
        """Return the command that puts it onto a block device."""
        if self.template is None:
            return copy_device(self.device, device, self.size_bytes)
        one = self.template
        return unpack_image(one.image_path, one.sha256, one.format, device)


def add_content(
    row: StepRow, content: Content, new: NewVm, server: str, device: str, *guards: Condition
) -> None:
    """Add the steps that fill ``device`` on ``server`` and customise what is on it then.

    Units are called after the row's numbers; ``joined`` gives them their plan's name.
    """
    if content.iso or content.installer is not None:
        return
    filling = once(
        server,
        f"Put {content.name} onto the volume of {new.name} on {server}",
        content.onto(device),
        f"xenadmin-new-{new.uuid[:8]}-fill",
        *guards,
        *content.guards,
        timeout_s=600.0 + content.size_bytes / SLOWEST_COPY,
        if_left=f"The volume of {new.name} holds a part of {content.name}.",
    )
    if content.device:
        # Whether its VM is off, the hosts say, not the SAN server.
        filling = replace(filling, watch=())
    _add_unit(row, filling, server, device)
    work = guest_work(content.source.disk, new.guest, new.nics, new.uuid)
    disk = content.source.disk
    if disk.filesystem == "none" or not work:
        return
    telling = once(
        server,
        f"Grow the file system of {new.name} and tell it who it is, on {server}",
        customise(device, disk.partition, disk.filesystem, work),
        f"xenadmin-new-{new.uuid[:8]}-tell",
        *guards,
        timeout_s=CUSTOMISE_S,
    )
    _add_unit(row, telling, server, device)


def add_copy(
    row: StepRow,
    content: Content,
    copy: DiskCopy,
    volume: str,
    server: str,
    device: str,
    *guards: Condition,
) -> None:
    """Add the steps that copy a further disk onto ``device``, which ``volume`` is on ``server``."""
    filling = once(
        server,
        f"Fill the volume {volume} on {server} with {content.name}",
        copy_device(copy.device, device, copy.size_bytes),
        f"xenadmin-new-{volume}-fill",
        *guards,
        *content.guards,
        timeout_s=600.0 + copy.size_bytes / SLOWEST_COPY,
        if_left=f"There is a part of {content.name} on the volume {volume}.",
    )
    _add_unit(row, replace(filling, watch=()), server, device)


def _add_unit(row: StepRow, action: Action, server: str, device: str) -> None:
    stopping = _stop(server, action.unit, device)
    row.add(replace(action, when_cancelled=WhenCancelled.STOP), undo=(stopping,))
    row.add(tidied(server, action.unit))


def _stop(server: str, unit: str, device: str) -> Action:
    said = f"The unit {unit} on {server} still works on {device}."
    return on(
        server,
        f"End the unit {unit} on {server}",
        stop_work(unit, device),
        HostSays(server, work_stopped(unit), 0, said),
        timeout_s=STOP_S,
    )
