"""``template``: the library of disks that VMs are made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from xenadmin_gui.cli.call import Call, interruptible
from xenadmin_gui.cli.grammar import UsageError
from xenadmin_gui.cli.output import size
from xenadmin_gui.cli.running import carry_out, ending
from xenadmin_gui.cli.vm import find
from xenadmin_gui.domain.errors import ExitCode, PreconditionError, UnreachableError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import Boot, Template, format_of
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.parse.template import parse_sample
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.templates.change import TemplateDelete, TemplateEdit
from xenadmin_gui.operations.templates.copying import TemplateCopy, lacking_servers
from xenadmin_gui.operations.templates.fromvm import TemplateFromVm
from xenadmin_gui.operations.templates.importing import TemplateImport
from xenadmin_gui.operations.templates.verify import TemplateVerify
from xenadmin_gui.session import library

_PLAIN = (
    *("title", "os", "filesystem", "network", "customise", "default_user"),
    *("partition", "min_vcpus", "min_memory_bytes", "min_disk_bytes", "notes"),
)


def template_list(call: Call) -> int:
    """List the templates."""
    snapshot = call.fresh()
    call.tell_silent(snapshot)
    out = call.output
    if out.as_json:
        out.json([_record(one, snapshot) for one in snapshot.templates])
        return ExitCode.DONE
    out.table(
        ("TEMPLATE", "STATE", "KIND", ">DISK", ">MEMORY", "ON", "TITLE"),
        [
            (
                one.name,
                out.state(one.health, _state(one, snapshot)),
                one.kind,
                size(one.disk_bytes) if one.disk_bytes else "-",
                size(one.min_memory_bytes),
                ", ".join(one.servers),
                one.title,
            )
            for one in snapshot.templates
        ],
    )
    for one in snapshot.templates:
        if one.reason:
            out.line(f"! {one.name}: {one.reason}")
    return ExitCode.DONE


def template_show(call: Call) -> int:
    """Show one template."""
    snapshot = call.fresh()
    one = _find(call, snapshot)
    out = call.output
    if out.as_json:
        out.json(_details(one, snapshot))
        return ExitCode.DONE
    boot = " ".join(w for w in (one.boot.kernel, one.boot.initrd, one.boot.cmdline) if w)
    partition = f"partition {one.partition}" if one.partition else "the disk itself"
    out.fields(
        [
            ("template", one.name),
            ("title", one.title),
            ("state", out.state(one.health, _state(one, snapshot))),
            ("why", one.reason),
            ("on", ", ".join(one.servers)),
            ("system", f"{one.os} {one.version} {one.architecture}".strip()),
            ("kind", one.kind),
            ("boots by", f"{one.boot.method} {boot}".strip()),
            ("image", f"{one.image}, {one.format}, {size(one.image_bytes)}"),
            ("disk", f"{size(one.disk_bytes)}, {one.filesystem} on {partition}"),
            ("needs", _needs(one)),
            ("network", one.network),
            ("customised by", one.customise),
            ("account", one.default_user),
            ("sha256", one.sha256),
        ]
    )
    out.text(one.notes)
    return ExitCode.DONE


def template_import(call: Call) -> int:
    """Make a template of an image on a SAN server."""
    snapshot = call.fresh()
    given = call.arguments
    server = _server(call, snapshot)
    wanted = _described(call, _image(given.path, given.format))
    with interruptible(call.context):
        room = library.file_size(call.session, server, given.path, call.context)
        push = library.may_push(call.session, server, call.context)
    draft = TemplateImport(
        wanted, server, given.path, sha256=given.sha256, file_bytes=room, push=push
    )
    return _and_to_all(call, carry_out(call, draft), push=push)


def template_upload(call: Call) -> int:
    """Send an image, then make a template of it."""
    snapshot = call.fresh()
    given, file = call.arguments, Path(call.arguments.file)
    server = _server(call, snapshot)
    wanted = _described(call, _image(file.name, given.format))
    if not file.is_file():
        raise PreconditionError(f"There is no file {file} here.", code="no-file")
    total = file.stat().st_size
    path = f"/{wanted.image}"  # where it will lie is known once it is there
    first = TemplateImport(wanted, server, path, given.sha256, total, move=True, push=False)
    call.session.plan(first)  # refused before anything is sent
    if given.dry_run:
        return carry_out(call, first)
    context = _talking(call)
    with interruptible(context):
        push = library.may_push(call.session, server, context)
        sent = library.upload(call.session, server, file, wanted, context)
    if given.sha256 and given.sha256.lower() != sent.sha256:
        raise PreconditionError(
            f"The checksum of {file} is {sent.sha256}.",
            next_step="Fetch the image again: it is not the one that was meant.",
            code="not-whole",
        )
    draft = replace(first, path=sent.path, sha256=sent.sha256, push=push)
    return _and_to_all(call, carry_out(call, draft), push=push)


def template_from_vm(call: Call) -> int:
    """Make a template of a VM's disk."""
    snapshot = call.fresh()
    given = call.arguments
    (vm,) = find(snapshot, [given.vm])
    kind = vm.kind if vm.kind is not VmKind.UNKNOWN else VmKind.PVH
    fmt = given.format or "raw.zst"
    start = Template(name=given.name, kind=kind, image=f"disk.{fmt}", format=fmt)
    wanted = _described(call, replace(start, min_vcpus=1))
    server = snapshot.san.active_server
    push = False
    if server is not None:
        with interruptible(call.context):
            push = library.may_push(call.session, server, call.context)
    draft = TemplateFromVm(vm.uuid, wanted, snapshot=given.snapshot, push=push)
    return _and_to_all(call, carry_out(call, draft), push=push)


