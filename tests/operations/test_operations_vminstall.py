"""New VMs: what is refused, what is planned, and that a failure anywhere leaves nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from newvms import GIB, new_vm, traces
from sanplans import codes, lines
from simcluster import SimCluster, few_guests
from test_operations_cutoff import in_a_process_of_its_own

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.guestfiles import guest_work
from xenadmin_gui.domain.host import Bridge
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind, VmState
from xenadmin_gui.domain.template import Boot, Template
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.preview import preview
from xenadmin_gui.operations.runner import Choice, Runner
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vmedit.definition import Definition
from xenadmin_gui.operations.vminstall.clone import VmClone
from xenadmin_gui.operations.vminstall.install import NewVm, VmInstall, guest_disk
from xenadmin_gui.operations.vminstall.newdefinition import (
    Machine,
    Source,
    addresses_of,
    definition_text,
    origin_of,
)

EVERY = int(os.environ.get("XENADMIN_CUT_EVERY", "31"))
FIXED = GuestNic("xenbr0", address="10.20.0.91/24", gateway="10.20.0.1", dns=("10.20.0.2",))
PROTECTED = VmInstall((new_vm("new1", nics=(FIXED,)),), "debian-12")
PLAIN = VmInstall((new_vm("new1", protect=False, nics=(FIXED,)),), "leap-15")


def changed(**more: Any) -> VmInstall:
    return VmInstall((new_vm("new1", **more),), "debian-12")


def test_a_good_draft_has_no_problems(snapshot: Snapshot) -> None:
    assert PROTECTED.problems(snapshot) == ()
    assert PLAIN.problems(snapshot) == ()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"name": "web1"}, "name-taken"),
        ({"name": "it's"}, "bad-name"),
        ({"name": ""}, "bad-name"),
        ({"uuid": "1-2"}, "bad-uuid"),
        ({"vcpus": 0}, "bad-vcpus"),
        ({"vcpus": 500}, "bad-vcpus"),
        ({"memory_bytes": 16 * 1024**2}, "bad-memory"),
        ({"memory_bytes": GIB + 1}, "bad-memory"),
        ({"memory_bytes": 900 * GIB}, "no-memory"),
        ({"disk_bytes": GIB}, "bad-disk"),
        ({"disk_bytes": 9000 * GIB}, "group-full"),
        ({"host": "xen9"}, "no-such-host"),
        ({"title": "a\nb"}, "bad-title"),
        ({"nics": (GuestNic("br 0"),)}, "bad-bridge"),
        ({"nics": (GuestNic("lan"),)}, "no-bridge"),
        ({"nics": (GuestNic("dmz"),), "host": "xen4"}, "no-bridge"),
        ({"nics": (GuestNic("xenbr0", mac="01:00:00:00:00:01"),)}, "bad-mac"),
        ({"nics": (GuestNic("xenbr0", address="10.0.0.5"),)}, "bad-address"),
        ({"nics": (GuestNic("xenbr0", address="x/24"),)}, "bad-address"),
        ({"nics": (GuestNic("xenbr0", address="10.0.0.5/24", gateway="10.9.0.1"),)}, "bad-gateway"),
        ({"nics": (GuestNic("xenbr0", dns=("x",)),)}, "bad-dns"),
        ({"guest": GuestSettings("a b")}, "bad-hostname"),
        ({"guest": GuestSettings("a", user="x y")}, "bad-user"),
        ({"guest": GuestSettings("a", timezone="../../etc/passwd")}, "bad-timezone"),
        ({"guest": GuestSettings("a", packages=("-rf",))}, "bad-package"),
        ({"guest": GuestSettings("a", password_hash="secret")}, "bad-password"),
        ({"guest": GuestSettings("a", ssh_keys=("no key\n",))}, "bad-ssh-key"),
        ({"guest": GuestSettings("a", first_boot="echo")}, "bad-first-boot"),
    ],
)
def test_what_cannot_be_is_told_with_its_code(
    snapshot: Snapshot, more: dict[str, Any], code: str
) -> None:
    found = codes(changed(**more), snapshot)
    assert code in found
    assert set(found) <= {code, "bad-hostname"}


def test_all_obstacles_are_told_at_once(snapshot: Snapshot) -> None:
    draft = VmInstall((new_vm("web1", vcpus=0, host="xen9", disk_bytes=GIB),), "nope")
    found = codes(draft, snapshot)
    assert {"no-template", "name-taken", "bad-vcpus", "no-such-host"} <= set(found)


def test_names_addresses_and_macs_are_each_given_once(snapshot: Snapshot) -> None:
    card = GuestNic("xenbr0", "00:16:3e:00:11:22", "10.0.0.5/24")
    twins = (new_vm("a", nics=(card,)), replace(new_vm("a", nics=(card,)), uuid=new_vm("b").uuid))
    found = codes(VmInstall(twins, "debian-12"), snapshot)
    assert {"name-twice", "mac-twice", "address-twice"} <= set(found)


def test_the_macs_of_others_are_taken(snapshot: Snapshot) -> None:
    mac = snapshot.vms_named("web1")[0].nics[0].mac
    assert "mac-taken" in codes(changed(nics=(GuestNic("xenbr0", mac.upper()),)), snapshot)


def test_memory_counts_for_all_of_them_together(snapshot: Snapshot) -> None:
    most = max(h.memory_free_bytes or 0 for h in snapshot.hosts)
    large = (most * 3 // 5) // GIB * GIB
    one, two = (new_vm(name, memory_bytes=large, host="xen4") for name in ("a", "b"))
    assert codes(VmInstall((one,), "debian-12"), snapshot) == []
    assert codes(VmInstall((one, two), "debian-12"), snapshot) == ["no-memory"]
    off = replace(two, start=False)
    assert codes(VmInstall((one, off), "debian-12"), snapshot) == []


def test_a_bridge_that_some_hosts_lack_leads_to_the_others(snapshot: Snapshot) -> None:
    cards = (GuestNic("dmz"),)
    assert codes(changed(nics=cards, host="xen4", start=False), snapshot) == []
    able = (s for s in snapshot.hosts if s.has_bridge("dmz"))
    where = max(able, key=lambda s: s.memory_free_bytes or 0).name
    assert where != max(snapshot.hosts, key=lambda s: s.memory_free_bytes or 0).name
    protected = lines(changed(nics=cards).plan(snapshot))
    assert any("rsc_location" in line and f'node="{where}"' in line for line in protected)
    plain = lines(changed(nics=cards, protect=False).plan(snapshot))
    assert any(line.startswith(f"{where}: virsh") and " start " in line for line in plain)
    blind = {n: replace(s, bridges=None) for n, s in snapshot.servers.items()}
    unknown = replace(snapshot, servers=blind)
    assert codes(changed(nics=(GuestNic("lan"),), host="xen4"), unknown) == []


def test_a_card_in_a_bridge_of_open_vswitch_says_so(snapshot: Snapshot) -> None:
    ovs = (Bridge("xenbr0", is_ovs=True),)
    hosts = {s.name: replace(s, bridges=ovs) for s in snapshot.hosts}
    changed = replace(snapshot, servers={**snapshot.servers, **hosts})
    new = new_vm("new1", nics=(GuestNic("xenbr0", "00:16:3e:00:00:01"),))
    machine = Machine(VmKind.PVH, Boot(), Source("t", guest_disk(snapshot.templates[0])))
    assert "openvswitch" in definition_text(changed, new, machine, ("36001",))
    assert "openvswitch" not in definition_text(snapshot, new, machine, ("36001",))
    tagged = replace(new, nics=(replace(new.nics[0], vlan=42),))
    assert '<tag id="42" />' in definition_text(changed, tagged, machine, ("36001",))
    draft = VmInstall((tagged,), "debian-12")
    assert codes(draft, changed) == []
    assert codes(draft, snapshot) == ["bad-vlan"]
    assert codes(
        VmInstall((replace(new, nics=(replace(new.nics[0], vlan=4095),)),), "debian-12"), changed
    ) == ["bad-vlan"]


def test_a_template_with_a_reason_or_elsewhere_is_refused(snapshot: Snapshot) -> None:
    def with_template(**changes: Any) -> Snapshot:
        made = (replace(t, **changes) for t in snapshot.templates)
        return replace(snapshot, templates=tuple(made))

    assert codes(PROTECTED, with_template(reason="Its image is gone.")) == ["bad-template"]
    assert codes(PROTECTED, with_template(servers=("san2",))) == ["template-elsewhere"]
    assert codes(PROTECTED, with_template(min_memory_bytes=2 * GIB)) == ["bad-memory"]
    assert codes(PROTECTED, with_template(kind=VmKind.KVM)) == ["hypervisor"]
    packages = changed(guest=GuestSettings("a", packages=("vim",)))
    assert codes(packages, with_template(customise="files")) == ["no-cloud-init"]


def test_a_plan_is_the_same_each_time_but_for_its_id(snapshot: Snapshot) -> None:
    one, two = PROTECTED.plan(snapshot), PROTECTED.plan(snapshot)
    assert one.take_back_failed
    assert lines(one) == [line.replace(two.id[:12], one.id[:12]) for line in lines(two)]
    shown = preview(one, snapshot)
    assert shown.plan is one
    assert all(step.unit.endswith(f"-{step.number}") for step in one.steps if step.unit)


def test_several_share_no_number_no_name_and_no_unit(snapshot: Snapshot) -> None:
    plan = VmInstall(tuple(new_vm(f"n{i}") for i in range(4)), "debian-12").plan(snapshot)
    units = [step.unit for step in plan.steps if step.unit]
    assert len(units) == len(set(units)) == 8
    texts = " ".join(lines(plan))
    for word in ("minor 17", "minor 18", "minor 19", "minor 20"):
        assert word in texts
    assert [step.number for step in plan.steps] == list(range(1, len(plan.steps) + 1))


@pytest.mark.parametrize(
    ("kind", "boot", "wanted"),
    [
        (VmKind.PVH, Boot("grub-pvh"), ["xenpvh", "grub-i386-xen_pvh.bin", 'bus="xen"']),
        (VmKind.PVH, Boot("kernel", "/k", "/i", "root=x"), ["<kernel>/k<", "<cmdline>root=x<"]),
        (VmKind.PV, Boot("pygrub"), ["<bootloader>pygrub<", ">linux<"]),
        (VmKind.HVM, Boot("firmware"), ["hvmloader", '<boot dev="hd"', "<acpi"]),
        (VmKind.KVM, Boot("firmware"), ['type="kvm"', 'bus="virtio"', '<model type="virtio"']),
    ],
)
def test_a_definition_fits_its_kind(
    snapshot: Snapshot, kind: VmKind, boot: Boot, wanted: list[str]
) -> None:
    new = replace(
        new_vm("a<b", title="it's & more"),
        tags=("Web", "a"),
        nics=(replace(FIXED, mac="00:16:3e:1:1:1"),),
    )
    source = Source("t", guest_disk(Template("t", partition=3)))
    text = definition_text(snapshot, new, Machine(kind, boot, source), ("3600abc",))
    definition = Definition(text)
    assert (definition.name, definition.uuid, definition.kind) == ("a<b", new.uuid, kind)
    assert (definition.vcpus, definition.memory_bytes) == (1, GIB)
    for word in (*wanted, "it's &amp; more", "3600abc", "xenadmin:origin"):
        assert word in text
    assert definition.tags == ("a", "web")
    assert origin_of(text) == source
    assert addresses_of(text) == ("10.20.0.91/24",)


def test_a_vm_without_a_template_begins_with_a_cd(snapshot: Snapshot) -> None:
    draft = VmInstall((new_vm("new1"),), iso="/srv/iso/net'inst.iso")
    plan = draft.plan(snapshot)
    text = "\n".join(lines(plan))
    assert "unshare" not in text
    assert "sha256sum" not in text
    (xml,) = {s.command.argv[-1] for s in plan.steps if "<domain" in s.command.argv[-1]}
    assert Definition(xml).kind is VmKind.HVM
    assert "/srv/iso/net'inst.iso" in xml
    assert xml.index('<boot dev="hd"') < xml.index('<boot dev="cdrom"')
    assert "bad-iso" in codes(replace(draft, iso="a.iso"), snapshot)
    assert "bad-source" in codes(replace(draft, template="leap-15"), snapshot)


def test_the_guest_is_told_what_was_filled_in(snapshot: Snapshot) -> None:
    text = "\n".join(lines(PROTECTED.plan(snapshot)))
    template = next(t for t in snapshot.templates if t.name == "debian-12")
    (new,) = PROTECTED.vms
    words = guest_work(guest_disk(template), new.guest, (), new.uuid)
    assert "nosuid,nodev,noexec" in text
    assert "unshare --mount --propagation private" in text
    assert all(word.split("\n")[0].split("'")[0] in text for word in words)


class FailingCluster(SimCluster):
    """Refuses the next command that a plan sends, once."""

    fails = True

    def run(self, host: str, command: Command, *args: Any, **more: Any) -> CommandResult:
        asks = ("systemctl", "journalctl", "test", "grep", "sh")
        if self.fails and command.argv[0] not in asks:
            self.fails = False
            return CommandResult(host, command, 1, "", "refused by the test")
        if self.fails and command.argv[0] == "sh" and 'mv -f "$1.new"' in command.argv[2]:
            self.fails = False
            return CommandResult(host, command, 1, "", "refused by the test")
        return super().run(host, command, *args, **more)


class StepJournal(Journal):
    """Keeps a copy of the place each time that a step is about to begin."""

    def __init__(self, place: Path, cluster: SimCluster, copies: Path) -> None:
        self._place, self._copies, self._number = place, copies, 0
        super().__init__(place / "journal.db", clock=cluster.clock)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._number += 1
        if self._number % EVERY == EVERY // 2:
            shutil.copytree(self._place, self._copies / str(self._number))
        with super()._transaction() as connection:
            yield connection


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Install once, protected and not; each leaves copies of what a killed program leaves."""
    places = {}
    for name, draft in (("protected", PROTECTED), ("plain", PLAIN)):
        place = places[name] = tmp_path_factory.mktemp(name)

        def work(place: Path = place, draft: VmInstall = draft) -> None:
            (place / "now" / "world").mkdir(parents=True)
            cluster = SimCluster(place / "now" / "world", few_guests("test3", "web1"))
            (place / "before").write_text(repr(traces(cluster, "new1")))
            journal = StepJournal(place / "now", cluster, place)
            task = Runner(cluster, journal).run(draft.plan(cluster.snapshot), cluster.context())
            assert task.state is TaskState.DONE, task
            (place / "after").write_text(repr(traces(cluster, "new1")))
            journal.close()
            cluster.close()

        assert in_a_process_of_its_own(work) == 0
    return places


