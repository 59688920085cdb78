"""Carries images of the template library: from this machine, to it, and between SAN servers."""

from __future__ import annotations

import hashlib
import queue
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import PreconditionError, XenadminError
from xenadmin_gui.domain.template import DESCRIPTION, Template, template_text
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.operations.owner import who
from xenadmin_gui.operations.plan import new_plan_id
from xenadmin_gui.operations.tasks import Task
from xenadmin_gui.operations.templates.copying import TemplateReceive, lacking_servers
from xenadmin_gui.operations.templates.steps import task_of

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session

_PIECE = 1 << 20
_ASK_S = 20.0
_SUM_BYTES_S = 20 << 20
#: Pieces on their way between two servers.
_BETWEEN = 16


@dataclass(frozen=True, slots=True)
class Sent:
    """An image that arrived: where it lies, its checksum and its size."""

    path: str
    sha256: str
    size_bytes: int


def file_size(session: Session, server: str, path: str, context: JobContext) -> int:
    """Return the size of a file on a server.

    Raises:
        PreconditionError: There is none that can be read.
        UnreachableError: The server does not answer.
    """
    command = Command(("stat", "-L", "-c", "%s %F", "--", path))
    result = session.ask(server, command, context, timeout_s=_ASK_S)
    size, _, kind = result.stdout.strip().partition(" ")
    if not result.succeeded or not size.isdecimal() or not kind.startswith("regular"):
        raise PreconditionError(
            f"There is no file {path} on {server}, or it cannot be read.",
            next_step="Name it by its whole path on that server.",
            code="no-file",
        )
    return int(size)


def local_size(file: Path) -> int:
    """Return the size of a file of this machine.

    Raises:
        PreconditionError: It cannot be read, or is empty.
    """
    try:
        size = file.stat().st_size
    except OSError as error:
        raise PreconditionError(
            f"{file} cannot be read: {error.strerror or error}.", code="no-file"
        ) from error
    if size == 0:
        raise PreconditionError(f"{file} is empty.", code="no-file")
    return size


def may_push(session: Session, source: str, context: JobContext) -> bool:
    """Whether a SAN server may log in to all others as root without being asked.

    Raises:
        UnreachableError: It does not answer.
    """
    snapshot = session.snapshot
    targets = [server for server in snapshot.san_servers if server.name != source]
    return all(
        session.ask(
            source, scripts.may_push(target.address or target.name), context, timeout_s=_ASK_S
        ).succeeded
        for target in targets
        if target.is_up
    )


def upload(
    session: Session, server: str, file: Path, template: Template, context: JobContext
) -> Sent:
    """Send an image to a server, beside its library; goes on where a former attempt was cut off.

    Raises:
        XenadminError: The file cannot be read, the server has no room, or it did not arrive whole.
        UnreachableError: The server does not answer any more; what arrived stays for the next try.
        Cancelled: The context was cancelled; what arrived stays for the next try.
    """
    folder = scripts.upload_folder(template.name, sender_of(file))
    path = f"{folder}/{template.image}"
    size = local_size(file)
    try:
        there = _there(session, server, path, size, context)
        total = hashlib.sha256()
        offset = there[0] if there and _begins_so(file, there, total, context) else 0
        if not offset:
            total = hashlib.sha256()
        _check_room(session, server, size - offset, context)
        command = scripts.keep_input(folder, template.image, offset)
        pieces = _pieces(file, offset, size, total, context, f"Sending {file.name} to {server}")
        session.send(server, command, pieces, context).check(
            next_step=f"Look whether {server} has room in /var/lib."
        )
    except OSError as error:
        raise PreconditionError(
            f"{file} cannot be read: {error.strerror or error}.", code="no-file"
        ) from error
    arrived = _there(session, server, path, size, context)
    if arrived is None or arrived[1] != total.hexdigest():
        session.ask(server, Command(("rm", "-f", "--", path)), context, timeout_s=_ASK_S)
        raise XenadminError(
            f"{file.name} did not arrive whole on {server}.",
            next_step="Send it again; what was there is removed.",
            code="not-whole",
        )
    return Sent(path, total.hexdigest(), size)


