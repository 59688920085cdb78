"""Tags, CDs, buses of disks and VLANs: what of a VM changes besides its size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from simcluster import SimCluster, settled

from xenadmin_gui.domain.guest import GuestSettings
from xenadmin_gui.domain.guestfiles import GuestDisk
from xenadmin_gui.domain.host import Bridge
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import Boot
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.operations.journal import Journal
from xenadmin_gui.operations.plan import Verdict
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text
from xenadmin_gui.operations.runner import Runner
from xenadmin_gui.operations.san.vmdisk import DiskAttach, free_target
from xenadmin_gui.operations.tasks import TaskState
from xenadmin_gui.operations.vm import VmDraft, VmVerb
from xenadmin_gui.operations.vmedit.cards import fit_port, set_vlan
from xenadmin_gui.operations.vmedit.definition import Definition, Nic, definition_of
from xenadmin_gui.operations.vmedit.drives import bus_target, cd_drives, set_bus, set_cd
from xenadmin_gui.operations.vmedit.edit import VmEdit
from xenadmin_gui.operations.vminstall.clone import VmClone
from xenadmin_gui.operations.vminstall.install import NewVm, new_uuid
from xenadmin_gui.operations.vminstall.newdefinition import Machine, Source, definition_text
from xenadmin_gui.operations.vmlife.owndisks import own_disks

ISO = "/srv/iso/it's a CD.iso"
HVM = "erp"


def codes(sim: SimCluster, draft: VmEdit) -> list[str]:
    return [problem.code for problem in draft.problems(sim.snapshot)]


def now(vm: Vm) -> Definition:
    definition = definition_of(vm)
    assert definition is not None
    return definition


def running_cds(sim: SimCluster) -> dict[str, str]:
    vm = sim.vm(HVM)
    run = sim.world.state.runs[vm.host or ""][vm.uuid]
    return cd_drives(Definition(run.xml))


def give_iso(sim: SimCluster, *, but: str = "") -> None:
    for name, machine in sim.world.state.machines.items():
        if name != but:
            machine.files[ISO] = "an image"


def test_tags_come_go_and_count_while_it_runs(sim: SimCluster, journal: Journal) -> None:
    for name in ("web1", "test3"):
        uuid = sim.vm(name).uuid
        settled(sim, journal, VmEdit(uuid, add_tags=("Web", "env:prod"), delete_protection=True))
        vm = sim.vm(name)
        assert vm.tags == ("env:prod", "web")
        assert len({copy.sha256 for copy in vm.definitions}) == 1
        assert now(vm).is_kept
        again = VmEdit(uuid, add_tags=("web",), remove_tags=("other",)).plan(sim.snapshot)
        assert again.subjects[0].verdict is Verdict.ALREADY
        settled(sim, journal, VmEdit(uuid, remove_tags=("WEB", "env:prod")))
        assert sim.vm(name).tags == ()
        assert "urn:xenadmin:tags" not in sim.vm(name).definitions[0].xml
    assert codes(sim, VmEdit(uuid, add_tags=("two words", "", "x" * 64))) == ["bad-tag"] * 3


def test_a_cd_is_put_in_changed_and_ejected(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm(HVM)
    assert codes(sim, VmEdit(vm.uuid, cd="")) == ["no-cd-drive"]
    give_iso(sim)
    first = VmEdit(vm.uuid, cd=ISO, live=True)
    plan = first.plan(sim.snapshot)
    assert "until its next start" in plan.subjects[0].reason
    assert plan_from_text(plan_to_text(plan)) == plan
    settled(sim, journal, first)
    assert cd_drives(now(sim.vm(HVM))) == {"hdc": ISO}
    assert running_cds(sim) == {}
    settled(sim, journal, VmDraft(VmVerb.SHUTDOWN, (vm.uuid,)))
    settled(sim, journal, VmDraft(VmVerb.START, (vm.uuid,)))
    assert running_cds(sim) == {"hdc": ISO}
    eject = VmEdit(vm.uuid, cd="", live=True)
    assert eject.plan(sim.snapshot).subjects[0].reason == "Live: CD."
    settled(sim, journal, eject)
    assert running_cds(sim) == {"hdc": ""}
    assert cd_drives(now(sim.vm(HVM))) == {"hdc": ""}
    settled(sim, journal, first)
    assert running_cds(sim) == {"hdc": ISO}
    assert len({copy.sha256 for copy in sim.vm(HVM).definitions}) == 1


def test_what_waits_for_the_next_start_is_said_until_then(
    sim: SimCluster, journal: Journal
) -> None:
    vm = sim.vm("web1")
    assert vm.at_next_start == ()
    change = VmEdit(vm.uuid, vcpus=3, title="Front", add_nics=(Nic("", "dmz"),))
    settled(sim, journal, change)
    assert sim.vm("web1").at_next_start == ("processors", "network cards")
    settled(sim, journal, VmDraft(VmVerb.SHUTDOWN, (vm.uuid,)))
    assert sim.vm("web1").at_next_start == ()
    settled(sim, journal, VmDraft(VmVerb.START, (vm.uuid,)))
    assert (sim.vm("web1").vcpus, sim.vm("web1").at_next_start) == (3, ())


def test_a_cd_has_to_be_on_every_host(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm(HVM)
    missing = vm.defined_on[-1]
    give_iso(sim, but=missing)
    before = {copy.sha256 for copy in vm.definitions}
    plan = VmEdit(vm.uuid, cd=ISO).plan(sim.snapshot)
    task = Runner(sim, journal).run(plan, sim.context())
    assert task.state is TaskState.FAILED
    assert f"{missing} has no file" in task.failures[0].said
    assert {copy.sha256 for copy in sim.vm(HVM).definitions} == before


def test_only_a_vm_with_a_firmware_has_cds_and_buses(sim: SimCluster) -> None:
    web, erp = sim.vm("web1"), sim.vm(HVM)
    disk = web.disks[0].source
    assert codes(sim, VmEdit(web.uuid, cd=ISO)) == ["no-cd-drive"]
    assert codes(sim, VmEdit(web.uuid, buses=(("xvda", "ide"),))) == ["no-bus"]
    assert codes(sim, VmEdit(erp.uuid, cd=disk)) == ["in-use"]
    assert codes(sim, VmEdit(erp.uuid, cd="a.iso")) == ["bad-cd"]
    assert codes(sim, VmEdit(erp.uuid, cd=ISO, drive="hdz")) == ["no-cd-drive"]
    assert codes(sim, VmEdit(erp.uuid, buses=(("xvda", "usb"),))) == ["no-bus"]
    assert codes(sim, VmEdit(erp.uuid, buses=(("xvdz", "ide"),))) == ["no-disk"]


def test_a_disk_is_on_another_bus_at_the_next_start(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm(HVM)
    draft = VmEdit(vm.uuid, buses=(("xvda", "ide"),))
    assert "fstab" in draft.plan(sim.snapshot).subjects[0].reason
    settled(sim, journal, draft)
    after = sim.vm(HVM)
    assert now(after).disks() == {"hda": vm.disks[0].source} | {
        d.target: d.source for d in vm.disks[1:]
    }
    assert len({copy.sha256 for copy in after.definitions}) == 1
    assert codes(sim, draft) == ["no-disk"]


def test_a_vlan_is_for_cards_on_an_open_vswitch(sim: SimCluster, journal: Journal) -> None:
    vm = sim.vm("web1")
    (card,) = vm.nics
    draft = VmEdit(vm.uuid, vlans=((card.mac, 42),))
    assert codes(sim, draft) == ["bad-vlan"]
    switched = with_switch(sim.snapshot, card.bridge)
    assert [p.code for p in replace(draft, vlans=((card.mac, 5000),)).problems(switched)] == [
        "bad-vlan"
    ]
    live = VmEdit(vm.uuid, add_nics=(Nic("", card.bridge),), live=True)
    assert [p.code for p in live.problems(switched)] == ["no-live-switch"]
    plan = draft.plan(switched)
    assert Runner(sim, journal).run(plan, sim.context()).state is TaskState.DONE
    text = sim.vm("web1").definitions[0].xml
    assert '<vlan><tag id="42"' in text
    assert '<virtualport type="openvswitch"' in text
    new = VmEdit(vm.uuid, add_nics=(Nic("", card.bridge, vlan=7),))
    after = Definition(new.text_after(switched, text))
    assert [nic.vlan for nic in after.nics()] == [42, 7]
    assert after.text.count("openvswitch") == 2


def with_switch(snapshot: Snapshot, bridge: str) -> Snapshot:
    """Return the cluster with the bridge being an Open vSwitch on every host."""
    changed = {
        name: replace(server, bridges=(Bridge(bridge, is_ovs=True),))
        for name, server in snapshot.servers.items()
        if server in snapshot.hosts
    }
    return replace(snapshot, servers={**snapshot.servers, **changed})


def definition(kind: str = "hvm", machine: str = "xenfv", disks: str = "") -> Definition:
    return Definition(
        f"<domain type='xen'><name>a</name><os><type machine='{machine}'>{kind}</type></os>"
        f"<devices>\n    {disks}\n    <odd/>\n  </devices></domain>"
    )


def test_a_new_drive_keeps_out_of_the_way_of_disks() -> None:
    three = "".join(f"<disk><target dev='xvd{letter}'/></disk>" for letter in "abc")
    fits = definition(disks=three)
    set_cd(fits, "/a.iso")
    assert cd_drives(fits) == {"hdd": "/a.iso"}
    set_cd(fits, "/dev/mapper/3600")
    assert 'type="block"' in fits.text
    assert cd_drives(fits) == {"hdd": "/dev/mapper/3600"}
    assert bus_target(fits, "xvdc", "ide") == "hdc"
    assert bus_target(fits, "xvdc", "scsi") == "sdc"
    full = definition(
        disks=three + "<disk><target dev='hdd'/></disk><disk><target dev='sda'/></disk>"
    )
    assert bus_target(full, "sda", "ide") == ""
    set_bus(full, "sda", "ide")
    assert "sda" in full.disks()


def test_no_disk_takes_the_place_of_the_cd(sim: SimCluster) -> None:
    vm = sim.vm(HVM)
    with_cd = replace(vm, disks=(*vm.disks, VmDisk("hdb", ISO, "ide", device="cdrom")))
    assert free_target(with_cd) == "xvdc"
    alone = replace(sim.snapshot, vms={vm.uuid: with_cd})
    lun = next(lun.wwid for lun in alone.san.luns if lun.wwid not in wwids(vm))
    found = DiskAttach(vm.uuid, lun, "xvdb").problems(alone)
    assert "bad-target" in [problem.code for problem in found]
    machine = Machine(VmKind.HVM, Boot("firmware"), Source("", GuestDisk()), iso=ISO)
    wwids_ = tuple(f"3600{number}" for number in range(4))
    text = definition_text(sim.snapshot, new_vm("many"), machine, wwids_)
    assert list(Definition(text).disks()) == ["xvda", "xvdb", "xvdd", "xvde", "hdc"]


def new_vm(name: str) -> NewVm:
    return NewVm(
        name=name, uuid=new_uuid(), vcpus=1, memory_bytes=1024**3, disk_bytes=1024**4, nics=(),
        guest=GuestSettings(name),
    )  # fmt: skip


def test_what_is_odd_of_a_disk_survives_another_bus() -> None:
    kept = "<driver name='phy'/><target dev='xvda' bus='xen'/><boot order='1'/><odd a='b'/>"
    one = definition(disks=f"<disk>{kept}<address type='drive'/></disk>")
    set_bus(one, "xvda", "scsi")
    assert "address" not in one.text
    for left in ('name="phy"', 'order="1"', 'a="b"', 'dev="sda" bus="scsi"'):
        assert left in one.text


def test_a_card_becomes_the_port_that_its_bridge_needs() -> None:
    mac = "00:16:3e:00:00:01"
    one = definition()
    one.add_nic(Nic(mac, "ovs0"))
    fit_port(one, mac, {"ovs0": True})
    set_vlan(one, mac, 7)
    one.set_bridge(mac, "new0")
    fit_port(one, mac, {"ovs0": True})
    assert "openvswitch" in one.text
    one.set_bridge(mac, "xenbr0")
    fit_port(one, mac, {"xenbr0": False})
    assert "openvswitch" not in one.text
    assert "vlan" not in one.text


def test_a_cd_neither_hinders_a_clone_nor_goes_with_its_vm(sim: SimCluster) -> None:
    vm, spare = sim.vm(HVM), sim.snapshot.san.luns[0].wwid
    cd = VmDisk("hdc", f"/dev/mapper/{spare}", "ide", True, spare, "cdrom")
    with_cd = replace(vm, disks=(*vm.disks, cd))
    vms = {key: one for key, one in sim.snapshot.vms.items() if spare not in wwids(one)}
    snapshot = replace(sim.snapshot, vms={**vms, vm.uuid: with_cd})
    own, stays = own_disks(snapshot, with_cd)
    assert [one.disk.target for one in own] == ["xvda"]
    assert stays == (f"hdc stays: /dev/mapper/{spare} is a CD.",)
    found = VmClone(vm.uuid, new_vm("erp2"), as_it_is=True).problems(snapshot)
    assert "not-on-san" not in [problem.code for problem in found]


def wwids(vm: Vm) -> set[str]:
    return {disk.wwid for disk in vm.disks}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (">2</vcpu>", ">two</vcpu>", "bad-vcpus"),
        ("</devices>", "<disk><target dev='xvda'/></disk></devices>", "bad-target"),
        ("</devices>", "<interface><mac address='{mac}'/></interface></devices>", "mac-taken"),
    ],
)
def test_a_whole_definition_is_looked_at(sim: SimCluster, old: str, new: str, code: str) -> None:
    vm, other = sim.vm("web1"), sim.vm("web2")
    text = Definition(vm.definitions[0].xml).text
    assert old in text
    draft = VmEdit(vm.uuid, xml=text.replace(old, new.format(mac=other.nics[0].mac)))
    assert code in codes(sim, draft)
    assert codes(sim, replace(draft, xml=text)) == []
