"""Images on their way: sent on from where it stopped, fetched whole or not at all, carried over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.errors import Cancelled, PreconditionError, XenadminError
from xenadmin_gui.domain.template import LIBRARY, Template
from xenadmin_gui.jobs.context import JobContext, Progress
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.session import library
from xenadmin_gui.session.opening import open_demo
from xenadmin_gui.session.session import Session

NEW = Template(name="new", image="disk.raw", format="raw")


@pytest.fixture
def session() -> Iterator[Session]:
    opened = open_demo(None, virtual=True)
    opened.refresh(JobContext(clock=opened.clock))
    yield opened
    opened.close()


def context(session: Session, told: list[Progress] | None = None) -> JobContext:
    return JobContext(clock=session.clock, on_progress=None if told is None else told.append)


def files(session: Session, server: str) -> dict[str, str]:
    assert session.drill is not None
    found: dict[str, str] = session.drill._world.state.machines[server].files
    return found


def upload_of(image: Path) -> str:
    """Where this very file lies on a server, once it was sent from here."""
    return f"{scripts.upload_folder(NEW.name, library.sender_of(image))}/{NEW.image}"


def test_another_file_of_the_same_name_is_sent_to_another_place(tmp_path: Path) -> None:
    one, other = tmp_path / "a/image", tmp_path / "b/image"
    assert upload_of(one) != upload_of(other)
    assert upload_of(one) == upload_of(tmp_path / "b/../a/image")


def test_an_image_is_sent_with_its_progress(session: Session, tmp_path: Path) -> None:
    image, told = tmp_path / "image", list[Progress]()
    image.write_bytes(bytes(range(256)) * 12000)
    sent = library.upload(session, "san1", image, NEW, context(session, told))
    assert sent.sha256 == hashlib.sha256(image.read_bytes()).hexdigest()
    assert sent.path == upload_of(image)
    assert told[-1].done == told[-1].total == image.stat().st_size


def test_sending_goes_on_where_it_stopped(session: Session, tmp_path: Path) -> None:
    image, told = tmp_path / "image", list[Progress]()
    image.write_text("first half, second half")
    files(session, "san1")[upload_of(image)] = "first half, "
    library.upload(session, "san1", image, NEW, context(session, told))
    assert files(session, "san1")[upload_of(image)] == image.read_text()
    assert len(told) == 1
    files(session, "san1")[upload_of(image)] = "of something else"
    library.upload(session, "san1", image, NEW, context(session))
    assert files(session, "san1")[upload_of(image)] == image.read_text()


def test_what_cannot_be_sent_is_said(session: Session, tmp_path: Path) -> None:
    with pytest.raises(PreconditionError, match="cannot be read"):
        library.upload(session, "san1", tmp_path / "none", NEW, context(session))
    empty = tmp_path / "empty"
    empty.touch()
    with pytest.raises(PreconditionError, match="is empty"):
        library.upload(session, "san1", empty, NEW, context(session))
    files(session, "san1")["/var/lib/much"] = f"<much of {100 << 30} bytes>"
    empty.write_text("x")
    with pytest.raises(PreconditionError, match="has no room"):
        library.upload(session, "san1", empty, NEW, context(session))


def test_a_cancel_ends_it(session: Session, tmp_path: Path) -> None:
    image = tmp_path / "image"
    image.write_bytes(b"x" * (3 << 20))
    own = JobContext(clock=session.clock)
    own._on_progress = lambda progress: own.cancel()
    with pytest.raises(Cancelled):
        library.upload(session, "san1", image, NEW, own)


def test_a_template_is_fetched_whole_or_not_at_all(session: Session, tmp_path: Path) -> None:
    template = session.snapshot.template("leap-15")
    assert template is not None
    description, image = library.download(session, template, tmp_path, context(session))
    assert "wicked" in description.read_text()
    assert hashlib.sha256(image.read_bytes()).hexdigest() == template.sha256
    for server in template.servers:
        files(session, server)[template.image_path] = "something else"
    with pytest.raises(XenadminError, match="did not arrive whole"):
        library.download(session, template, tmp_path / "again", context(session))
    assert not list((tmp_path / "again/leap-15").iterdir())
    (tmp_path / "file").touch()
    with pytest.raises(PreconditionError, match="cannot be written"):
        library.download(session, template, tmp_path / "file", context(session))


def test_a_template_is_carried_to_the_server_that_lacks_it(session: Session) -> None:
    there = files(session, "san2")
    for path in [path for path in there if path.startswith(f"{LIBRARY}/leap-15/")]:
        del there[path]
    session.refresh(context(session))
    (task,) = library.copy_through_here(session, "leap-15", context(session))
    assert task.state is TaskState.DONE
    template = session.refresh(context(session)).template("leap-15")
    assert template is not None
    assert (template.servers, template.reason) == (("san1", "san2"), "")
    assert not [path for path in there if "/.new-" in path]


def test_the_size_of_a_file_on_a_server(session: Session) -> None:
    path = f"{LIBRARY}/debian-12/disk.raw.zst"
    assert library.file_size(session, "san1", path, context(session)) == 347_115_520
    with pytest.raises(PreconditionError, match="There is no file"):
        library.file_size(session, "san1", "/none", context(session))


def test_servers_trust_each_other_in_the_demonstration(session: Session) -> None:
    assert library.may_push(session, "san1", context(session))
