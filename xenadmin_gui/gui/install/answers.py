"""What the pages were told, and the draft that becomes of it; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from xenadmin_gui.domain.guest import GuestNic, GuestSettings, addresses, names
from xenadmin_gui.domain.installer import Installer
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.operations.vminstall.clone import VmClone
from xenadmin_gui.operations.vminstall.install import NewVm, VmInstall

MIB, GIB = 1024**2, 1024**3
#: What is put in place of this in a host name.
NAME_HOLE = "{name}"


@dataclass(frozen=True, slots=True)
class NicAnswer:
    """One network card.

    Attributes:
        mac: Empty: a free one is drawn for each VM.
        is_fixed: Whether the address is told; else the guest asks by DHCP.
        address: With its prefix; of several VMs the first one's, the others' follow.
        dns: Name servers, apart by commas or spaces.
        vlan: Of its own, on an Open vSwitch; 0: none.
    """

    bridge: str = ""
    mac: str = ""
    is_fixed: bool = False
    address: str = ""
    gateway: str = ""
    dns: str = ""
    vlan: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All that was filled in, as it was typed.

    Attributes:
        source: UUID of the VM that is cloned; empty: a template is installed.
        snapshot: Snapshot of its volume that is copied; empty: the disk as it is.
        running: The VM runs: its disks are copied as they are at one moment.
        template: Name of a template of the library; of a clone the one that it is like, or empty.
        is_cd: An installer's CD is used instead of a template.
        iso: Its path, the same on every host.
        is_kernel: A network installer's kernel is used instead.
        kernel, initrd: Their paths, the same on every host.
        cmdline: Of the kernel, besides what the program adds.
        script: The installer's answers; may hold secrets, never in a preset.
        kind: Of the VM that the installer runs in.
        as_it_is: A clone is told nothing.
        names: One name, or a pattern such as ``web{01..05}``.
        tags: Words that it is found by, apart by commas or spaces.
        more_disks: Sizes of further disks in bytes.
        group: Volume group; empty: the only one there is.
        hostname: Empty: as the VM; ``{name}`` in it stands for the VM's name.
        user: Empty: the template's.
        ssh_keys: Chosen ones, a line each.
        more_keys: Those that were pasted, a line each.
        password: Empty: none is set. Never in a preset.
        packages: Apart by commas or spaces.
        host: Empty: the one with most free memory.
        apart: Names of protected VMs that it does not share a host with, apart by commas or spaces.
    """

    source: str = ""
    snapshot: str = ""
    running: bool = False
    template: str = ""
    is_cd: bool = False
    iso: str = ""
    is_kernel: bool = False
    kernel: str = ""
    initrd: str = ""
    cmdline: str = ""
    script: str = ""
    kind: VmKind = VmKind.PVH
    as_it_is: bool = False
    names: str = ""
    title: str = ""
    description: str = ""
    tags: str = ""
    vcpus: int = 1
    memory_bytes: int = GIB
    disk_bytes: int = 8 * GIB
    more_disks: tuple[int, ...] = ()
    group: str = ""
    nics: tuple[NicAnswer, ...] = (NicAnswer(),)
    hostname: str = ""
    user: str = ""
    ssh_keys: tuple[str, ...] = ()
    more_keys: str = ""
    password: str = ""
    timezone: str = ""
    packages: str = ""
    first_boot: str = ""
    host: str = ""
    protect: bool = True
    priority: int = 0
    apart: str = ""
    start: bool = True

    @property
    def vm_names(self) -> tuple[str, ...]:
        """The names that are meant; empty where the pattern is none."""
        try:
            return names(self.names.strip())
        except ValueError:
            return ()

    @property
    def disks(self) -> tuple[int, ...]:
        """The size of each disk in bytes."""
        return (self.disk_bytes, *self.more_disks)

    @property
    def begins_empty(self) -> bool:
        """Whether an installer fills the disk: no template is used, the guest is told nothing."""
        return self.is_cd or self.is_kernel

    @property
    def bridges(self) -> tuple[str, ...]:
        """The bridges that its cards are to be plugged into."""
        return tuple(bridge for nic in self.nics if (bridge := nic.bridge.strip()))

    @property
    def all_keys(self) -> tuple[str, ...]:
        """Every SSH key, each once."""
        pasted = (line.strip() for line in self.more_keys.splitlines())
        return tuple(dict.fromkeys((*self.ssh_keys, *(line for line in pasted if line))))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list that people separate by commas, semicolons or spaces."""
    return tuple(text.replace(",", " ").replace(";", " ").split())


def carried(answers: Answers, proposed: Answers, now: Answers) -> Answers:
    """Return ``answers`` with what nobody touched brought to a new proposal.

    Args:
        proposed: What was proposed when they were filled in.
        now: What would be proposed by now.
    """
    untouched = {
        field.name: getattr(now, field.name)
        for field in fields(Answers)
        if getattr(answers, field.name) == getattr(proposed, field.name)
    }
    return replace(answers, **untouched)


def nic_addresses(nic: NicAnswer, count: int) -> tuple[str, ...]:
    """Return the card's address in each of ``count`` VMs; empty texts for DHCP.

    Raises:
        ValueError: It is no address with a prefix, or its network ends before.
    """
    return addresses(nic.address.strip(), count) if nic.is_fixed else ("",) * count


def new_vms(
    answers: Answers, uuid_of: Callable[[str], str], hash_of: Callable[[str], str]
) -> tuple[NewVm, ...]:
    """Return what is to be made, in order; none while the names are no pattern.

    Args:
        uuid_of: The UUID of a name, the same each time.
        hash_of: Makes of a password what ``/etc/shadow`` keeps, the same each time.
    """
    vm_names = answers.vm_names
    per_nic = [_addresses_or_typed(nic, len(vm_names)) for nic in answers.nics]
    hashed = hash_of(answers.password) if answers.password else ""
    return tuple(
        NewVm(
            name=name,
            uuid=uuid_of(name),
            vcpus=answers.vcpus,
            memory_bytes=answers.memory_bytes,
            disk_bytes=answers.disk_bytes,
            more_disks=answers.more_disks,
            nics=tuple(
                _nic(nic, its[number]) for nic, its in zip(answers.nics, per_nic, strict=True)
            ),
            guest=_guest(answers, name, hashed),
            host=answers.host,
            protect=answers.protect,
            priority=answers.priority if answers.protect else 0,
            start=answers.start,
            title=answers.title.strip(),
            description=answers.description.strip(),
            tags=words(answers.tags),
            group=answers.group,
            apart=words(answers.apart) if answers.protect else (),
        )
        for number, name in enumerate(vm_names)
    )


def install_draft(
    answers: Answers, uuid_of: Callable[[str], str], hash_of: Callable[[str], str]
) -> VmInstall:
    """Return the draft of new VMs from a template, or by an installer."""
    made = new_vms(answers, uuid_of, hash_of)
    if answers.is_cd:
        return VmInstall(made, iso=answers.iso.strip())
    if answers.is_kernel:
        return VmInstall(made, installer=_installer(answers))
    return VmInstall(made, answers.template)


def _installer(answers: Answers) -> Installer:
    return Installer(
        kernel=answers.kernel.strip(),
        initrd=answers.initrd.strip(),
        cmdline=answers.cmdline.strip(),
        answers=answers.script.strip("\n") + "\n" if answers.script.strip() else "",
        kind=answers.kind,
    )


def clone_draft(
    answers: Answers, uuid_of: Callable[[str], str], hash_of: Callable[[str], str]
) -> VmClone | None:
    """Return the draft of a clone; None while no single name is given."""
    made = new_vms(answers, uuid_of, hash_of)
    if len(made) != 1:
        return None
    return VmClone(
        answers.source,
        made[0],
        answers.snapshot,
        answers.template,
        as_it_is=answers.as_it_is,
        running=answers.running,
    )


def _addresses_or_typed(nic: NicAnswer, count: int) -> tuple[str, ...]:
    """An address that cannot be counted on stays as it was typed: the draft says what is wrong."""
    try:
        return nic_addresses(nic, count)
    except ValueError:
        return (nic.address.strip(),) * count


def _nic(nic: NicAnswer, address: str) -> GuestNic:
    return GuestNic(
        bridge=nic.bridge.strip(),
        mac=nic.mac.strip().lower().replace("-", ":"),
        address=address,
        gateway=nic.gateway.strip() if nic.is_fixed else "",
        dns=words(nic.dns) if nic.is_fixed else (),
        vlan=nic.vlan,
    )


def _guest(answers: Answers, name: str, hashed: str) -> GuestSettings:
    return GuestSettings(
        hostname=answers.hostname.strip().replace(NAME_HOLE, name) or name,
        user=answers.user.strip(),
        ssh_keys=answers.all_keys,
        password_hash=hashed,
        timezone=answers.timezone.strip(),
        packages=words(answers.packages),
        first_boot=answers.first_boot.strip("\n") + "\n" if answers.first_boot.strip() else "",
    )
