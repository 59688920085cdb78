"""What the tools say when they fail, what that means, and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xenadmin_gui.domain.command import TAIL_CHARS, CommandResult


@dataclass(frozen=True, slots=True)
class Explanation:
    """The end of a step in words.

    Attributes:
        said: What the tool wrote, as it was.
        means: What that means, one sentence.
        next_step: What to do about it, one sentence; may be empty.
        code: Stable name of the meaning; empty when it is not a known one.
    """

    said: str
    means: str
    next_step: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    code: str
    pattern: re.Pattern[str]
    means: str
    next_step: str


def _known(code: str, pattern: str, means: str, next_step: str) -> _Known:
    return _Known(code, re.compile(pattern, re.IGNORECASE), means, next_step)


#: LVM 2.03, DRBD 8.4 and 9, multipath-tools 0.9, cibadmin 2.1.
_KNOWN_OF_SAN = (
    _known(
        "map-in-use",
        r"map in use|map or partition in use",
        "Something on this host has the LUN open.",
        "Look which VM has it as a disk; 'dmsetup ls --tree' shows what else is on it.",
    ),
    _known(
        "group-full",
        r"insufficient free space",
        "The volume group has no room for that.",
        "Choose a smaller size, or give the group another disk.",
    ),
    _known(
        "volume-open",
        r"Logical volume \S+ (in use|contains a filesystem in use|is used by another device)",
        "Something on this server has the volume open.",
        "Look what is on it: 'dmsetup ls --tree', 'drbdadm status'.",
    ),
    _known(
        "name-taken",
        r"already exists in volume group",
        "There is a volume of that name already.",
        "Take another name.",
    ),
    _known(
        "held-open",
        r"Device is held open by someone",
        "Something on this server has the replica's device open.",
        "Look whether a LUN exports it, and whether it is mounted.",
    ),
    _known(
        "no-metadata",
        r"No valid meta data found",
        "The volume below the replica has no metadata of DRBD.",
        "Look whether it is the right volume; 'drbdadm create-md' would make it an empty one.",
    ),
    _known(
        "cib-refused",
        r"does not conform to the configured schema|Application of an update diff failed",
        "Pacemaker did not take the change of its configuration; nothing of it was done.",
        "Somebody may have changed it meanwhile: make the plan again.",
    ),
)

#: First match counts; texts of libvirt 9 (libxl and QEMU), OpenSSH 9 and Pacemaker 2.1.
_KNOWN = (
    _known(
        "migration-host-key",
        r"Host key verification failed",
        "The source host does not know the SSH key of the target host.",
        "Log in from the source host to the target host once by hand and accept the key.",
    ),
    _known(
        "migration-login",
        r"Permission denied \(|Authentication failed",
        "The target host does not let the source host in.",
        "Give the source host's key to root on the target host.",
    ),
    _known(
        "migration-libvirt",
        r"Cannot read CA certificate|unable to connect to server at|Connection refused"
        r"|Cannot recv data|Connection reset by peer|No route to host|end of file while reading",
        "The source host does not reach the libvirt of the target host.",
        "Try 'virsh -c TARGET-URI version' on the source host, and mend what it complains of.",
    ),
    _known(
        "migration-data",
        r"Failed to send migration data to destination host|enable logdirty",
        "The hypervisor could not copy the memory of the running guest; it stays where it was.",
        "A PV guest can only be moved without --live; otherwise read "
        "/var/log/libvirt/libxl/libxl-driver.log on the source host.",
    ),
    _known(
        "already-active",
        r"domain is already (active|running)|already exists with uuid",
        "The VM is running already, on this host or one that it shares its name with.",
        "Look at the list of VMs again.",
    ),
    _known(
        "not-running",
        r"domain is not running",
        "The VM was not running any more.",
        "Look at the list of VMs again.",
    ),
    _known(
        "no-domain",
        r"failed to get domain|Domain not found|no domain with matching",
        "The libvirt of this host does not know the VM.",
        "Look where it is defined.",
    ),
    _known(
        "no-memory",
        r"not enough (free )?memory|cannot allocate memory|Failed to allocate memory|out of memory"
        r"|libxl_set_memory|freemem",
        "The host has not enough free memory for the VM.",
        "Start it on another host, or move another VM away first.",
    ),
    _known(
        "disk-missing",
        r"No such file or directory.*/dev/|Cannot access storage file|disk.*(not found|No such)"
        r"|failed to attach (local )?disk|Unable to add disk|device_disk_add failed",
        "A disk of the VM is not there on this host.",
        "Look at its storage chain: session, multipath and LUN on this host.",
    ),
    _known(
        "locked",
        r"lock.*(held|another|in use)|Failed to acquire lock|resource busy|Lease is held",
        "A disk of the VM is locked: something else uses it.",
        "Make sure that it runs nowhere else before anything is forced.",
    ),
    _known(
        "create-failed",
        r"libxenlight failed to create new domain",
        "Xen could not build the VM: most often memory is short, or a disk or bridge is missing.",
        "Read /var/log/libvirt/libxl/libxl-driver.log on the host, its last lines say which.",
    ),
    _known(
        "timed-lock",
        r"Timed out during operation: cannot acquire state change lock",
        "libvirt is still busy with another job of this VM.",
        "Wait until that is over and try again.",
    ),
    _known(
        "unit-exists",
        r"Unit xenadmin-\S+ (already exists|was already loaded)",
        "This very step was already sent once and is known to the host.",
        "Look with 'systemctl status' on the host what it does.",
    ),
    _known(
        "no-resource",
        r"Resource '.*' not found|No such resource",
        "Pacemaker has no such resource any more.",
        "Look whether somebody took the VM out of the cluster.",
    ),
    _known(
        "no-node",
        r"Node '.*' not found|No such node",
        "Pacemaker does not know that host.",
        "Compare the host's name with 'crm_node --list'; the cluster file has a key 'node'.",
    ),
    _known(
        "moved-already",
        r"is already active on|Requested item already exists",
        "Pacemaker holds the VM for running there already.",
        "Look what Pacemaker says of it: 'crm_mon -r1f'.",
    ),
    _known(
        "no-cluster",
        r"Could not (connect|establish).*|Transport endpoint is not connected"
        r"|cluster is not available|Connection to (the )?(CIB|cluster).*failed|Not connected",
        "Pacemaker does not run on this server.",
        "Start it there: systemctl start pacemaker.",
    ),
    _known(
        "no-rights",
        r"Permission denied|Operation not permitted|authentication unavailable",
        "The user that we log in as may not do that.",
        "Log in as root, or give that user the right.",
    ),
    _known(
        "no-daemon",
        r"Failed to connect socket to|failed to connect to the hypervisor",
        "libvirt does not run on this host.",
        "Start it there: systemctl start libvirtd (or virtxend).",
    ),
    _known(
        "no-tool",
        r"command not found|No such file or directory$",
        "The program is not installed on this server.",
        "Install it there.",
    ),
)


def explain_failure(result: CommandResult) -> Explanation:
    """Say what the end of a failed command means."""
    text = output_of(result)
    program = result.command.argv[0]
    if result.exit_status == 127 and not text:
        text = f"{program}: command not found"
    found = explain_text(text)
    if found is not None:
        return found
    if result.exit_status is None:
        means = f"{program} on {result.host} was cut off; what it did is not known."
    else:
        means = f"{program} on {result.host} ended with status {result.exit_status}."
    return Explanation(text, means, "Its own words above say why." if text else "")


def explain_text(text: str) -> Explanation | None:
    """Say what a tool's complaint means; None when it is not a known one."""
    for known in (*_KNOWN_OF_SAN, *_KNOWN):
        if known.pattern.search(text):
            return Explanation(text, known.means, known.next_step, known.code)
    return None


def output_of(result: CommandResult) -> str:
    """Return the last of what a command wrote, complaints first."""
    parts = (result.stderr.strip(), result.stdout.strip())
    return "\n".join(part for part in parts if part)[-TAIL_CHARS:]
