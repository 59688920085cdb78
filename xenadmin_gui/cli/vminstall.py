"""``vm install`` and ``vm clone``: new VMs from templates and from other VMs."""

from __future__ import annotations

import getpass
import sys
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from xenadmin_gui.cli.call import Call
from xenadmin_gui.cli.grammar import UsageError
from xenadmin_gui.cli.running import carry_out, nothing_to_do
from xenadmin_gui.cli.vm import find
from xenadmin_gui.cli.vmpreset import Preset, read_preset, write_preset
from xenadmin_gui.domain.bridges import cluster_bridges
from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.guest import GuestNic, GuestSettings, addresses, names
from xenadmin_gui.domain.installer import Installer
from xenadmin_gui.domain.passwordhash import new_salt, password_hash
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.tags import as_tags
from xenadmin_gui.operations.vminstall.clone import VmClone, clone_sizes
from xenadmin_gui.operations.vminstall.install import NewVm, VmInstall, new_uuid, template_of

GIB = 1024**3
T = TypeVar("T")
LEAST_DISK = 8 * GIB
MOST_FILE = 64 * 1024
NAME_HOLE = "{name}"
_AGAIN = "Say the same with --missing to try the rest again."


def vm_install(call: Call) -> int:
    """Make VMs from a template."""
    given = call.arguments
    preset = read_preset(Path(given.preset)) if given.preset else Preset()
    snapshot = call.fresh()
    is_said = bool(given.template or given.iso or given.kernel)
    origin = Preset() if is_said else preset
    iso, installer = given.iso or origin.iso, _installer(call, snapshot, origin)
    wanted = "" if iso or installer else given.template or origin.template
    if not wanted and not iso and installer is None:
        known = ", ".join(template.name for template in snapshot.templates) or "none yet"
        step = f"Say --template; there is {known}. Or say --iso, or --kernel."
        raise UsageError("Which template?", next_step=step)
    template = template_of(snapshot, wanted)
    if template is not None:
        least = Preset(
            vcpus=template.min_vcpus,
            memory_bytes=max(GIB, template.min_memory_bytes),
            disks=(max(LEAST_DISK, template.needed_disk_bytes),),
        )
    else:
        least = Preset(vcpus=1, memory_bytes=GIB, disks=(LEAST_DISK,))
    vms = _new_vms(call, snapshot, _names(given.name), preset, least)
    draft = VmInstall(vms, wanted, iso, installer)
    if given.save_preset:
        write_preset(Path(given.save_preset), _as_preset(vms[0], draft, given.hostname or ""))
    wanted_now: VmInstall | None = draft
    if given.missing:
        there = frozenset(new.key for new in vms if snapshot.vms_named(new.name))
        wanted_now = draft.without(there)
    if wanted_now is None:
        return nothing_to_do(call, f"Every VM of {given.name} is there already.")
    return carry_out(call, wanted_now, again=_AGAIN)


def vm_clone(call: Call) -> int:
    """Make a VM like another one."""
    given, snapshot = call.arguments, call.fresh()
    (vm,) = find(snapshot, [given.vm])
    bridges = tuple(nic.bridge for nic in vm.nics)
    like = Preset(
        vcpus=vm.vcpus or 1,
        memory_bytes=vm.memory_bytes or GIB,
        disks=clone_sizes(snapshot, vm) or (GIB,),
        nics=tuple(GuestNic(bridge) for bridge in bridges),
        protect=vm.is_protected,
        priority=vm.protection.priority if vm.protection else 0,
        tags=vm.tags,
    )
    found = _names(given.name)
    if len(found) != 1:
        raise UsageError("A clone is one VM.", next_step="Give it one name.")
    (new,) = _new_vms(call, snapshot, found, Preset(), like)
    first, *others = given.snapshot or [""]
    draft = VmClone(
        vm.uuid, new, first, given.like, given.as_it_is, tuple(others), running=given.running
    )
    return carry_out(call, draft)


