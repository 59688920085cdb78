"""The picture of the chain and of the map: places, breaks, keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.host import Role, Server
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.san import ClusterIp, Lun, Multipath, Path, San, Session
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmState
from xenadmin_gui.domain.vm import Vm, VmDisk
from xenadmin_gui.gui.pages.chain_page import ChainPage
from xenadmin_gui.gui.san.scene.chain_picture import picture_of
from xenadmin_gui.gui.san.scene.layout import lay_out
from xenadmin_gui.gui.san.scene.steps import step

WWID = "360014051"


def cluster(hosts: int = 2, vms: int = 1, state: str = "LOGGED_IN") -> Snapshot:
    """A small cluster; network b is in ``state`` on every host."""
    names = [f"xen{number}" for number in range(1, hosts + 1)]
    servers = {n: Server(n, frozenset({Role.HOST}), HostState.UP) for n in names}
    for name in ("san1", "san2"):
        servers[name] = Server(name, frozenset({Role.SAN}), HostState.UP)
    path = "ready" if state == "LOGGED_IN" else "faulty"
    paths = (Path("sda", "a", "ready"), Path("sdb", "b", path))
    disks = (VmDisk("xvda", "/dev/mapper/x", wwid=WWID),)
    machines = [
        Vm(f"u{n}", f"vm{n}", VmState.RUNNING, host=names[n % hosts], disks=disks)
        for n in range(vms)
    ]
    san = San(
        luns=(Lun(WWID, "iqn", 1, server="san1"),),
        multipaths=tuple(Multipath(name, WWID, paths) for name in names),
        sessions=tuple(
            Session(
                name, "iqn", f"10.0.{at}.1:3260", network, state if network == "b" else "LOGGED_IN"
            )
            for name in names
            for at, network in enumerate("ab")
        ),
        cluster_ips=(
            ClusterIp("10.0.0.1", "a", holder="san1"),
            ClusterIp("10.0.1.1", "b", holder="san1"),
        ),
        active_server="san1",
    )
    return Snapshot("c", servers=servers, vms={vm.uuid: vm for vm in machines}, san=san)


@pytest.mark.parametrize("hosts", [2, 16])
def test_no_line_crosses_a_box(hosts: int) -> None:
    snapshot = cluster(hosts, 200)
    for key in (Key(Kind.CLUSTER, "c"), Key(Kind.LUN, WWID), Key(Kind.VM, "u0")):
        layout = lay_out(picture_of(snapshot, key))
        assert layout.boxes
        assert layout.lines
        for line in layout.lines:
            for box in layout.boxes:
                overlaps = box.x < line.x2 and line.x1 < box.x + box.width
                assert not overlaps or box.node.id in (line.link.source, line.link.target)


def test_no_two_boxes_overlap() -> None:
    layout = lay_out(picture_of(cluster(16, 200), Key(Kind.LUN, WWID)))
    boxes = [box for box in layout.boxes if not box.host]
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_a_lost_session_is_a_gap_with_its_reason() -> None:
    picture = picture_of(cluster(state="FAILED"), Key(Kind.VM, "u0"))
    broken = [link for link in picture.links if link.reason]
    assert [(link.source, link.letter) for link in broken] == [("session xen1 b", "B")]


def test_a_whole_chain_has_no_gap() -> None:
    picture = picture_of(cluster(), Key(Kind.VM, "u0"))
    assert not [link for link in picture.links if link.reason]


def test_arrows_follow_the_lines() -> None:
    layout = lay_out(picture_of(cluster(), Key(Kind.VM, "u0")))
    columns = {box.node.id: box.node.column for box in layout.boxes}
    at = step(layout, None, "right")
    seen = []
    for _ in range(6):
        assert at is not None
        seen.append(columns[at])
        at = step(layout, at, "right")
    assert seen == ["disk", "device", "path", "session", "portal", "lun"]


def test_a_newer_picture_keeps_zoom_and_selection(qtbot: QtBot) -> None:
    page = ChainPage()
    qtbot.addWidget(page)
    page.show_object(cluster(), Key(Kind.VM, "u0"))
    page.picture.zoom_by(1.5)
    zoom = page.picture.zoom
    page.picture.choose(f"lun {WWID}")
    page.show_object(cluster(state="FAILED"), Key(Kind.VM, "u0"))
    assert page.picture.zoom == zoom
    assert page.picture.current == f"lun {WWID}"
    assert not page.impact.isHidden()


def test_a_picture_fits_its_place_until_somebody_zooms(qtbot: QtBot) -> None:
    page = ChainPage()
    qtbot.addWidget(page)
    page.resize(2000, 400)
    page.show()
    page.show_object(cluster(), Key(Kind.VM, "u0"))
    assert page.picture.zoom == 1.0
    page.resize(400, 400)
    qtbot.waitUntil(lambda: page.picture.zoom < 1.0)
    assert "80 %" in [button.text() for button in page.findChildren(QToolButton)]
    page.picture.reset_zoom()
    page.resize(500, 400)
    assert page.picture.zoom == 1.0


def test_return_opens_the_selected_box(qtbot: QtBot) -> None:
    page = ChainPage()
    qtbot.addWidget(page)
    page.show_object(cluster(), Key(Kind.VM, "u0"))
    page.picture.choose(f"lun {WWID}")
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.picture, Qt.Key.Key_Return)
    assert opened.args == [Key(Kind.LUN, WWID)]


def test_a_lun_that_nobody_offers_is_broken_at_its_left() -> None:
    whole = cluster()
    lun = replace(whole.san.luns[0], server=None)
    snapshot = replace(whole, san=replace(whole.san, luns=(lun,)))
    picture = picture_of(snapshot, Key(Kind.VM, "u0"))
    assert {link.target for link in picture.links if link.reason} == {f"lun {WWID}"}
