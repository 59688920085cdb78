"""Command line of the lab: `python -m tests.lab COMMAND`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.lab import (
    capture,
    cluster_file,
    contract,
    faults,
    in_use,
    lifecycle,
    remote,
    saved,
    status,
    template,
)
from tests.lab.layout import Lab, LabError, open_lab


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.lab",
        description="A real Xen, iSCSI, DRBD and Pacemaker cluster inside QEMU. "
        "It lives in $XENADMIN_LAB, or in xenadmin-lab of the user's cache.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    up = commands.add_parser("up", help="build, start and wait until healthy")
    up.add_argument("--xen", type=int, choices=(2, 3), help="number of Xen hosts")
    up.add_argument("--cold", action="store_true", help="boot, even if `down` saved the lab")
    state = commands.add_parser("status", help="what runs, the cluster's state, active faults")
    state.add_argument("--json", action="store_true")
    down = commands.add_parser("down", help="save the lab, end its processes")
    down.add_argument("--purge", action="store_true", help="save nothing, remove everything")
    commands.add_parser("reset", help="back to the freshly provisioned state, and up")
    commands.add_parser("save", help="write the running lab, memory and disks, to files")
    commands.add_parser("restore", help="end the lab and go on from the saved state")
    ssh = commands.add_parser("ssh", help="a shell or a command on a host")
    ssh.add_argument("host")
    ssh.add_argument("words", nargs=argparse.REMAINDER)
    for name in ("fault", "mend"):
        fault = commands.add_parser(
            name,
            epilog=faults.USES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            help="break something" if name == "fault" else "repair it (`mend all` for everything)",
        )
        fault.add_argument("words", nargs="+", metavar="FAULT")
    record = commands.add_parser("capture", help="record the outputs of every host's tools")
    record.add_argument("directory", type=Path)
    record.add_argument("hosts", nargs="*", metavar="HOST", help="only these hosts")
    record.add_argument("--short", action="store_true", help="only the state of the cluster")
    commands.add_parser(
        "template", help="build an image of Debian with cloud-init, put it on the SAN servers"
    )
    commands.add_parser("cluster-file", help="print the application's cluster file")
    commands.add_parser(
        "test", help="run the contract suite against the running lab; arguments go to pytest"
    )
    return parser


_TAKES_IT_AWAY = ("down", "reset", "restore", "save")


def _run(lab: Lab, words: argparse.Namespace) -> None:
    if words.command in _TAKES_IT_AWAY:
        in_use.check_free(lab)
    match words.command:
        case "up":
            lifecycle.up(open_lab(words.xen), lab, cold=words.cold)
        case "status":
            sys.stdout.write(status.as_text(lab) if not words.json else status.as_json(lab))
        case "down":
            if words.purge:
                lifecycle.down(lab, purge=True)
            else:
                lifecycle.sleep(lab)
        case "reset":
            lifecycle.reset(lab)
        case "save":
            saved.save(lab, saved.OWN)
        case "restore":
            lifecycle.restore(lab)
        case "ssh":
            remote.replace_by_ssh(lab, lab.host(words.host), words.words)
        case "fault":
            faults.inject(lab, faults.parse(lab, words.words))
        case "mend" if words.words == ["all"]:
            for fault in faults.active(lab):
                faults.mend(lab, fault)
        case "mend":
            faults.mend(lab, faults.parse(lab, words.words))
        case "capture":
            capture.capture(lab, words.directory, words.hosts, is_short=words.short)
        case "template":
            template.put(lab)
        case "cluster-file":
            sys.stdout.write(cluster_file.as_yaml(lab))
        case "test":
            contract.replace_by_pytest(lab, words.pytest)


def main() -> int:
    """Run the command line; returns the exit status."""
    parser = _arguments()
    words, rest = parser.parse_known_args()
    words.pytest = rest
    if rest and words.command != "test":
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        _run(open_lab(), words)
    except LabError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