def download(
    session: Session, template: Template, folder: Path, context: JobContext
) -> tuple[Path, Path]:
    """Fetch a template into a folder of its own below ``folder``: description and image.

    Raises:
        PreconditionError: It cannot be used, or lies on no server that answers.
        XenadminError: It cannot be written here, or did not arrive whole; nothing is left of it.
        Cancelled: The context was cancelled; nothing is left of it.
    """
    server = _source(session, template)
    place = folder / template.name
    image, part = place / template.image, place / f"{template.image}.part"
    total, done = hashlib.sha256(), 0
    text = f"Fetching {template.name} from {server}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:

            def keep(piece: bytes) -> None:
                nonlocal done
                file.write(piece)
                total.update(piece)
                done += len(piece)
                context.progress(done, template.image_bytes, text)

            session.fetch(
                server, Command(("cat", "--", template.image_path)), keep, context
            ).check()
        if total.hexdigest() != template.sha256:
            raise XenadminError(
                f"The image of {template.name} did not arrive whole from {server}.",
                next_step="Verify the template, then fetch it again.",
                code="not-whole",
            )
        part.rename(image)
        description = place / DESCRIPTION
        description.write_text(template_text(template), encoding="utf-8")
    except OSError as error:
        raise PreconditionError(
            f"{place} cannot be written: {error.strerror or error}.", code="no-file"
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return description, image


def copy_through_here(session: Session, name: str, context: JobContext) -> tuple[Task, ...]:
    """Copy a template to the servers that lack it by way of this machine; one task a server.

    For servers that may not log in to one another; nothing is kept here.

    Raises:
        PreconditionError: There is no such template, or a server does not answer.
        UnreachableError: One fell silent.
        Cancelled: The context was cancelled; what arrived is not in the library.
    """
    template = session.snapshot.template(name)
    if template is None or template.reason:
        reason = "" if template is None else template.reason
        raise PreconditionError(reason or f"There is no template {name}.", code="no-template")
    source, tasks = _source(session, template), list[Task]()
    for target in lacking_servers(session.snapshot, template):
        _check_room(session, target, template.image_bytes, context)
        own = task_of(new_plan_id())
        try:
            _relay(session, template, source, target, own, context)
            draft = TemplateReceive(name, template.image, target, own, template.image_bytes)
            tasks.append(session.run(session.plan(draft), context))
        except BaseException:
            _forget(session, target, scripts.new_folder(name, own), context)
            raise
    return tuple(tasks)


def _forget(session: Session, server: str, folder: str, context: JobContext) -> None:
    """Remove what arrived for nothing; where that fails, the next import there does it."""
    afterwards = JobContext(clock=context.clock)
    with suppress(XenadminError):
        session.ask(server, Command(("rm", "-rf", "--", folder)), afterwards, timeout_s=_ASK_S)


def _relay(
    session: Session, template: Template, source: str, target: str, own: str, context: JobContext
) -> None:
    """Have what one server writes read by another; a bounded queue lies between them."""
    between: queue.Queue[bytes | None] = queue.Queue(_BETWEEN)
    failed: list[Exception] = []
    done = 0
    given_up = threading.Event()
    fetching = JobContext(clock=context.clock)

    def put(piece: bytes | None) -> None:
        while not given_up.is_set():
            try:
                between.put(piece, timeout=0.2)
            except queue.Full:
                continue
            return
        fetching.checkpoint()

    def fetch() -> None:
        try:
            command = Command(("cat", "--", template.image_path))
            session.fetch(source, command, put, fetching).check()
        except Exception as error:  # noqa: BLE001 - told by the thread that waits for it
            failed.append(error)
        put(None)

    def pieces() -> Iterator[bytes]:
        nonlocal done
        while (piece := _next(between, context)) is not None:
            done += len(piece)
            text = f"Copying {template.name} from {source} to {target}"
            context.progress(done, template.image_bytes, text)
            yield piece
        if failed:
            raise failed[0]

    folder = scripts.new_folder(template.name, own)
    reader = threading.Thread(target=fetch, name=f"relay-{source}", daemon=True)
    described = session.ask(
        source, Command(("cat", f"{template.folder}/{DESCRIPTION}")), context, timeout_s=_ASK_S
    ).check()
    text = iter((described.stdout.encode("utf-8", "surrogateescape"),))
    session.send(target, scripts.keep_input(folder, DESCRIPTION, 0), text, context).check()
    reader.start()
    try:
        command = scripts.keep_input(folder, template.image, 0)
        session.send(target, command, pieces(), context).check(
            next_step=f"Look whether {target} has room in /var/lib."
        )
    finally:
        given_up.set()
        fetching.cancel()
        reader.join(5.0)


def _next(between: queue.Queue[bytes | None], context: JobContext) -> bytes | None:
    while True:
        context.checkpoint()
        try:
            return between.get(timeout=0.2)
        except queue.Empty:
            continue


def sender_of(file: Path) -> str:
    """Return who sends which file from where: the same when it is tried again."""
    whole = f"{who()}\0{file.resolve()}"
    return hashlib.sha256(whole.encode("utf-8", "surrogateescape")).hexdigest()[:12]


def _source(session: Session, template: Template) -> str:
    servers = session.snapshot.servers
    names = [name for name in template.servers if name in servers and servers[name].is_up]
    if template.reason or not names:
        raise PreconditionError(
            template.reason or f"No server that has {template.name} answers.",
            next_step="Verify the template, or bring a SAN server back.",
            code="template-unusable",
        )
    active = session.snapshot.san.active_server
    return active if active in names and active is not None else names[0]


def _check_room(session: Session, server: str, size_bytes: int, context: JobContext) -> None:
    result = session.ask(server, scripts.has_room(size_bytes), context, timeout_s=_ASK_S)
    if not result.succeeded:
        raise PreconditionError(
            f"The library's file system on {server} has no room for {size_bytes >> 20} MiB.",
            next_step=f"Make room in /var/lib on {server}, or delete a template.",
            code="no-room",
        )


def _there(
    session: Session, server: str, path: str, size_bytes: int, context: JobContext
) -> tuple[int, str] | None:
    """Return size and checksum of a file on the server; None: there is none."""
    timeout_s = _ASK_S + size_bytes / _SUM_BYTES_S
    result = session.ask(server, scripts.size_and_sum(path), context, timeout_s=timeout_s)
    words = result.stdout.split()
    if not result.succeeded or len(words) < 2 or not words[0].isdecimal():
        return None
    return int(words[0]), words[1].lstrip("\\")


def _begins_so(
    file: Path, there: tuple[int, str], total: hashlib._Hash, context: JobContext
) -> bool:
    """Whether the file here begins with what is there; ``total`` has eaten that part then."""
    size, checksum = there
    if not 0 < size <= file.stat().st_size:
        return False
    left = size
    with file.open("rb") as opened:
        while left and (piece := opened.read(min(_PIECE, left))):
            context.checkpoint()
            total.update(piece)
            left -= len(piece)
    return total.hexdigest() == checksum


def _pieces(
    file: Path,
    offset: int,
    size: int,
    total: hashlib._Hash,
    context: JobContext,
    text: str,
) -> Iterator[bytes]:
    done = offset
    with file.open("rb") as opened:
        opened.seek(offset)
        while piece := opened.read(_PIECE):
            total.update(piece)
            done += len(piece)
            context.progress(done, size, text)
            yield piece
