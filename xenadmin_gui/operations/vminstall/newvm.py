"""What the administrator filled in for one new VM."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.keys import Key, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVm:
    """One VM that is to be made.

    Attributes:
        name: Also the name of its first disk's volume.
        uuid: Lower case with dashes; whoever fills the draft makes it (``new_uuid()``), so that
            a draft makes the same VM each time.
        vcpus: 1 or more.
        memory_bytes: Whole MiB.
        disk_bytes: Of its first disk; at least the template's.
        more_disks: Sizes in bytes of further disks, each a volume of its own.
        nics: Cards in order; a card without a MAC gets a free one.
        guest: What the guest is told.
        host: Where it is started; empty: the host with most free memory.
        protect: Whether Pacemaker runs it.
        priority: Of its resource; only when protected.
        start: Whether it is started at the end.
        title: A short text beside the name.
        description: More of it.
        tags: Words that it is found by.
        group: Volume group of its disks; empty: the only one there is.
        apart: Protected VMs, by name or UUID, that Pacemaker runs on other hosts than this one as
            long as there are any; only when protected.
    """

    name: str
    uuid: str
    vcpus: int
    memory_bytes: int
    disk_bytes: int
    nics: tuple[GuestNic, ...]
    guest: GuestSettings
    host: str = ""
    protect: bool = True
    priority: int = 0
    start: bool = True
    title: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    group: str = ""
    more_disks: tuple[int, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def volumes(self) -> tuple[tuple[str, int], ...]:
        """Name and size in bytes of the volume of each disk, in order."""
        more = enumerate(self.more_disks, start=2)
        others = ((f"{self.name}-disk{number}", size) for number, size in more)
        return ((self.name, self.disk_bytes), *others)

    @property
    def key(self) -> Key:
        return Key(Kind.VM, self.uuid)


def no_way_in(new: NewVm) -> bool:
    """Whether its guest is told nothing that lets somebody log in; a script of its own may."""
    guest = new.guest
    return not (guest.ssh_keys or guest.password_hash or guest.first_boot)