def _installer(call: Call, snapshot: Snapshot, preset: Preset) -> Installer | None:
    """Return the network installer that is meant, if any."""
    given = call.arguments
    kernel, initrd = given.kernel or preset.kernel, given.initrd or preset.initrd
    kind = given.kind or preset.kind
    if not kernel:
        needless = [given.initrd, given.answers, given.cmdline, given.kind, given.boot]
        if any(needless):
            raise UsageError("--initrd, --answers, --cmdline, --kind and --boot need --kernel.")
        return None
    if not initrd:
        raise UsageError("An installer's kernel needs its initrd.", next_step="Say --initrd.")
    answers = given.answers or ""
    if "://" in answers:
        step = "Say it in --cmdline: url=… (Debian), autoyast=… (SUSE) or inst.ks=… (Red Hat)."
        raise UsageError("An address of answers is the installer's to read.", next_step=step)
    is_kvm = any(host.hypervisor.name == "kvm" for host in snapshot.hosts)
    return Installer(
        kernel=kernel,
        initrd=initrd,
        cmdline=given.cmdline or preset.cmdline,
        answers=_read(answers) if answers else "",
        kind=VmKind(kind) if kind else VmKind.KVM if is_kvm else VmKind.PVH,
        boot=given.boot,
    )


def _names(pattern: str) -> tuple[str, ...]:
    try:
        return names(pattern)
    except ValueError as error:
        raise UsageError(str(error)) from None


def _new_vms(
    call: Call, snapshot: Snapshot, found: tuple[str, ...], preset: Preset, least: Preset
) -> tuple[NewVm, ...]:
    """Return the new VMs: what is said counts first, then the preset, then what is left."""
    given = call.arguments
    cards = _cards(call, snapshot, found, preset, least)
    hashed = _password(call) if given.password else ""
    keys = _keys(given.ssh_key) if given.ssh_key else preset.ssh_keys
    first_boot = _read(given.first_boot) if given.first_boot else preset.first_boot
    protect = _first(given.protect, preset.protect, least.protect)
    if protect is None:
        protect = snapshot.pacemaker.is_present
    hostname = _first(given.hostname, preset.hostname or None) or NAME_HOLE
    start = _first(given.start, preset.start)
    said = tuple(given.disk or ())
    disks = said + least.disks[len(said) :] if said else preset.disks or least.disks
    made = []
    for name, nics in zip(found, cards, strict=True):
        guest = GuestSettings(
            hostname=hostname.replace(NAME_HOLE, name),
            user=_first(given.user, preset.user) or "",
            ssh_keys=keys,
            password_hash=hashed,
            timezone=_first(given.timezone, preset.timezone) or "",
            packages=tuple(given.package or preset.packages),
            first_boot=first_boot,
        )
        made.append(
            NewVm(
                name=name,
                uuid=new_uuid(),
                vcpus=_first(given.vcpus, preset.vcpus, least.vcpus) or 1,
                memory_bytes=_first(given.memory, preset.memory_bytes, least.memory_bytes) or GIB,
                disk_bytes=disks[0],
                more_disks=disks[1:],
                nics=nics,
                guest=guest,
                host=given.host or "",
                protect=protect,
                priority=_first(given.priority, preset.priority, least.priority) or 0,
                start=True if start is None else start,
                title=given.title,
                description=given.description,
                tags=as_tags(given.tag or preset.tags or least.tags),
                group=_first(given.group, preset.group) or "",
                apart=tuple(given.apart_from or ()),
            )
        )
    return tuple(made)


def _first(*values: T | None) -> T | None:
    """Return the first value that is there."""
    return next((value for value in values if value is not None), None)


