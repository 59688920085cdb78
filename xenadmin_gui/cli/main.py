"""Where the program ``xenadmin`` begins; imports late, so that ``--help`` comes at once."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
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
    except OSError as error:
        return _told(output, system_error(error))
    except Exception as error:  # noqa: BLE001 - nobody is helped by Python's own words
        return _told(output, _mistake(error))


def _told(output: Output, error: XenadminError) -> int:
    """Tell an error, if anybody can still be told."""
    with suppress(OSError):
        output.error(error)
    return error.exit_code


def system_error(error: OSError) -> XenadminError:
    """Return what the system refused in plain words: a full disk, a file without rights."""
    what = error.strerror or str(error)
    where = f"{error.filename}: " if error.filename else ""
    return XenadminError(f"The system refuses: {where}{what}.", code="system")


def _mistake(error: Exception) -> XenadminError:
    """Return the sentence for a mistake of this program; where it was goes to the log."""
    logging.getLogger(__name__).debug("a mistake of the program", exc_info=error)
    return XenadminError(
        f"That is a mistake in xenadmin itself ({type(error).__name__}: {error}).",
        next_step="Say the same with --verbose, and report what it tells; look at 'task list'.",
        code="mistake",
    )


def _run(words: Sequence[str], output: Output) -> int:
    arguments = parse(words)
    _set_up_logging(verbose=arguments.verbose)
    if (arguments.noun, arguments.verb) == ("cluster", "list"):
        from xenadmin_gui.cli.cluster import cluster_list

        return cluster_list(output)
    verb = _verb(arguments.noun, arguments.verb)
    session = _open(arguments)
    try:
        if session.notice:
            output.note(session.notice)
        from xenadmin_gui.cli.call import Call

        return verb(Call(arguments, output, session))
    finally:
        session.close()


def _verb(noun: str, verb: str) -> Verb:
    """Return what does ``verb``; only that noun's module is imported."""
    if noun in ("san", "replica", "volume", "lun", "path", "session", "impact"):
        return _san_verb(noun, verb)
    if noun == "cluster":
        from xenadmin_gui.cli import cluster

        return {"show": cluster.cluster_show, "check": cluster.cluster_check}[verb]
    if noun == "vm":
        return _vm_verb(verb)
    if noun == "template":
        from xenadmin_gui.cli import template

        return template.VERBS[verb]
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
        ("events", "list"): inventory.events_list,
    }[noun, verb]


def _vm_verb(verb: str) -> Verb:
    if verb in ("attach-disk", "detach-disk"):
        from xenadmin_gui.cli import lun

        return {"attach-disk": lun.disk_attach, "detach-disk": lun.disk_detach}[verb]
    if verb in ("install", "clone"):
        from xenadmin_gui.cli import vminstall

        return vminstall.VERBS[verb]
    if verb in ("rename", "history", "delete", "restore", "protect", "unprotect"):
        from xenadmin_gui.cli import vmlife

        return vmlife.VERBS[verb]
    if verb == "console":
        from xenadmin_gui.cli.console import vm_console

        return vm_console
    from xenadmin_gui.cli import vm

    verbs = {"list": vm.vm_list, "show": vm.vm_show, "set": vm.vm_set, "cd": vm.vm_cd}
    return verbs.get(verb, vm.vm_act)


def _san_verb(noun: str, verb: str) -> Verb:
    """Return what does ``verb`` to an object of the SAN."""
    if noun == "san":
        from xenadmin_gui.cli import san

        verbs = {"show": san.san_show, "switchover": san.san_switchover}
        verbs |= {"initiators": san.san_initiators, "save": san.san_save}
        return verbs.get(verb, san.san_maintenance)
    if noun == "replica":
        from xenadmin_gui.cli import replica

        verbs = {"list": replica.replica_list, "show": replica.replica_show}
        verbs["resolve"] = replica.replica_resolve
        return verbs.get(verb, replica.replica_act)
    if noun == "volume":
        from xenadmin_gui.cli import volume

        verbs = {"list": volume.volume_list, "show": volume.volume_show}
        verbs |= {"create": volume.volume_create, "purge-bin": volume.volume_purge_bin}
        return verbs.get(verb, volume.volume_act)
    if noun == "lun":
        from xenadmin_gui.cli import lun

        verbs = {"list": lun.lun_list, "show": lun.lun_show, "export": lun.lun_export}
        return verbs.get(verb, lun.lun_withdraw)
    if noun == "impact":
        from xenadmin_gui.cli.impact import impact_show

        return impact_show
    from xenadmin_gui.cli import sanpaths

    if noun == "path":
        return sanpaths.path_list
    return {"list": sanpaths.session_list}.get(verb, sanpaths.session_act)


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
