"""What the plans about templates are put together from, and why such drafts are refused."""

from __future__ import annotations

import re
from dataclasses import replace

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import (
    DESCRIPTION,
    Template,
    template_faults,
    template_folder,
    template_text,
)
from xenadmin_gui.operations.condition import Condition
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.plan import SHORT_ID_CHARS, Action, WhenCancelled, unit_name
from xenadmin_gui.operations.san.onceunit import once, stopped, tidied
from xenadmin_gui.operations.san.refusals import LOOK_AGAIN, silent
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.sizes import size_text

#: What a slow disk or network copies, unpacks or sums up in a second.
SLOWEST_BYTES_S = 4 << 20
_LEAST_S = 600.0
_UNKNOWN_SIZE = 64 << 30
#: Kept free beside an image: /var is the server's own.
_SPARE = 256 << 20
_MEASURED = ("image_bytes", "disk_bytes", "sha256")


def template_key(name: str) -> Key:
    """Return the key of a template, be it there or not."""
    return Key(Kind.TEMPLATE, name)


def patience_s(size_bytes: int) -> float:
    """Return how long something of that size may take; 0: not known."""
    return _LEAST_S + (size_bytes or _UNKNOWN_SIZE) / SLOWEST_BYTES_S


def described(template: Template) -> str:
    """Return the description with the words that the unit replaces by what it measures."""
    text = template_text(template)
    for key, word in zip(
        _MEASURED, (scripts.IMAGE_BYTES, scripts.DISK_BYTES, scripts.SHA256), strict=True
    ):
        text = re.sub(rf"^{key}: .*$", f"{key}: {word}", text, count=1, flags=re.MULTILINE)
    return text


def task_of(plan_id: str) -> str:
    """Return what a plan's folders on the servers are called after, and what it makes."""
    return plan_id[:SHORT_ID_CHARS]


def is_made(server: str, name: str, plan_id: str) -> HostSays:
    """The server has the template, whole, and this plan made it."""
    wrong = f"{server} does not have the template {name} yet."
    return HostSays(server, scripts.is_made(name, task_of(plan_id)).argv, 0, wrong)


def is_there(server: str, name: str) -> HostSays:
    """The server has the template, whole."""
    path = f"{template_folder(name)}/{DESCRIPTION}"
    wrong = f"{server} does not have the template {name} yet."
    return HostSays(server, ("test", "-f", path), 0, wrong)


def not_there(server: str, name: str) -> HostSays:
    """Nothing of that name lies in the server's library."""
    wrong = f"There is a template {name} on {server} already."
    return HostSays(server, ("test", "-e", template_folder(name)), 1, wrong)


def has_room(server: str, size_bytes: int) -> HostSays:
    """The file system of the server's library has room for an image."""
    wrong = (
        f"The library's file system on {server} has no room for {size_text(size_bytes)},"
        f" with {size_text(_SPARE)} kept free."
    )
    return HostSays(server, scripts.has_room(size_bytes + _SPARE).argv, 0, wrong)


def make(
    row: StepRow,
    server: str,
    title: str,
    command: Command,
    name: str,
    plan_id: str,
    *only_if: Condition,
    size_bytes: int,
    watch: tuple[str, ...] | None = None,
) -> None:
    """Add the steps that have a unit of the server make a template, and take it back.

    Args:
        watch: Servers that know whether ``only_if`` holds, empty: all; None: that server alone.
    """
    unit = unit_name(plan_id, len(row.steps) + 1)
    action = once(
        server,
        title,
        command,
        unit,
        not_there(server, name),
        *only_if,
        timeout_s=patience_s(size_bytes),
        if_left=f"What is there of {name} stays on {server}, hidden, until it is made again.",
    )
    row.add(
        replace(
            action,
            done_when=is_made(server, name, plan_id),
            watch=action.watch if watch is None else watch,
            when_cancelled=WhenCancelled.STOP,
        ),
        undo=(stopped(server, unit), take_back(server, name, plan_id)),
    )
    row.add(tidied(server, unit))


def remove(server: str, name: str, *only_if: Condition) -> Action:
    """Make the action that removes a template from a server."""
    return on(
        server,
        f"Remove the template {name} from {server}",
        Command(("rm", "-rf", "--", template_folder(name))),
        HostSays(server, ("test", "-e", template_folder(name)), 1),
        *only_if,
    )