def _cards(
    call: Call, snapshot: Snapshot, found: tuple[str, ...], preset: Preset, least: Preset
) -> tuple[tuple[GuestNic, ...], ...]:
    """Return the cards of each VM."""
    given = call.arguments
    kept = preset.nics or least.nics or (GuestNic(_usual_bridge(snapshot)),)
    if given.bridge:
        old = dict(enumerate(kept))
        kept = tuple(
            replace(old[n], bridge=bridge, mac="", address="") if n in old else GuestNic(bridge)
            for n, bridge in enumerate(given.bridge)
        )
    fixed = list(given.address or ())
    if given.dhcp and fixed:
        raise UsageError("Give --dhcp or --address, not both.")
    macs = list(given.mac or ())
    vlans = list(given.vlan or ())
    if max(map(len, (fixed, macs, vlans))) > len(kept):
        raise UsageError("There are more addresses than cards.", next_step="Say --bridge again.")
    if macs and len(found) > 1:
        raise UsageError("A MAC is for one VM only.", next_step="Leave --mac to the program.")
    rows: list[list[GuestNic]] = [[] for _ in found]
    for number, card in enumerate(kept):
        first = fixed[number] if number < len(fixed) else "dhcp"
        try:
            own = ("",) * len(found) if first == "dhcp" else addresses(first, len(found))
        except ValueError as error:
            raise UsageError(str(error)) from None
        is_first = number == 0
        gateway = given.gateway if is_first and given.gateway else card.gateway
        dns = tuple(given.dns) if is_first and given.dns else card.dns
        mac = macs[number] if number < len(macs) else ""
        vlan = vlans[number] if number < len(vlans) else card.vlan
        for row, address in zip(rows, own, strict=True):
            gate = gateway if address else ""
            row.append(GuestNic(card.bridge, mac, address, gate, dns, vlan))
    return tuple(map(tuple, rows))


def _usual_bridge(snapshot: Snapshot) -> str:
    """The bridge that most VMs of the cluster are plugged into, else one that most hosts have."""
    known = cluster_bridges(snapshot)
    if not known:
        raise UsageError("Which bridge?", next_step="Say --bridge.")
    return known[0].name


def _keys(paths: list[str]) -> tuple[str, ...]:
    lines = [line.strip() for path in paths for line in _read(path).splitlines()]
    keys = tuple(line for line in lines if line and not line.startswith("#"))
    if any("PRIVATE KEY" in key for key in keys):
        raise UsageError("That is a private key.", next_step="Give the file that ends in .pub.")
    return keys


def _read(path: str) -> str:
    try:
        data = Path(path).expanduser().read_bytes()
        text = data.decode()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no text.") from None
    if len(data) > MOST_FILE:
        raise UsageError(f"{path} is too large: 64 KiB is the most.")
    return text


def _password(call: Call) -> str:
    """Ask for a password, twice; without a terminal one line of input is taken."""
    if sys.stdin.isatty() and not call.output.as_json:
        password = getpass.getpass("Password for the new VM: ")
        if password != getpass.getpass("Once more: "):
            raise PreconditionError("The two passwords differ.", code="password")
    else:
        password = sys.stdin.readline().rstrip("\n")
    if not password:
        raise UsageError("A password was to be set, and none was given.")
    return password_hash(password, new_salt())


def _as_preset(new: NewVm, draft: VmInstall, hostname: str) -> Preset:
    """Return what is kept; an installer's answers, which may hold secrets, are not."""
    guest, installer = new.guest, draft.installer
    return Preset(
        template=draft.template,
        iso=draft.iso,
        kernel="" if installer is None else installer.kernel,
        initrd="" if installer is None else installer.initrd,
        cmdline="" if installer is None else installer.cmdline,
        kind="" if installer is None else installer.kind.value,
        vcpus=new.vcpus,
        memory_bytes=new.memory_bytes,
        disks=(new.disk_bytes, *new.more_disks),
        group=new.group,
        nics=new.nics,
        hostname=hostname if NAME_HOLE in hostname else "",
        user=guest.user,
        ssh_keys=guest.ssh_keys,
        timezone=guest.timezone,
        packages=guest.packages,
        first_boot=guest.first_boot,
        protect=new.protect,
        priority=new.priority,
        start=new.start,
        tags=new.tags,
    )


VERBS = {"install": vm_install, "clone": vm_clone}
