"""Where the program ``xenadmin`` begins; imports late, so that ``--help`` comes at once."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from xenadmin_gui.cli.output import Output
from xenadmin_gui.cli.parser import UsageError, parse
from xenadmin_gui.domain.errors import Cancelled, ExitCode, XenadminError

if TYPE_CHECKING:
    import argparse

    from xenadmin_gui.cli.call import Verb
    from xenadmin_gui.session.session import Session


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    given = sys.argv[1:] if words is None else list(words)
    options = given[: given.index("--")] if "--" in given else given
    output = Output(as_json="--json" in options)
    try:
        return _run(given, output)
    except XenadminError as error:
        output.error(error)
        return error.exit_code
    except (Cancelled, KeyboardInterrupt):
        output.error(XenadminError("Cancelled.", code="cancelled"))
        return ExitCode.FAILED
    except BrokenPipeError:
        # Nobody reads any more; the interpreter must not complain about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FAILED


def _run(words: Sequence[str], output: Output) -> int:
    arguments = parse(words)
    _set_up_logging(verbose=arguments.verbose)
    if (arguments.noun, arguments.verb) == ("cluster", "list"):
        from xenadmin_gui.cli.cluster import cluster_list

        return cluster_list(output)
    verb = _verb(arguments.noun, arguments.verb)
    session = _open(arguments)
    try:
        from xenadmin_gui.cli.call import Call

        return verb(Call(arguments, output, session))
    finally:
        session.close()


def _verb(noun: str, verb: str) -> Verb:
    """Return what does ``verb``; only that noun's module is imported."""
    if noun == "cluster":
        from xenadmin_gui.cli import cluster

        return {"show": cluster.cluster_show, "check": cluster.cluster_check}[verb]
    if noun == "vm":
        from xenadmin_gui.cli import vm

        return {"list": vm.vm_list, "show": vm.vm_show}.get(verb, vm.vm_act)
    if noun == "task":
        from xenadmin_gui.cli import task

        verbs = {"list": task.task_list, "show": task.task_show, "resume": task.task_resume}
        return verbs[verb]
    if noun == "drill":
        from xenadmin_gui.cli.drill import drill

        return drill
    from xenadmin_gui.cli import inventory

    return {
        ("host", "list"): inventory.host_list,
        ("host", "show"): inventory.host_show,
        ("san", "show"): inventory.san_show,
        ("events", "list"): inventory.events_list,
    }[noun, verb]


def _open(arguments: argparse.Namespace) -> Session:
    from xenadmin_gui.session.opening import cluster_names, open_cluster, open_demo

    if arguments.demo is not None:
        if arguments.cluster is not None:
            raise UsageError("Give --cluster or --demo, not both.")
        return open_demo(Path(arguments.demo) if arguments.demo else None, virtual=True)
    if arguments.cluster is not None:
        return open_cluster(arguments.cluster)
    names = cluster_names()
    if len(names) == 1:
        return open_cluster(names[0])
    if names:
        raise UsageError(
            "Which cluster?", next_step=f"Say --cluster with one of {', '.join(names)}."
        )
    raise UsageError(
        "There is no cluster file yet.",
        next_step="Make one with 'Add cluster' in xenadmin-gui, or look around with --demo.",
    )


def _set_up_logging(*, verbose: bool) -> None:
    """Warnings of the rooms below are for --verbose: what matters is told as an error."""
    logging.basicConfig(
        level=logging.DEBUG if verbose else logging.CRITICAL,
        format="%(asctime)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    logging.getLogger("paramiko").setLevel(logging.WARNING if verbose else logging.CRITICAL)


if __name__ == "__main__":
    sys.exit(main())
