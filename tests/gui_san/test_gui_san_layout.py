"""Places in tall and small pictures; the box below them; the pages of replicas and volumes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import Lun, Multipath, Path, Replica, ReplicaSide, San, Volume
from xenadmin_gui.domain.snapshot import Finding, Snapshot
from xenadmin_gui.domain.states import Health, HostState, VmState
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.gui.pages.blocks import Facts, Findings, Meters
from xenadmin_gui.gui.pages.san_blocks import san_blocks
from xenadmin_gui.gui.pages.san_overview import replica_blocks, volume_blocks
from xenadmin_gui.gui.san.scene.chain_picture import picture_of
from xenadmin_gui.gui.san.scene.impact_box import ImpactBox
from xenadmin_gui.gui.san.scene.layout import lay_out
from xenadmin_gui.gui.san.scene.picture import Link, Node, Picture


def side(server: str, role: str = "Primary") -> ReplicaSide:
    return ReplicaSide(server, role, "UpToDate", "Connected", device="/dev/drbd1")


def snapshot_of(luns: int = 1, vms: int = 1) -> Snapshot:
    """Each LUN over a volume of its own that both servers have; VM n uses LUN n."""
    servers = {n: Server(n, frozenset({Role.SAN}), HostState.UP) for n in ("san1", "san2")}
    servers["xen1"] = Server("xen1", frozenset({Role.HOST}), HostState.UP)
    paths = (Path("sda", "a", "ready"), Path("sdb", "b", "ready"))
    san = San(
        luns=tuple(Lun(f"w{n}", "iqn", n, server="san1") for n in range(luns)),
        volumes=tuple(
            Volume(f"v{n}", "vg", 1 << 30, ("san1", "san2"), lun=f"w{n}") for n in range(luns)
        ),
        multipaths=tuple(Multipath("xen1", f"w{n}", paths) for n in range(luns)),
        active_server="san1",
    )
    machines = [
        Vm(
            f"u{n}",
            f"vm{n}",
            VmState.RUNNING,
            host="xen1",
            disks=(VmDisk("xvda", "/x", wwid=f"w{n}"),),
        )
        for n in range(vms)
    ]
    return Snapshot("c", servers=servers, vms={vm.uuid: vm for vm in machines}, san=san)


def fan(count: int) -> Picture:
    """Many boxes that lead to one."""
    nodes = tuple(Node(f"n{n}", "many", f"n{n}") for n in range(count))
    links = tuple(Link(node.id, "one") for node in nodes)
    return Picture((("many", ""), ("one", "")), (*nodes, Node("one", "one", "one")), links)


def test_what_many_lead_to_stands_on_the_first_screen() -> None:
    tall = lay_out(fan(100), sight=500.0)
    (one,) = [box for box in tall.boxes if box.node.id == "one"]
    assert tall.height > 2000
    assert one.y + one.height < 500


def test_what_fits_stands_in_the_middle() -> None:
    layout = lay_out(fan(5), sight=500.0)
    (one,) = [box for box in layout.boxes if box.node.id == "one"]
    (third,) = [box for box in layout.boxes if box.node.id == "n2"]
    assert one.y == third.y


def test_a_servers_chain_has_its_own_copies_only() -> None:
    picture = picture_of(snapshot_of(), Key(Kind.SAN_SERVER, "san2"))
    assert [n.title for n in picture.nodes if n.column == "server"] == ["san2"]


def test_a_hosts_chain_has_the_devices_that_its_vms_use() -> None:
    picture = picture_of(snapshot_of(luns=9, vms=2), Key(Kind.HOST, "xen1"))
    assert len([n for n in picture.nodes if n.column == "device"]) == 2


def test_a_small_map_names_the_vms_beside_one_another() -> None:
    layout = lay_out(picture_of(snapshot_of(vms=6), Key(Kind.CLUSTER, "c")))
    small = [box for box in layout.boxes if box.host]
    (host,) = [box for box in layout.boxes if box.node.column == "host" and not box.host]
    assert all(box.node.is_named for box in small)
    assert len({(box.x, box.y) for box in small}) == 6
    assert all(box.x + box.width <= host.x + host.width for box in small)
    assert all(box.y + box.height <= host.y + host.height for box in small)


def test_the_box_below_forgets_what_it_said_before(qtbot: QtBot) -> None:
    box = ImpactBox()
    qtbot.addWidget(box)
    for name in ("san1", "san2"):
        box.show_impact(snapshot_of(), Node("n", "server", name, key=Key(Kind.SAN_SERVER, name)))

    def said() -> str:
        return " ".join(lb.text() for lb in box.findChildren(QLabel) if not lb.isHidden())

    qtbot.waitUntil(lambda: "san2" in said())
    assert "san1" not in said()


def test_a_replicas_page_says_what_each_side_means() -> None:
    alone = replace(side("san1"), connection="StandAlone")
    blocks = replica_blocks(snapshot_of(), Replica("r0", (alone, side("san2", "Secondary"))))
    (facts,) = [b for b in blocks if isinstance(b, Facts) and b.title == "What that means"]
    assert [fact.label for fact in facts.facts] == ["san1", "san2"]
    assert "Compare both sides first" in facts.facts[0].value


def test_a_volumes_page_shows_how_full_its_snapshots_are() -> None:
    whole = snapshot_of()
    snap = Volume("snap", "vg", 1 << 30, snapshot_of="v0", snapshot_percent=85.0)
    san = replace(whole.san, volumes=(*whole.san.volumes, snap))
    blocks = volume_blocks(replace(whole, san=san), san.volumes[0])
    (meters,) = [b for b in blocks if isinstance(b, Meters)]
    assert [(meter.label, meter.used) for meter in meters.meters] == [("snap", 0.85)]


def test_the_san_page_says_which_host_lost_a_path() -> None:
    lost = Finding("path-lost", Health.DEGRADED, Key(Kind.HOST, "xen1"), "Paths are lost.")
    blocks = san_blocks(replace(snapshot_of(), findings=(lost,)))
    assert [b.findings for b in blocks if isinstance(b, Findings)] == [(lost,)]


def test_the_side_of_a_server_that_does_not_answer_is_drawn_broken() -> None:
    whole = snapshot_of()
    dead = replace(whole.servers["san2"], state=HostState.UNREACHABLE)
    volume = replace(whole.san.volumes[0], servers=("san1",), replica="r0")
    replica = Replica("r0", (side("san1"),), unasked=("san2",))
    lun = replace(whole.san.luns[0], device="/dev/drbd1")
    san = replace(whole.san, luns=(lun,), volumes=(volume,), replicas=(replica,))
    picture = picture_of(
        replace(whole, san=san, servers={**whole.servers, "san2": dead}), Key(Kind.VM, "u0")
    )
    copies = {node.note[-4:]: node.health for node in picture.nodes if node.column == "volume"}
    assert copies == {"san1": Health.OK, "san2": Health.UNKNOWN}
    assert {link.reason for link in picture.links if link.source == "replica r0"} == {
        "",
        "unreachable",
    }
