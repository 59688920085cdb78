"""What may be said about the SAN: replicas, volumes, LUNs, paths, sessions, disks of VMs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xenadmin_gui.cli.grammar import add_globals, add_noun, add_verb, age, lun_number, size

if TYPE_CHECKING:
    from xenadmin_gui.cli.grammar import Nouns, Parser

_VOLUME = "NAME or GROUP/NAME"
_LUN = "WWID, resource, name of its volume, or number"

_REPLICA_VERBS = {
    "connect": "have both sides find each other again",
    "disconnect": "part the sides; each goes on alone",
    "verify": "compare both sides block by block",
    "pause-sync": "let a resync rest",
    "resume-sync": "let a resync go on",
    "invalidate": "have one side copied anew from the other; its data is dropped",
    "promote": "make one side primary by hand, in an emergency",
}
_SESSION_VERBS = {
    "login": "log hosts in to the portals",
    "logout": "end the hosts' sessions; refused where a VM needs them",
    "rescan": "have hosts look for new and grown LUNs",
}


def add_san(nouns: Nouns) -> None:
    """``san``: the storage as a whole, and who serves it."""
    verbs = add_noun(nouns, "san", "the storage as a whole, and who serves it")
    add_verb(verbs, "show", "show the storage as a whole")
    switch = add_verb(verbs, "switchover", "have the other SAN server serve")
    switch.add_argument("--to", metavar="SERVER", help="who serves then; needed with more than two")
    who = add_verb(verbs, "initiators", "list whom the SAN lets in; let hosts in, or shut them out")
    change = who.add_mutually_exclusive_group()
    help_text = "HOST or initiator's name; may be said again"
    change.add_argument("--allow", metavar="HOST", action="append", default=[], help=help_text)
    change.add_argument("--forbid", metavar="HOST", action="append", default=[], help=help_text)
    who.add_argument(
        "--restart",
        action="store_true",
        help="VMs run: their I/O may wait while Pacemaker restarts what serves the SAN",
    )
    text = "without Pacemaker: save LIO's configuration as it runs, for the next start"
    save = add_verb(verbs, "save", text)
    save.add_argument("server", metavar="SERVER", nargs="?", help="needed with several")
    care = add_verb(verbs, "maintenance", "take a SAN server out of service, or back")
    care.add_argument("server", metavar="SERVER")
    care.add_argument("switch", choices=("on", "off"))


def add_replica(nouns: Nouns) -> None:
    """``replica``: the mirrors."""
    verbs = add_noun(nouns, "replica", "the mirrors between the two SAN servers")
    add_verb(verbs, "list", "list the replicas")
    show = add_verb(verbs, "show", "show one replica from both sides, with what that means")
    show.add_argument("name", metavar="REPLICA")
    for name, text in _REPLICA_VERBS.items():
        act = add_verb(verbs, name, text)
        act.add_argument("names", metavar="REPLICA", nargs="*" if name == "verify" else "+")
        if name == "verify":
            _add_schedule(act)
        act.add_argument("--on", metavar="SERVER", default="", help="on whose side")
    resolve = add_verb(verbs, "resolve", "end a split brain: one side's data since then is dropped")
    resolve.add_argument("name", metavar="REPLICA")
    resolve.add_argument(
        "--loser",
        metavar="SERVER",
        default="",
        help="who gives in; without it, what is known of both sides is shown, and nothing changes",
    )


def _add_schedule(verify: Parser) -> None:
    verify.add_argument("--all", action="store_true", help="every replica")
    when = verify.add_mutually_exclusive_group()
    text = "not now but by this schedule of systemd, such as 'Sun 03:00'"
    when.add_argument("--schedule", metavar="WHEN", help=text)
    when.add_argument("--unschedule", action="store_true", help="end the schedule")


def add_volume(nouns: Nouns) -> None:
    """``volume``: what the disks of VMs are made of."""
    verbs = add_noun(nouns, "volume", "the volumes, their snapshots and the recycle bin")
    listing = add_verb(verbs, "list", "list the volumes")
    listing.add_argument("--deleted", action="store_true", help="only the recycle bin")
    show = add_verb(verbs, "show", "show one volume")
    show.add_argument("volume", metavar="VOLUME", help=_VOLUME)
    create = add_verb(verbs, "create", "make a volume on both SAN servers, mirrored as others are")
    create.add_argument("name", metavar="NAME")
    create.add_argument("--size", type=size, required=True, metavar="SIZE", help="such as 2GiB")
    create.add_argument("--group", metavar="GROUP", default="", help="needed with more than one")
    create.add_argument(
        "--no-sync", action="store_true", help="declare both sides the same, copy nothing"
    )
    mirror = create.add_mutually_exclusive_group()
    text = "where nothing says yet whether the group's volumes are mirrored: by DRBD"
    mirror.add_argument("--mirrored", action="store_const", const=True, default=None, help=text)
    text = "... or on the server alone that serves"
    mirror.add_argument("--plain", action="store_const", const=False, dest="mirrored", help=text)
    text = "its replica goes over this network; else as the others do"
    create.add_argument("--network", metavar="NETWORK", default="", help=text)
    text = "who serves it, where several SAN servers serve at once"
    create.add_argument("--on", metavar="SERVER", default="", help=text)
    grow = add_verb(verbs, "grow", "make a volume larger, through to the running guest")
    grow.add_argument("volume", metavar="VOLUME", help=_VOLUME)
    grow.add_argument("--size", type=size, required=True, metavar="SIZE", help="how large then")
    snapshot = add_verb(verbs, "snapshot", "take a snapshot of a volume")
    snapshot.add_argument("volume", metavar="VOLUME", help=_VOLUME)
    snapshot.add_argument("--name", metavar="NAME", help="else made of the volume and the time")
    snapshot.add_argument(
        "--size", type=size, metavar="SIZE", help="room for what changes; else a fifth"
    )
    _add_changes(verbs)


def _add_changes(verbs: Nouns) -> None:
    revert = add_verb(verbs, "revert", "make a volume again what its snapshot holds")
    revert.add_argument("volume", metavar="SNAPSHOT", help=_VOLUME)
    delete = add_verb(verbs, "delete", "put a volume into the recycle bin")
    delete.add_argument("volume", metavar="VOLUME", help=_VOLUME)
    delete.add_argument("--purge", action="store_true", help="remove it for good")
    restore = add_verb(verbs, "restore", "take a volume out of the recycle bin")
    restore.add_argument("volume", metavar="VOLUME", help="as it is called there, or was before")
    purge = add_verb(verbs, "purge-bin", "remove what lies in the recycle bin long enough")
    purge.add_argument(
        "--older-than",
        type=age,
        metavar="AGE",
        help="such as 30d; else recycle_bin_days of the cluster file",
    )
    move = add_verb(verbs, "move", "move a volume to another volume group while its VMs are off")
    move.add_argument("volume", metavar="VOLUME", help=_VOLUME)
    move.add_argument("--to-group", metavar="GROUP", required=True)
    move.add_argument("--name", metavar="NEW", default="", help="what it is called there")
    rename = add_verb(verbs, "rename", "give a volume that no LUN exports another name")
    rename.add_argument("volume", metavar="VOLUME", help=_VOLUME)
    rename.add_argument("new_name", metavar="NEW")


def add_lun(nouns: Nouns) -> None:
    """``lun``: what the hosts see."""
    verbs = add_noun(nouns, "lun", "the LUNs that the SAN offers")
    add_verb(verbs, "list", "list the LUNs")
    show = add_verb(verbs, "show", "show one LUN with its paths")
    show.add_argument("lun", metavar="LUN", help=_LUN)
    export = add_verb(verbs, "export", "offer a volume as a LUN, until every host sees every path")
    export.add_argument("volume", metavar="VOLUME", help=_VOLUME)
    export.add_argument("--number", type=lun_number, metavar="N", help="else the first free one")
    text = "where there are several: an IQN, or IQN/tpg2; else the one with most LUNs"
    export.add_argument("--target", metavar="TARGET", default="", help=text)
    export.add_argument(
        "--read-only",
        action="store_true",
        help="hosts may only read it; Pacemaker's agent has no setting for that with LIO",
    )
    withdraw = add_verb(verbs, "withdraw", "take a LUN back from every host")
    withdraw.add_argument("lun", metavar="LUN", help=_LUN)


def add_paths(nouns: Nouns) -> None:
    """``path`` and ``session``: how the hosts reach the LUNs."""
    paths = add_noun(nouns, "path", "the paths from the hosts to the LUNs")
    listing = add_verb(paths, "list", "list the paths")
    listing.add_argument("--host", metavar="HOST", help="only those of HOST")
    verbs = add_noun(nouns, "session", "the hosts' iSCSI sessions")
    listing = add_verb(verbs, "list", "list the sessions")
    listing.add_argument("--host", metavar="HOST", help="only those of HOST")
    for name, text in _SESSION_VERBS.items():
        act = add_verb(verbs, name, text)
        act.add_argument("hosts", metavar="HOST", nargs="+")
        act.add_argument(
            "--network",
            metavar="NETWORK",
            action="append",
            default=[],
            help="only over this storage network; may be said again",
        )


def add_disks(verbs: Nouns) -> None:
    """``vm attach-disk`` and ``vm detach-disk``."""
    attach = add_verb(verbs, "attach-disk", "give a VM a LUN as a disk, also while it runs")
    attach.add_argument("vm", metavar="VM", help="name or UUID")
    attach.add_argument("lun", metavar="LUN", help=_LUN)
    attach.add_argument("--target", metavar="NAME", default="", help="such as xvdb")
    detach = add_verb(verbs, "detach-disk", "take a disk from a VM, also while it runs")
    detach.add_argument("vm", metavar="VM", help="name or UUID")
    detach.add_argument("lun", metavar="LUN", help=_LUN)


def add_impact(nouns: Nouns) -> None:
    """``impact``: what a failure would mean."""
    text = "tell which VMs stop or lose redundancy if an object fails"
    impact = nouns.add_parser("impact", help=text, description=text, allow_abbrev=False)
    add_globals(impact)
    impact.add_argument("object", metavar="OBJECT", help="a name, or KIND:NAME such as volume:vm1")
    impact.set_defaults(verb="show")
