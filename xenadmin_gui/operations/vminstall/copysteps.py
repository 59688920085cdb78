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
    unpack_image,
)
from xenadmin_gui.domain.installer import Installer
from xenadmin_gui.domain.secretfiles import (
    forget_secret,
    has_secret,
    keep_secret,
    password_file,
)
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import Boot, Template
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.plan import Action, WhenCancelled
from xenadmin_gui.operations.san.onceunit import once, stopped, tidied
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vminstall.moment import Moment
from xenadmin_gui.operations.vminstall.newdefinition import Source
from xenadmin_gui.operations.vminstall.newvm import NewVm

#: Bytes in a second; a copy that goes slower has stalled.
SLOWEST_COPY = 2 * 1024**2
CUSTOMISE_S = 900.0


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
        moment: What it is copied from is taken first: snapshots of a VM that runs.
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
    moment: Moment | None = None

    def onto(self, device: str) -> Command:
        """Return the command that puts it onto a block device."""
        if self.template is None:
            return copy_device(self.device, device, self.size_bytes)
        one = self.template
        return unpack_image(one.image_path, one.sha256, one.format, device)


def add_secrets(row: StepRow, content: Content, new: NewVm, server: str) -> None:
    """Add the step that gives ``server`` what the guest is told and nobody else may read."""
    if not new.guest.password_hash or not _work(content, new):
        return
    path = password_file(new.uuid)
    missing = f"{server} has no hash of the password of {new.name}."
    keeping = on(
        server,
        f"Keep the hash of the password of {new.name} in the memory of {server}",
        keep_secret(path, new.guest.password_hash),
        HostSays(server, has_secret(path).argv, 0, missing),
        if_left=f"{path} on {server} holds the hash until the server boots.",
        needs_input=True,
    )
    row.add(keeping, undo=(_forgetting(new, server),))


def _forgetting(new: NewVm, server: str) -> Action:
    path = password_file(new.uuid)
    return on(
        server,
        f"Have {server} forget the hash of the password of {new.name}",
        forget_secret(path),
        HostSays(server, ("test", "-e", path), 1, f"{path} is still on {server}."),
    )


def _work(content: Content, new: NewVm) -> tuple[str, ...]:
    """What the guest is told; empty: nothing."""
    disk = content.source.disk
    if content.iso or content.installer is not None or disk.filesystem == "none":
        return ()
    return guest_work(disk, new.guest, new.nics, new.uuid)


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
    filling = replace(filling, fills=device, fills_bytes=content.size_bytes, ends_by_itself=True)
    if content.device:
        # Whether its VM is off, the hosts say, not the SAN server.
        filling = replace(filling, watch=())
    _add_unit(row, filling, server, device)
    disk, work = content.source.disk, _work(content, new)
    if not work:
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
    if new.guest.password_hash:
        row.add(_forgetting(new, server))


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
    filling = replace(
        filling, watch=(), fills=device, fills_bytes=copy.size_bytes, ends_by_itself=True
    )
    _add_unit(row, filling, server, device)


def _add_unit(row: StepRow, action: Action, server: str, device: str) -> None:
    stopping = stopped(server, action.unit, device)
    row.add(replace(action, when_cancelled=WhenCancelled.STOP), undo=(stopping,))
    row.add(tidied(server, action.unit))