def template_copy(call: Call) -> int:
    """Bring a template to the servers that lack it."""
    snapshot = call.fresh()
    one = _find(call, snapshot)
    with interruptible(call.context):
        push = not one.servers or library.may_push(call.session, one.servers[0], call.context)
    if push or call.arguments.dry_run:
        return carry_out(call, TemplateCopy(one.name))
    return _through_here(call, one.name)


def template_verify(call: Call) -> int:
    """Compare the images with their checksums."""
    return carry_out(call, TemplateVerify(_find(call, call.fresh()).name))


def template_delete(call: Call) -> int:
    """Remove a template."""
    return carry_out(call, TemplateDelete(_find(call, call.fresh()).name))


def template_edit(call: Call) -> int:
    """Describe a template anew."""
    one = _find(call, call.fresh())
    wanted = _changed(call, one)
    if wanted == one:
        raise UsageError("Nothing to change was given.", next_step="See 'template edit --help'.")
    return carry_out(call, TemplateEdit(wanted))


def template_export(call: Call) -> int:
    """Fetch a template to this machine."""
    one = _find(call, call.fresh())
    folder = Path(call.arguments.to)
    if call.arguments.dry_run:
        call.output.line(f"{one.image} of {size(one.image_bytes)} would be put into {folder}.")
        return ExitCode.DONE
    context = _talking(call)
    with interruptible(context):
        description, image = library.download(call.session, one, folder, context)
    if call.output.as_json:
        call.output.json({"description": str(description), "image": str(image)})
    else:
        call.output.line(f"{image} and {description}")
    return ExitCode.DONE


VERBS = {
    "list": template_list,
    "show": template_show,
    "import": template_import,
    "upload": template_upload,
    "from-vm": template_from_vm,
    "copy": template_copy,
    "verify": template_verify,
    "edit": template_edit,
    "export": template_export,
    "delete": template_delete,
}


def _and_to_all(call: Call, status: int, *, push: bool) -> int:
    """Bring a template that was just made to the others, when the servers cannot by themselves."""
    if push or status or call.arguments.dry_run:
        return status
    return _through_here(call, call.arguments.name)


def _through_here(call: Call, name: str) -> int:
    call.output.note("The SAN servers may not log in to one another: it is copied through here.")
    context = _talking(call)
    with interruptible(context):
        tasks = library.copy_through_here(call.session, name, context)
    failed = [task for task in tasks if task.state is not TaskState.DONE]
    for task in failed:
        ending(call, task)
    return ExitCode.FAILED if failed else ExitCode.DONE


