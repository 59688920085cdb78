"""What may be said about a VM's life on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from xenadmin_gui.cli.grammar import add_verb, count, whole_number

if TYPE_CHECKING:
    from xenadmin_gui.cli.grammar import Nouns, Parser


def add_life(verbs: Nouns) -> None:
    """Add the verbs of ``cli/vmlife.py``."""
    rename = add_verb(verbs, "rename", "give a VM that is off another name, on every host")
    rename.add_argument("name", metavar="VM", help="name or UUID")
    rename.add_argument("new_name", metavar="NEW", help="its new name")
    history = add_verb(verbs, "history", "list the definitions that a VM had, the newest first")
    history.add_argument("name", metavar="VM", help="name or UUID; also of one that was deleted")
    choice = history.add_mutually_exclusive_group()
    choice.add_argument(
        "--diff", type=count, metavar="N", help="show what changed from definition N until now"
    )
    choice.add_argument(
        "--roll-back", type=count, metavar="N", help="make definition N the present one again"
    )
    delete = add_verb(
        verbs, "delete", "put a VM that is off, and its own disks, into the recycle bin"
    )
    delete.add_argument("name", metavar="VM", help="name or UUID; with --purge of the bin too")
    delete.add_argument("--purge", action="store_true", help="remove it for good instead")
    delete.add_argument(
        "--keep-disks", action="store_true", help="leave its LUNs and volumes as they are"
    )
    restore = add_verb(verbs, "restore", "bring a deleted VM back, off, with its disks")
    restore.add_argument("name", metavar="VM", help="name or UUID, see 'vm list --deleted'")
    protect = add_verb(verbs, "protect", "have Pacemaker run a VM, without restarting it")
    protect.add_argument("name", metavar="VM", help="name or UUID")
    protect.add_argument(
        "--priority", type=whole_number, default=0, metavar="N", help="higher is kept longer"
    )
    unprotect = add_verb(verbs, "unprotect", "have Pacemaker leave a VM, without stopping it")
    unprotect.add_argument("name", metavar="VM", help="name or UUID")
    unprotect.add_argument(
        "--host", default="", metavar="HOST", help="whose libvirt gets one that is off"
    )


def add_settings(change: Parser) -> None:
    """Add the settings of ``vm set`` that are not numbers or texts."""
    change.add_argument(
        "--delete-protection", choices=("on", "off"), help="on: the VM cannot be deleted"
    )
    change.add_argument(
        "--autostart", choices=("on", "off"), help="on: its host starts it when it boots"
    )
    change.add_argument(
        "--boot", type=words, metavar="DEVICE,…", help="hd, cdrom, network, fd in this order"
    )
    many: dict[str, Any] = {"action": "append", "default": []}
    change.add_argument(
        "--add-nic",
        type=new_nic,
        metavar="BRIDGE[,MAC][,vlan=N]",
        help="a network card more; without a MAC it gets a free one",
        **many,
    )
    change.add_argument("--remove-nic", metavar="MAC", help="a network card less", **many)
    change.add_argument(
        "--nic", type=plugged, metavar="MAC=BRIDGE", help="plug a card into another bridge", **many
    )
    change.add_argument(
        "--vlan",
        type=in_vlan,
        metavar="MAC=N",
        help="VLAN of a card on an Open vSwitch; 0: none",
        **many,
    )
    change.add_argument(
        "--bus",
        type=on_bus,
        metavar="DISK=BUS",
        help="xen, ide, scsi, of a VM with a firmware: xvdb=ide",
        **many,
    )
    change.add_argument("--tag", metavar="TAG", help="a word it is found by; repeatable", **many)
    change.add_argument("--untag", metavar="TAG", help="a tag less; repeatable", **many)
    change.add_argument(
        "--live",
        action="store_true",
        help="processors, memory and network cards of a running VM at once",
    )
    change.add_argument(
        "--xml", metavar="FILE", help="the whole definition instead, - for the input; see vm show"
    )


def add_cd(verbs: Nouns) -> None:
    """Add ``vm cd``."""
    drive = add_verb(verbs, "cd", "put a CD into a VM's drive, or eject it; at once if possible")
    drive.add_argument("name", metavar="VM", help="name or UUID")
    choice = drive.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "--insert", metavar="PATH", help="an image, the same file on every host, or a LUN"
    )
    choice.add_argument("--eject", action="store_true", help="take out what is in")
    drive.add_argument("--drive", default="", metavar="DRIVE", help="such as hdc; else the first")
    drive.add_argument(
        "--next-start", action="store_true", help="leave alone what a running VM has in it"
    )


def add_console(verbs: Nouns) -> None:
    """Add ``vm console``."""
    console = add_verb(verbs, "console", "be the text console of a running VM; Ctrl+] leaves it")
    console.add_argument("name", metavar="VM", help="name or UUID")


def words(text: str) -> tuple[str, ...]:
    """Read words with commas between."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def new_nic(text: str) -> tuple[str, str, int]:
    """Read ``BRIDGE[,MAC][,vlan=N]``; return bridge, MAC or an empty text, VLAN or 0."""
    bridge, *more = (part.strip() for part in text.split(","))
    vlans = [part.removeprefix("vlan=") for part in more if part.startswith("vlan=")]
    macs = [part for part in more if not part.startswith("vlan=")]
    if not bridge or len(vlans) > 1 or len(macs) > 1:
        raise argparse.ArgumentTypeError("a bridge is needed, such as xenbr0")
    return bridge, macs[0].lower() if macs else "", vlan(vlans[0]) if vlans else 0


def in_vlan(text: str) -> tuple[str, int]:
    """Read ``MAC=N``."""
    mac, _, number = text.partition("=")
    if not mac.strip():
        raise argparse.ArgumentTypeError("write it like 00:16:3e:12:34:56=42")
    return mac.strip().lower(), vlan(number.strip())


def on_bus(text: str) -> tuple[str, str]:
    """Read ``DISK=BUS``."""
    disk, equals, bus = text.partition("=")
    if not (disk.strip() and equals and bus.strip()):
        raise argparse.ArgumentTypeError("write it like xvdb=ide")
    return disk.strip(), bus.strip().lower()


def vlan(text: str) -> int:
    """Read the number of a VLAN; 0: none."""
    if not (text.isascii() and text.isdecimal() and len(text) < 5):
        raise argparse.ArgumentTypeError("a VLAN is a number such as 42; 0 is none")
    return int(text)


def plugged(text: str) -> tuple[str, str]:
    """Read ``MAC=BRIDGE``."""
    mac, equals, bridge = text.partition("=")
    if not (mac.strip() and equals and bridge.strip()):
        raise argparse.ArgumentTypeError("write it like 00:16:3e:12:34:56=xenbr1")
    return mac.strip().lower(), bridge.strip()