def take_up(place: Path, choice: Choice, kind: type[SimCluster]) -> tuple[TaskState | None, str]:
    """Take the interrupted task up in a copy of ``place``; None when there is none."""
    copy = place.with_name(f"{place.name}-{choice}-{kind.__name__}")
    shutil.copytree(place, copy)
    cluster = kind(copy / "world")
    journal = Journal(copy / "journal.db", clock=cluster.clock)
    try:
        found = journal.interrupted()
        if not found:
            return None, ""
        task = Runner(cluster, journal).resume(found[0].id, choice, cluster.context())
        if isinstance(cluster, FailingCluster) and cluster.fails:
            return None, ""
        said = "" if task.state is not TaskState.FAILED else task.reason
        left = repr(traces(cluster, "new1"))
        return task.state, left if "half made" not in said else f"{said} {left}"
    finally:
        journal.close()
        cluster.close()
        shutil.rmtree(copy)


def copies(place: Path) -> list[Path]:
    return sorted((p for p in place.iterdir() if p.name.isdecimal()), key=lambda p: int(p.name))


@pytest.mark.parametrize("how", ["protected", "plain"])
def test_what_was_killed_anywhere_is_brought_to_its_end(begun: dict[str, Path], how: str) -> None:
    ends = [(p.name, *take_up(p, Choice.CONTINUE, SimCluster)) for p in copies(begun[how])]
    whole = (begun[how] / "after").read_text()
    wrong = [end for end in ends if end[1] is not None and end[1:] != (TaskState.DONE, whole)]
    assert wrong == []
    assert len(ends) > 1