def _find(call: Call, snapshot: Snapshot) -> Template:
    word = call.arguments.name
    found = snapshot.template(word)
    if found is not None:
        return found
    silent = [server for server in snapshot.san_servers if not server.is_up]
    if silent:
        names = " and ".join(server.name for server in silent)
        raise UnreachableError(
            silent[0].name, f"There is no template {word} on those that answer; {names} does not."
        )
    raise PreconditionError(
        f"There is no template {word}.", next_step="See 'template list'.", code="no-template"
    )


def _server(call: Call, snapshot: Snapshot) -> str:
    given = call.arguments.server or snapshot.san.active_server
    if given is None:
        raise UsageError("Nobody serves the SAN now.", next_step="Say --server.")
    if given not in {server.name for server in snapshot.san_servers}:
        raise UsageError(f"{given} is no SAN server.", next_step="See 'san show'.")
    return str(given)


def _image(path: str, given: str | None) -> Template:
    fmt = given or format_of(path)
    if not fmt:
        raise UsageError(
            f"What kind of image {path} is, cannot be seen by its name.",
            next_step="Say --format.",
        )
    return Template(name="", image=f"disk.{fmt}", format=fmt)


def _described(call: Call, start: Template) -> Template:
    """Return the template as the command line wants it."""
    given = call.arguments
    if given.describe:
        try:
            text = Path(given.describe).read_text(encoding="utf-8")
            told = parse_sample(text)
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{given.describe} cannot be read: {error}.") from error
        except ParseError as error:
            raise UsageError(f"{given.describe}: {error.reason}.") from error
        start = replace(told, image=start.image, format=start.format)
    return _changed(call, replace(start, name=given.name))


def _changed(call: Call, one: Template) -> Template:
    given = vars(call.arguments)
    changes: dict[str, Any] = {k: given[k] for k in _PLAIN if given.get(k) is not None}
    if given["version_text"] is not None:
        changes["version"] = given["version_text"]
    if given["kind"] is not None:
        changes["kind"] = VmKind(given["kind"])
    method = given["boot"] or one.boot.method
    words = {k: given[k] for k in ("kernel", "initrd", "cmdline") if given[k] is not None}
    if given["boot"] not in (None, "kernel", one.boot.method):
        changes["boot"] = replace(Boot(method), **words)
    else:
        changes["boot"] = replace(one.boot, method=method, **words)
    return replace(one, **changes)


def _talking(call: Call) -> JobContext:
    """Return a context whose progress is told to a person now and then."""
    if not call.output.is_talking:
        return call.context
    told = -1

    def tell(progress: Progress) -> None:
        nonlocal told
        percent = int(100 * progress.done / progress.total) if progress.total else 0
        if percent // 10 != told:
            told = percent // 10
            call.output.note(f"{progress.text}: {percent} %")

    return JobContext(clock=call.session.clock, on_progress=tell)


def _state(one: Template, snapshot: Snapshot) -> str:
    if one.reason:
        return "unusable"
    return "incomplete" if lacking_servers(snapshot, one) else "usable"


def _needs(one: Template) -> str:
    memory, disk = size(one.min_memory_bytes), size(one.needed_disk_bytes)
    return f"{one.min_vcpus} vCPU, {memory} of memory, {disk} of disk"


def _record(one: Template, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "name": one.name,
        "title": one.title,
        "os": one.os,
        "version": one.version,
        "kind": str(one.kind),
        "disk_bytes": one.disk_bytes,
        "min_memory_bytes": one.min_memory_bytes,
        "servers": list(one.servers),
        "state": _state(one, snapshot),
        "reason": one.reason,
    }


def _details(one: Template, snapshot: Snapshot) -> dict[str, Any]:
    return {
        **_record(one, snapshot),
        "architecture": one.architecture,
        "image": one.image,
        "format": one.format,
        "image_bytes": one.image_bytes,
        "sha256": one.sha256,
        "boot": {
            "method": one.boot.method,
            "kernel": one.boot.kernel,
            "initrd": one.boot.initrd,
            "cmdline": one.boot.cmdline,
        },
        "partition": one.partition,
        "filesystem": one.filesystem,
        "network": one.network,
        "customise": one.customise,
        "default_user": one.default_user,
        "min_vcpus": one.min_vcpus,
        "min_disk_bytes": one.needed_disk_bytes,
        "notes": one.notes,
    }
