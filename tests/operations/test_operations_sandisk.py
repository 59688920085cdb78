"""A LUN becomes a VM's disk at once and for good, on every host alike, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from labsan import HOSTS, IQN, WWID, lab_snapshot, without
from sanplans import codes, lines, sentence

from xenadmin_gui.domain.san import Lun, Multipath
from xenadmin_gui.domain.san import Path as SanPath
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Definition as Copy
from xenadmin_gui.domain.vm import Protection, Vm, VmDisk
from xenadmin_gui.operations.san.vmdisk import DiskAttach, DiskDetach, bus_of, free_target

NEW = "36001405ab00300000000000000000000"
UUID = "11111111-1111-4111-8111-111111111111"
XML = f"""<domain type="xen">
  <name>db1</name>
  <uuid>{UUID}</uuid>
  <memory>1048576</memory>
  <devices>
    <!-- by hand -->
    <disk type="block" device="disk">
      <source dev="/dev/mapper/root"/>
      <target dev="xvda" bus="xen"/>
    </disk>
    <odd setting="kept"/>
  </devices>
</domain>
"""
ROOT = VmDisk("xvda", "/dev/mapper/root", "xen", wwid="root")


def vm(origin: str = "libvirt", hosts: tuple[str, ...] = ("xen1",), **more: object) -> Vm:
    copies = tuple(Copy(host, origin, f"hash-{host}", XML) for host in hosts)
    base = Vm(UUID, "db1", VmState.RUNNING, "xen1", disks=(ROOT,), definitions=copies)
    return replace(base, **more)


def lab(machine: Vm, usable: int = 2) -> Snapshot:
    """The laboratory with that VM, and a second LUN that nobody uses."""
    snapshot = lab_snapshot()
    luns = (*snapshot.san.luns, Lun(NEW, IQN, 3, "/dev/drbd3", server="san1"))
    ready = (SanPath("sdc", "sana", "ready"),) * usable
    more = tuple(Multipath(host, NEW, ready) for host in HOSTS)
    san = replace(snapshot.san, luns=luns, multipaths=(*snapshot.san.multipaths, *more))
    return replace(snapshot, san=san, vms={**snapshot.vms, UUID: machine})


def test_a_running_vm_gets_the_disk_at_once_and_for_good() -> None:
    plan = DiskAttach(UUID, NEW).plan(lab(vm()))
    (line,) = lines(plan)
    assert line.startswith("xen1: virsh -c ")
    assert line.endswith(
        f"attach-disk --domain db1 --source /dev/mapper/{NEW} --target xvdb --live --config"
    )
    assert plan.steps[0].undo[0].command.argv[-3:] == ("xvdb", "--live", "--config")


def test_a_vm_that_is_off_gets_it_for_good_only() -> None:
    plan = DiskAttach(UUID, NEW).plan(lab(vm(state=VmState.OFF, host=None)))
    assert plan.steps[0].command.argv[-3:] == ("--target", "xvdb", "--config")


def test_a_protected_vm_gets_it_on_every_host() -> None:
    protected = vm("file", HOSTS, protection=Protection("vm_db1"))
    plan = DiskAttach(UUID, NEW, "xvdd").plan(lab(protected))
    assert [step.host for step in plan.steps] == ["xen1", "xen1", "xen2"]
    assert plan.steps[0].command.argv[-1] == "--live"
    for step in plan.steps[1:]:
        path, text = step.command.argv[-2:]
        assert path == f"/etc/xenadmin/domains/{UUID}.xml"
        assert f'<source dev="/dev/mapper/{NEW}"' in text
        assert "by hand" in text
        assert '<odd setting="kept"' in text
        assert step.undo[0].command.argv[-1] == XML


def test_every_host_with_a_definition_must_answer() -> None:
    protected = vm("file", HOSTS, protection=Protection("vm_db1"))
    assert "host" in codes(DiskAttach(UUID, NEW), without(lab(protected), "xen2"))


def test_a_lun_in_use_is_refused() -> None:
    draft = DiskAttach(UUID, WWID)
    assert codes(draft, lab(vm())) == ["in-use"]
    assert "web1" in sentence(draft, lab(vm()))


def test_a_lun_without_all_paths_is_refused() -> None:
    draft = DiskAttach(UUID, NEW)
    assert codes(draft, lab(vm(), usable=1)) == ["path-missing"]
    assert sentence(draft, lab(vm(), usable=1)) == f"xen1 has 1 of 2 paths to the LUN {NEW}."


@pytest.mark.parametrize("target", ["xvda", "floppy", "xvd1", "xvdaa"])
def test_a_bad_or_taken_name_is_refused(target: str) -> None:
    assert codes(DiskAttach(UUID, NEW, target), lab(vm())) == ["bad-target"]


def test_names_are_like_those_that_the_vm_has() -> None:
    assert (bus_of("vdb"), bus_of("sdz"), bus_of("xvdc"), bus_of("x")) == (
        "virtio",
        "scsi",
        "xen",
        "",
    )
    assert free_target(vm(disks=(VmDisk("vda", "/x"), VmDisk("vdb", "/y")), definitions=())) == (
        "vdc"
    )


def with_second() -> Vm:
    return vm(disks=(ROOT, VmDisk("xvdb", f"/dev/mapper/{NEW}", "xen", wwid=NEW)))


def test_a_disk_is_detached_where_it_was_attached() -> None:
    plan = DiskDetach(UUID, NEW).plan(lab(with_second()))
    (line,) = lines(plan)
    assert line.endswith("detach-disk --domain db1 --target xvdb --live --config")
    assert "unmount it" in plan.subjects[0].reason
    assert f"/dev/mapper/{NEW}" in plan.steps[0].undo[0].command.argv


def test_the_root_disk_stays_while_the_vm_runs() -> None:
    assert codes(DiskDetach(UUID, "root"), lab(vm())) == ["root-disk"]
    assert codes(DiskDetach(UUID, "root"), lab(vm(state=VmState.OFF, host=None))) == []


def test_a_paused_vm_is_left_alone() -> None:
    assert codes(DiskAttach(UUID, NEW), lab(vm(state=VmState.PAUSED))) == ["bad-state"]
