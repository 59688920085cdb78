"""The exact command lines of the SAN's tools (LVM 2.03, DRBD 8.4 and 9, open-iscsi 2.1)."""

from __future__ import annotations

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.commands import MOVE_LIFETIME, crm_clear, domain_word

MIB = 1024**2
#: LVM rounds up to extents; sizes are whole numbers of them, so that both sides agree.
EXTENT = 4 * MIB

_DELETE_DEVICES = (
    'for d in /sys/block/sd*/device; do grep -qsx "naa.${1#3}" "$d/wwid" && echo 1 >"$d/delete"; '
    "done; true"
)
_DEVICE_HAS = '[ "$(blockdev --getsize64 "$1")" -ge "$2" ]'
_PATHS_HAVE = (
    'for d in /sys/block/sd*; do grep -qsx "naa.${1#3}" "$d/device/wwid" || continue; '
    '[ "$(cat "$d/size")" -ge "$2" ] || exit 1; done'
)
_NO_DEVICES = '! grep -qsx "naa.${1#3}" /sys/block/sd*/device/wwid'


def whole_extents(size_bytes: int) -> int:
    """Round a size up to whole extents of 4 MiB."""
    return -(-size_bytes // EXTENT) * EXTENT


def lvcreate(group: str, name: str, size_bytes: int) -> Command:
    """Make a volume and wipe what signatures an earlier one left on its blocks."""
    size = ("--size", f"{size_bytes}b")
    return Command(("lvcreate", "--yes", "--wipesignatures", "y", *size, "--name", name, group))


def lvsnapshot(group: str, name: str, snapshot: str, size_bytes: int) -> Command:
    """Make a snapshot of a volume that can take up ``size_bytes`` of changes."""
    words = ("lvcreate", "--snapshot", "--size", f"{size_bytes}b", "--name", snapshot)
    return Command((*words, f"{group}/{name}"))


def lvextend(group: str, name: str, size_bytes: int) -> Command:
    """Grow a volume to ``size_bytes``."""
    return Command(("lvextend", "--size", f"{size_bytes}b", f"{group}/{name}"))


def lvrename(group: str, old: str, new: str) -> Command:
    """Give a volume another name; open or not."""
    return Command(("lvrename", group, old, new))


def lvremove(group: str, name: str) -> Command:
    """Remove a volume; LVM refuses one that is open."""
    return Command(("lvremove", "--yes", f"{group}/{name}"))


def drbdadm(verb: str, replica: str, *options: str) -> Command:
    """Return ``drbdadm VERB [OPTIONS] REPLICA``."""
    return Command(("drbdadm", verb, *options, replica))


def targetcli(place: str, *words: str) -> Command:
    """Return ``targetcli PATH VERB NAME=VALUE …``: one command of its shell, nothing saved."""
    return Command(("targetcli", place, *words))


def move_file(path: str, new_path: str) -> Command:
    """Give a file another name; one that stands there already is not replaced."""
    return Command(("mv", "--no-clobber", "--no-target-directory", path, new_path))


def remove_file(path: str) -> Command:
    """Remove a file."""
    return Command(("rm", "--force", path))


def file_there(path: str) -> tuple[str, ...]:
    """Return the argv that ends with 0 when the file is there and with 1 when not."""
    return ("test", "-e", path)


def iscsi_rescan() -> Command:
    """Have a host look for new, grown and gone LUNs in all its sessions."""
    return Command(("iscsiadm", "--mode", "session", "--rescan"))


def iscsi_login(target: str, portal: str) -> Command:
    """Log a host in at a portal."""
    return _node(target, portal, "--login")


def iscsi_logout(target: str, portal: str) -> Command:
    """Log a host out of a portal."""
    return _node(target, portal, "--logout")


def multipath_resize(wwid: str) -> Command:
    """Have a host's multipath device take the size of its paths."""
    return Command(("multipathd", "resize", "map", wwid))


def multipath_flush(wwid: str) -> Command:
    """Take a host's multipath device away; refused while it is open."""
    return Command(("multipath", "-f", wwid))


def multipath_reload(wwid: str) -> Command:
    """Have a host make the multipath device of a LUN whose paths it has."""
    return Command(("multipath", wwid))


def delete_paths(wwid: str) -> Command:
    """Take the SCSI devices of a LUN away from a host."""
    return Command(("sh", "-c", _DELETE_DEVICES, "sh", wwid))


def paths_gone(wwid: str) -> tuple[str, ...]:
    """Return the argv that ends with 0 when a host has no SCSI device of the LUN."""
    return ("sh", "-c", _NO_DEVICES, "sh", wwid)


def device_has(device: str, size_bytes: int) -> tuple[str, ...]:
    """Return the argv that ends with 0 when a block device has at least ``size_bytes``."""
    return ("sh", "-c", _DEVICE_HAS, "sh", device, str(size_bytes))


def paths_have(wwid: str, size_bytes: int) -> tuple[str, ...]:
    """Return the argv that ends with 0 when each path of a LUN has at least ``size_bytes``."""
    return ("sh", "-c", _PATHS_HAVE, "sh", wwid, str(size_bytes // 512))


def attach_disk(
    server: Server, vm: Vm, wwid: str, target: str, *, live: bool, config: bool
) -> Command:
    """Give a VM a LUN as a disk; ``live`` the running one, ``config`` its definition."""
    words = ["virsh", "-c", server.libvirt_uri, "attach-disk", "--domain", domain_word(vm)]
    words += ["--source", f"/dev/mapper/{wwid}", "--target", target]
    return Command((*words, *_how(live, config)))


def detach_disk(server: Server, vm: Vm, target: str, *, live: bool, config: bool) -> Command:
    """Take a disk from a VM."""
    words = ["virsh", "-c", server.libvirt_uri, "detach-disk", "--domain", domain_word(vm)]
    return Command((*words, "--target", target, *_how(live, config)))


def move_resource(resource: str, node: str) -> Command:
    """Pin a resource to a node, for a quarter of an hour at most."""
    where = ("--node", node, "--lifetime", MOVE_LIFETIME)
    return Command(("crm_resource", "--resource", resource, "--move", *where))


def clear_resource(resource: str) -> Command:
    """Remove the pin of ``move_resource``."""
    return crm_clear(resource)


def set_standby(node: str, *, standby: bool) -> Command:
    """Take a node out of service, or back into it."""
    value = "on" if standby else "off"
    return Command(("crm_attribute", "--node", node, "--name", "standby", "--update", value))


def _node(target: str, portal: str, what: str) -> Command:
    words = ("iscsiadm", "--mode", "node", "--targetname", target, "--portal", portal)
    return Command((*words, what))


def _how(live: bool, config: bool) -> tuple[str, ...]:
    return tuple(word for word, is_given in (("--live", live), ("--config", config)) if is_given)
