"""The words of ``vm install`` and ``vm clone``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xenadmin_gui.cli.grammar import add_verb, count, size
from xenadmin_gui.cli.vmwords import vlan

if TYPE_CHECKING:
    from xenadmin_gui.cli.grammar import Nouns, Parser


def add_making(verbs: Nouns) -> None:
    """Add the verbs that make VMs."""
    install = add_verb(verbs, "install", "make VMs from a template; each wholly or not at all")
    install.add_argument("name", metavar="NAME", help="a name, or several: 'web{01..05}'")
    source = install.add_mutually_exclusive_group()
    source.add_argument("--template", metavar="T", help="see 'template list'")
    source.add_argument(
        "--iso", metavar="PATH", default="", help="an installer's CD, the same file on every host"
    )
    source.add_argument(
        "--kernel", metavar="PATH", default="", help="an installer's kernel, on every host"
    )
    _add_installer(install)
    _add_machine(install)
    _add_guest(install)
    install.add_argument(
        "--missing",
        action="store_true",
        help="leave out the names that there are already: after a failure, make the rest",
    )
    install.add_argument("--preset", metavar="FILE", help="take what is not said from a preset")
    install.add_argument("--save-preset", metavar="FILE", help="keep what is said for later")
    clone = add_verb(verbs, "clone", "make a VM like another one, with copies of its disks")
    clone.add_argument("vm", metavar="VM", help="name or UUID of the VM that is copied")
    clone.add_argument("name", metavar="NEW", help="name of the new one")
    moment = clone.add_mutually_exclusive_group()
    moment.add_argument(
        "--running",
        action="store_true",
        help="of one that runs: as it is at one moment, for which it is paused some seconds",
    )
    moment.add_argument(
        "--snapshot",
        action="append",
        metavar="S",
        help="a snapshot of its volume; of several disks one of each",
    )
    how = clone.add_mutually_exclusive_group()
    how.add_argument(
        "--like", metavar="T", default="", help="template that says how it is told its name"
    )
    how.add_argument(
        "--as-it-is",
        action="store_true",
        help="the copy keeps name, addresses and keys of the other one",
    )
    _add_machine(clone)
    _add_guest(clone)


def _add_installer(verb: Parser) -> None:
    verb.add_argument("--initrd", metavar="PATH", default="", help="of --kernel, on every host")
    verb.add_argument(
        "--answers",
        metavar="FILE",
        help="preseed, AutoYaST or Kickstart for --kernel; @name@ in it stands for the VM's name",
    )
    verb.add_argument("--cmdline", metavar="WORDS", default="", help="of --kernel")
    verb.add_argument("--kind", choices=("pvh", "pv", "kvm"), help="of VM for --kernel")
    verb.add_argument(
        "--boot",
        choices=("grub-pvh", "pygrub", "firmware"),
        default="",
        help="how what --kernel installs is started",
    )


def _add_machine(verb: Parser) -> None:
    verb.add_argument("--vcpus", type=count, metavar="N", help="processors")
    verb.add_argument("--memory", type=size, metavar="SIZE", help="such as 2GiB")
    verb.add_argument(
        "--disk", type=size, action="append", metavar="SIZE", help="such as 20GiB; once a disk"
    )
    verb.add_argument("--group", metavar="GROUP", help="volume group of the disk")
    verb.add_argument(
        "--bridge", action="append", metavar="BRIDGE", help="of a network card; once for each card"
    )
    verb.add_argument("--mac", action="append", metavar="MAC", help="of each card in order")
    verb.add_argument(
        "--vlan",
        action="append",
        type=vlan,
        metavar="N",
        help="of each card in order, on an Open vSwitch; 0: none",
    )
    verb.add_argument("--host", metavar="HOST", help="where it is started")
    protect = verb.add_mutually_exclusive_group()
    protect.add_argument(
        "--protect", dest="protect", action="store_true", default=None, help="by Pacemaker"
    )
    protect.add_argument("--no-protect", dest="protect", action="store_false", default=None)
    verb.add_argument("--priority", type=int, metavar="N", help="when protected")
    verb.add_argument(
        "--apart-from",
        action="append",
        metavar="VM",
        help="a protected VM that it does not share a host with while it can; repeatable",
    )
    verb.add_argument("--title", metavar="TEXT", default="", help="a short text")
    verb.add_argument("--description", metavar="TEXT", default="", help="a long text")
    verb.add_argument(
        "--tag", action="append", metavar="TAG", help="a word it is found by; repeatable"
    )
    verb.add_argument(
        "--no-start", dest="start", action="store_false", default=None, help="leave it off"
    )


def _add_guest(verb: Parser) -> None:
    verb.add_argument("--hostname", metavar="NAME", help="its own name; {name} is put in")
    verb.add_argument(
        "--address",
        action="append",
        metavar="ADDRESS/PREFIX",
        help="of each card in order, or 'dhcp'; several VMs count up from it",
    )
    verb.add_argument("--dhcp", action="store_true", help="every card asks for its address")
    verb.add_argument("--gateway", metavar="ADDRESS", help="of the first card")
    verb.add_argument("--dns", action="append", metavar="ADDRESS", help="name server; repeatable")
    verb.add_argument("--user", metavar="USER", help="account for keys and password")
    verb.add_argument(
        "--ssh-key", action="append", metavar="FILE", help="public keys for it; repeatable"
    )
    verb.add_argument(
        "--password", action="store_true", help="ask for a password; else one line of input"
    )
    verb.add_argument("--timezone", metavar="ZONE", help="such as Europe/Berlin")
    verb.add_argument("--package", action="append", metavar="NAME", help="to install; repeatable")
    verb.add_argument("--first-boot", metavar="FILE", help="script for the first start")