def take_back(server: str, name: str, plan_id: str) -> Action:
    """Make the action that removes what a plan made of a template; what others made stays."""
    task = task_of(plan_id)
    wrong = f"Something of the template {name} is still on {server}."
    return on(
        server,
        f"Remove what was made of the template {name} from {server}",
        scripts.remove_made(name, task),
        HostSays(server, scripts.nothing_made(name, task).argv, 0, wrong),
    )


def spread(
    row: StepRow, snapshot: Snapshot, template: Template, source: str, plan_id: str, size_bytes: int
) -> None:
    """Add the steps that copy a template from its server to all others, over ssh as root."""
    for target in others(snapshot, source):
        push(row, snapshot, template, source, target, plan_id, size_bytes)


def push(
    row: StepRow,
    snapshot: Snapshot,
    template: Template,
    source: str,
    target: str,
    plan_id: str,
    size_bytes: int,
) -> None:
    """Add the steps that copy a template from one server to another, over ssh as root."""
    name = template.name
    address = snapshot.servers[target].address or target
    unit = unit_name(plan_id, len(row.steps) + 1)
    lets_in = HostSays(
        source,
        scripts.may_push(address).argv,
        0,
        f"{source} may not log in to {target} ({address}) as root without being asked.",
    )
    action = once(
        source,
        f"Copy the template {name} from {source} to {target}",
        scripts.push(name, template.image, address, task=task_of(plan_id)),
        unit,
        is_there(source, name),
        not_there(target, name),
        lets_in,
        *((has_room(target, size_bytes),) if size_bytes else ()),
        timeout_s=patience_s(size_bytes),
    )
    action = replace(
        action,
        done_when=is_made(target, name, plan_id),
        watch=(source, target),
        when_cancelled=WhenCancelled.STOP,
    )
    row.add(action, undo=(stopped(source, unit), take_back(target, name, plan_id)))
    row.add(tidied(source, unit))


def others(snapshot: Snapshot, source: str) -> tuple[str, ...]:
    """Return the other SAN servers."""
    return tuple(server.name for server in snapshot.san_servers if server.name != source)


def no_template(name: str) -> Problem:
    """There is no such template."""
    sentence = f"There is no template {name}."
    return Problem(sentence, LOOK_AGAIN, template_key(name), "no-template", "name")


def name_taken(snapshot: Snapshot, name: str) -> tuple[Problem, ...]:
    """Say that the library has such a template already."""
    if snapshot.template(name) is None:
        return ()
    sentence = f"There is a template {name} already."
    step = "Take another name, or delete that one first."
    return (Problem(sentence, step, template_key(name), "name-taken", "name"),)


def description_problems(template: Template, *, is_measured: bool) -> tuple[Problem, ...]:
    """Say which values of a description cannot be.

    Args:
        is_measured: What a unit measures is in it already.
    """
    found = []
    for key, expected in template_faults(template):
        if key in _MEASURED and not is_measured:
            continue
        sentence = f"{key} has to be {expected}."
        found.append(Problem(sentence, "", template_key(template.name), "bad-value", key))
    return tuple(found)


def server_problems(snapshot: Snapshot, server: str, *, push: bool) -> tuple[Problem, ...]:
    """Say what keeps a SAN server from being worked on; ``push`` needs all of them."""
    if server not in {one.name for one in snapshot.san_servers}:
        sentence = f"{server or 'Nothing'} is no SAN server."
        return (Problem(sentence, LOOK_AGAIN, None, "no-server", "server"),)
    names = (server, *(others(snapshot, server) if push else ()))
    return silent(snapshot, names, None)


def room_problems(
    snapshot: Snapshot, servers: tuple[str, ...], size_bytes: int
) -> tuple[Problem, ...]:
    """Say which servers' libraries have no room for an image; where nobody knows, nothing."""
    room = dict(snapshot.library_room)
    return tuple(
        Problem(
            f"The library's file system on {name} has {size_text(room[name])} free, and"
            f" {size_text(size_bytes + _SPARE)} are needed.",
            f"Make room in /var/lib on {name}, or delete a template.",
            None,
            "no-room",
            "server",
        )
        for name in servers
        if size_bytes and name in room and room[name] < size_bytes + _SPARE
    )
