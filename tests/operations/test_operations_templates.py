"""The template library is changed: imported, made of a VM, copied, verified, edited, deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sanplans import codes, lines
from simcluster import SimCluster

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.template import LIBRARY, Template
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import Task, TaskState
from xenadmin_gui.operations.templates.change import TemplateDelete, TemplateEdit
from xenadmin_gui.operations.templates.copying import TemplateCopy, TemplateReceive
from xenadmin_gui.operations.templates.fromvm import TemplateFromVm
from xenadmin_gui.operations.templates.importing import TemplateImport
from xenadmin_gui.operations.templates.verify import TemplateVerify
from xenadmin_gui.sim.library import checksum, large_file

NEW = Template(name="debian-13", title="Debian 13", image="disk.raw.xz", format="raw.xz")
PATH = "/root/debian-13.raw.xz"
IMAGE = large_file("image of debian 13", 300 << 20)


class Library:
    """The demonstration cluster with a runner; an image lies on san1."""

    def __init__(self, place: Path) -> None:
        self.cluster = SimCluster()
        self.journal = Journal(place / "journal.db", clock=self.cluster.clock)
        self.runner = Runner(self.cluster, self.journal)
        self.files("san1")[PATH] = IMAGE

    def files(self, server: str) -> dict[str, str]:
        return self.cluster.world.state.machines[server].files

    def folder(self, server: str, name: str) -> list[str]:
        start = f"{LIBRARY}/{name}/"
        return [path.removeprefix(start) for path in self.files(server) if path.startswith(start)]

    @property
    def fresh(self) -> Snapshot:
        return self.cluster.refresh(["san1", "san2"], self.cluster.context())

    def run(self, draft: Draft) -> Task:
        plan = draft.plan(self.fresh)
        lines(plan)
        return self.runner.run(plan, self.cluster.context())

    def close(self) -> None:
        self.journal.close()
        self.cluster.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path)
    yield made
    made.close()


def take(**values: object) -> TemplateImport:
    return replace(TemplateImport(NEW, "san1", PATH, file_bytes=300 << 20), **values)  # type: ignore[arg-type]


def test_the_library_of_the_demonstration_has_two_templates(library: Library) -> None:
    templates = library.fresh.templates
    assert [(one.name, one.customise, one.servers) for one in templates] == [
        ("debian-12", "cloud-init", ("san1", "san2")),
        ("leap-15", "files", ("san1", "san2")),
    ]
    assert all(one.is_usable for one in templates)


def test_an_image_is_imported_measured_and_lies_on_every_server(library: Library) -> None:
    assert library.run(take()).state is TaskState.DONE
    template = library.fresh.template("debian-13")
    assert template is not None
    assert (template.servers, template.reason) == (("san1", "san2"), "")
    assert (template.image_bytes, template.sha256) == (300 << 20, checksum(IMAGE))
    assert template.disk_bytes == 1800 << 20
    assert library.files("san1")[PATH] == IMAGE


def test_a_checksum_that_does_not_fit_ends_it_before_anything_is_there(library: Library) -> None:
    task = library.run(take(sha256="0" * 64))
    assert task.state is TaskState.FAILED
    assert "should be 0000" in task.failures[0].said
    assert library.folder("san1", "debian-13") == []
    assert library.fresh.template("debian-13") is None


def test_a_file_that_is_not_there_is_named_and_nothing_is_sent(library: Library) -> None:
    task = library.run(take(path="/root/none.raw.xz"))
    assert "There is no file /root/none.raw.xz on san1" in task.failures[0].said


def test_an_import_is_taken_back_from_both_servers(library: Library) -> None:
    plan = take().plan(library.fresh)
    library.runner.run(plan, library.cluster.context())
    del library.files("san2")[f"{LIBRARY}/debian-12/disk.raw.zst"]
    assert library.journal.task(plan.id).state is TaskState.DONE
    failing = take(template=replace(NEW, name="x"), sha256="0" * 64).plan(library.fresh)
    library.runner.run(failing, library.cluster.context())
    task = library.runner.resume(failing.id, Choice.ROLL_BACK, library.cluster.context())
    assert task.state is TaskState.ROLLED_BACK
    assert library.folder("san1", "x") == []


def test_a_server_that_cannot_be_logged_in_to_leaves_the_template_where_it_is(
    library: Library,
) -> None:
    library.run(take(push=False))
    template = library.fresh.template("debian-13")
    assert template is not None
    assert template.servers == ("san1",)
    assert library.run(TemplateCopy("debian-13")).state is TaskState.DONE
    template = library.fresh.template("debian-13")
    assert template is not None
    assert template.servers == ("san1", "san2")
    (subject,) = TemplateCopy("debian-13").plan(library.fresh).subjects
    assert subject.verdict == "already"


def test_what_was_sent_is_looked_through_before_it_is_kept(library: Library) -> None:
    library.run(take(push=False))
    token = "0123456789ab"
    sent = f"{LIBRARY}/.new-{token}-debian-13"
    text = library.files("san1")[f"{LIBRARY}/debian-13/template.yaml"]
    library.files("san2")[f"{sent}/template.yaml"] = text
    library.files("san2")[f"{sent}/disk.raw.xz"] = "half"
    draft = TemplateReceive("debian-13", "disk.raw.xz", "san2", token)
    assert library.run(draft).state is TaskState.FAILED
    assert library.folder("san2", "debian-13") == []
    library.files("san2")[f"{sent}/disk.raw.xz"] = IMAGE
    assert library.run(draft).state is TaskState.DONE
    template = library.fresh.template("debian-13")
    assert template is not None
    assert template.servers == ("san1", "san2")


def test_drafts_are_refused_with_all_reasons_at_once(library: Library) -> None:
    fresh = library.fresh
    bad = replace(NEW, name="../x", network="carrier pigeon")
    draft = TemplateImport(bad, "xen1", "disk.raw.xz", "abc")
    assert codes(draft, fresh) == ["bad-value", "bad-value", "bad-path", "bad-value", "no-server"]
    assert codes(take(template=replace(NEW, name="leap-15")), fresh) == ["name-taken"]
    assert codes(take(path="/root/x.qcow2"), fresh) == ["bad-format"]
    assert codes(take(file_bytes=200 << 30), fresh) == ["no-room", "no-room"]
    for draft in (TemplateVerify("no"), TemplateDelete("no"), TemplateCopy("no")):
        assert codes(draft, fresh) == ["no-template"]


def test_a_silent_server_is_named(library: Library) -> None:
    library.cluster.drill.power_off("san2")
    library.cluster.refresh(None, library.cluster.context())
    fresh = library.fresh
    assert codes(take(), fresh) == ["silent"]
    assert codes(take(push=False), fresh) == []
    assert codes(TemplateDelete("leap-15"), fresh) == ["silent"]


def test_a_vm_that_is_off_becomes_a_template(library: Library) -> None:
    vm = library.cluster.vm("test3")
    template = replace(NEW, name="golden", image="disk.raw.zst", format="raw.zst")
    running = library.cluster.vm("web1")
    assert codes(TemplateFromVm(running.uuid, template), library.fresh) == ["not-off"]
    assert codes(TemplateFromVm("none", template), library.fresh) == ["no-vm"]
    assert library.run(TemplateFromVm(vm.uuid, template)).state is TaskState.DONE
    made = library.fresh.template("golden")
    assert made is not None
    assert (made.servers, made.reason) == (("san1", "san2"), "")
    lun = library.fresh.san.lun(vm.disks[0].wwid)
    assert lun is not None
    assert made.disk_bytes == lun.size_bytes


def test_a_running_vm_becomes_one_by_a_snapshot_that_is_removed(library: Library) -> None:
    vm = library.cluster.vm("web1")
    draft = TemplateFromVm(vm.uuid, replace(NEW, name="golden"), snapshot=True)
    assert library.run(draft).state is TaskState.DONE
    assert library.fresh.template("golden") is not None
    assert not [v.name for v in library.fresh.san.volumes if v.name.endswith("-template")]


def test_the_snapshot_is_removed_when_packing_fails_too(library: Library) -> None:
    vm = library.cluster.vm("web1")
    plan = TemplateFromVm(vm.uuid, replace(NEW, name="golden"), snapshot=True).plan(library.fresh)
    library.files("san1")[f"{LIBRARY}/golden/left"] = "by somebody"
    assert library.runner.run(plan, library.cluster.context()).state is TaskState.FAILED
    assert not [v.name for v in library.fresh.san.volumes if v.name.endswith("-template")]


def test_verifying_names_the_server_whose_image_differs(library: Library) -> None:
    assert library.run(TemplateVerify("debian-12")).state is TaskState.DONE
    path = f"{LIBRARY}/debian-12/disk.raw.zst"
    library.files("san2")[path] = large_file("something else", 347_115_520)
    task = library.run(TemplateVerify("debian-12"))
    assert [step.title for step in task.failures if step.said] == [
        "Compare the image of debian-12 on san2 with its checksum"
    ]


def test_a_description_is_changed_on_both_servers_and_taken_back(library: Library) -> None:
    before = library.files("san1")[f"{LIBRARY}/debian-12/template.yaml"]
    now = library.fresh.template("debian-12")
    assert now is not None
    wanted = replace(now, title='Our "Debian" $HOME', min_memory_bytes=1 << 30)
    plan = TemplateEdit(wanted).plan(library.fresh)
    assert library.runner.run(plan, library.cluster.context()).state is TaskState.DONE
    changed = library.fresh.template("debian-12")
    assert changed is not None
    assert (changed.title, changed.reason) == ('Our "Debian" $HOME', "")
    assert not TemplateEdit(wanted).plan(library.fresh).steps
    other = replace(wanted, disk_bytes=1 << 30)
    assert codes(TemplateEdit(other), library.fresh) == ["changed"]
    # A later failure would take it back: the file as it was, comments and all.
    undo = plan.steps[0].undo[0]
    context = library.cluster.context()
    library.cluster.run("san1", undo.command, context, timeout_s=5.0, origin="", plan_id="")
    assert library.files("san1")[f"{LIBRARY}/debian-12/template.yaml"] == before


def test_a_template_is_deleted_with_its_name_typed(library: Library) -> None:
    plan = TemplateDelete("leap-15").plan(library.fresh)
    assert plan.confirm == "leap-15"
    assert library.runner.run(plan, library.cluster.context()).state is TaskState.DONE
    assert [one.name for one in library.fresh.templates] == ["debian-12"]
    assert library.folder("san2", "leap-15") == []