@pytest.mark.parametrize("how", ["protected", "plain"])
def test_what_was_killed_anywhere_is_rolled_back_without_a_trace(
    begun: dict[str, Path], how: str
) -> None:
    ends = [(p.name, *take_up(p, Choice.ROLL_BACK, SimCluster)) for p in copies(begun[how])]
    before = (begun[how] / "before").read_text()
    wanted = (TaskState.ROLLED_BACK, before)
    assert [end for end in ends if end[1] is not None and end[1:] != wanted] == []


@pytest.mark.parametrize("how", ["protected", "plain"])
def test_a_failure_at_any_step_leaves_no_trace(begun: dict[str, Path], how: str) -> None:
    ends = [(p.name, *take_up(p, Choice.CONTINUE, FailingCluster)) for p in copies(begun[how])]
    before, whole = ((begun[how] / name).read_text() for name in ("before", "after"))
    allowed = ((TaskState.FAILED, before), (TaskState.DONE, whole))
    assert [end for end in ends if end[1] is not None and end[1:] not in allowed] == []
    assert any(end[1] is TaskState.FAILED for end in ends)


def clone_of(name: str, new: NewVm, **more: Any) -> tuple[Snapshot, VmClone, SimCluster]:
    cluster = SimCluster()
    vm = cluster.vm(name)
    return cluster.snapshot, VmClone(vm.uuid, new, **more), cluster


def test_only_what_is_off_and_known_is_cloned(snapshot: Snapshot) -> None:
    running = next(
        v for v in snapshot.vms.values() if v.state is VmState.RUNNING and len(v.disks) == 1
    )
    draft = VmClone(running.uuid, new_vm("copy", disk_bytes=200 * GIB))
    assert set(codes(draft, snapshot)) == {"not-off", "no-origin"}
    off = replace(running, state=VmState.OFF, host=None, protection=None)
    still = replace(snapshot, vms={**snapshot.vms, off.uuid: off})
    assert codes(draft, still) == ["no-origin"]
    assert codes(replace(draft, as_it_is=True), still) == []
    assert codes(replace(draft, template="debian-12"), still) == []
    assert codes(replace(draft, template="nope"), still) == ["no-template"]
    small = replace(draft, as_it_is=True, new=new_vm("copy", disk_bytes=GIB))
    assert codes(small, still) == ["bad-disk"]
    assert codes(VmClone("no", new_vm("copy")), still) == ["no-such-vm"]
    text = "\n".join(lines(replace(draft, template="leap-15").plan(still)))
    assert "dd if=" in text
    assert "unshare" in text
