"""Every object has a page, and the page says what is the case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shell_snapshots import TARGET, large, small, vm_key, with_vm, wwid_of

from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Finding, Snapshot, objects_of
from xenadmin_gui.domain.states import Health, HostState, VmState
from xenadmin_gui.domain.vm import VmDisk, VmNic
from xenadmin_gui.gui.pages import chain, lookup
from xenadmin_gui.gui.pages import overview as pages
from xenadmin_gui.gui.pages.blocks import Block, Facts, Findings, Hosts, Table, blocks_in
from xenadmin_gui.gui.pages.configuration import configuration_texts, verdict
from xenadmin_gui.gui.tree.row import Row

pytestmark = pytest.mark.usefixtures("qapp")
CLUSTER = Key(Kind.CLUSTER, "prod")


def overview(snapshot: Snapshot, key: Key) -> tuple[Block, ...]:
    return blocks_in(pages.overview(snapshot, key))


def facts(blocks: tuple[Block, ...]) -> dict[str, str]:
    return {f.label: f.value for b in blocks if isinstance(b, Facts) for f in b.facts}


def elements(rows: list[Row]) -> list[str]:
    names: list[str] = []
    for row in rows:
        names += [row.describe(row.facts).texts[0], *elements(list(row.children))]
    return names


def test_every_object_has_a_heading_and_an_overview() -> None:
    snapshot = small()
    for key in [CLUSTER, Key(Kind.TARGET, TARGET), *objects_of(snapshot)]:
        subject = lookup.subject_of(snapshot, key)
        assert lookup.heading_of(snapshot, subject).name
        blocks = overview(snapshot, key)
        assert blocks, key
        for block in blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    assert len(row.describe(row.facts).texts) == len(block.headers), key


def test_a_part_of_the_san_says_first_what_is_wrong_with_it() -> None:
    snapshot = small()
    replica = snapshot.san.replicas[0]
    finding = Finding("split-brain", Health.FAILED, replica.key, "Both have changed it.", "Decide.")
    first = overview(replace(snapshot, findings=(finding,)), replica.key)[0]
    assert isinstance(first, Findings)
    assert [f.sentence for f in first.findings] == ["Both have changed it."]
    assert not any(isinstance(block, Findings) for block in overview(snapshot, replica.key))


def test_a_vm_tells_its_tags_its_cd_and_what_waits_for_its_next_start() -> None:
    snapshot, key = small(), vm_key("web1")
    vm = snapshot.vms[key.id]
    assert "Tags" not in facts(overview(snapshot, key))
    cd = VmDisk("hdc", "/srv/a.iso", "ide", read_only=True, device="cdrom")
    card = VmNic("00:16:3e:00:00:01", "ovs0", vlan=42)
    changed = replace(vm, tags=("prod", "web"), at_next_start=("disks",), disks=(cd,), nics=(card,))
    blocks = overview(replace(snapshot, vms={**snapshot.vms, key.id: changed}), key)
    said = facts(blocks)
    assert (said["Tags"], said["From its next start"]) == ("prod, web", "changed: disks")
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    cells = [text for row in rows for text in row.describe(row.facts).texts]
    assert "CD: /srv/a.iso" in cells
    assert "ovs0, VLAN 42" in cells


def test_an_object_that_is_gone_has_no_page() -> None:
    assert overview(small(), vm_key("nobody")) == ()
    assert chain.chain_rows(small(), vm_key("nobody")) == []


def test_the_cluster_says_what_is_wrong_worst_first() -> None:
    first = overview(small(), CLUSTER)[0]
    assert isinstance(first, Findings)
    assert first.findings[0].health is Health.FAILED
    assert first.names == ("xen4", "xen2", "build10")


def test_a_calm_cluster_says_so() -> None:
    first = overview(large(2, 4), Key(Kind.CLUSTER, "large"))[0]
    assert isinstance(first, Findings)
    assert "Nothing" in first.calm


def test_a_cluster_that_has_not_answered_is_not_called_well() -> None:
    base = large(1, 0)
    servers = {
        name: replace(server, seen_at=None, state=HostState.CONNECTING)
        for name, server in base.servers.items()
    }
    snapshot = replace(base, servers=servers)
    first = overview(snapshot, Key(Kind.CLUSTER, "large"))[0]
    assert isinstance(first, Findings)
    assert "waiting" in first.calm


def test_a_machine_that_does_not_answer_shows_no_bars() -> None:
    hosts = next(b for b in overview(small(), CLUSTER) if isinstance(b, Hosts))
    line = next(line for line in hosts.lines if line.name == "xen4")
    assert (line.cpu, line.memory, line.health) == (None, None, Health.FAILED)


def test_a_vm_of_a_silent_host_is_unknown_and_says_where_it_was() -> None:
    known = facts(overview(small(), vm_key("backup")))
    assert known["State"] == "unknown, last seen on xen4"
    assert known["Last seen on"] == "xen4"


def test_values_that_were_not_measured_are_not_zero() -> None:
    snapshot = with_vm(small(), "web1", memory_bytes=None, cpu_percent=None, vcpus=None)
    known = facts(overview(snapshot, vm_key("web1")))
    assert known["Memory"] == "unknown"
    assert known["CPU"] == "unknown"


def test_copies_of_a_definition_that_differ_are_marked() -> None:
    snapshot = small()
    vm = snapshot.vms[vm_key("web1").id]
    odd = replace(vm.definitions[-1], sha256="0" * 64)
    drifted = with_vm(snapshot, "web1", definitions=(*vm.definitions[:-1], odd))
    assert "agree" in verdict(snapshot, vm.key)
    assert "differ" in verdict(drifted, vm.key)


def test_the_definition_of_the_host_it_runs_on_comes_first() -> None:
    texts = configuration_texts(small(), vm_key("web1"))
    assert texts[0].title == "libvirt on xen2"
    assert "<name>web1</name>" in texts[0].text


def test_the_chain_leads_from_the_disk_to_both_sides() -> None:
    names = elements(chain.chain_rows(small(), vm_key("web1")))
    expected = ["xvda", "mpathb", "Path sdb", "Path sdf", "LUN 1", "r1", "san1", "vg_san/lv1"]
    assert names == [*expected, "san2", "vg_san/lv1"]


def test_a_broken_path_is_failed_in_the_chain() -> None:
    disk = chain.chain_rows(small(), vm_key("web1"))[0]
    path = disk.children[0].children[0]
    cells = path.describe(path.facts)
    assert cells.health is Health.FAILED
    assert "broken here" in cells.texts[3]


def test_a_network_is_failed_only_when_no_path_is_left_in_it() -> None:
    def sign(*usable: bool) -> Health | None:
        whole = small()
        paths = tuple(
            replace(path, network="storage-a", state="ready" if is_usable else "faulty")
            for path, is_usable in zip(whole.san.multipaths[0].paths, usable, strict=True)
        )
        lun = replace(whole.san.multipaths[0], paths=paths)
        changed = replace(whole, san=replace(whole.san, multipaths=(lun,)))
        tables = [
            b for b in overview(changed, changed.servers[lun.host].key) if isinstance(b, Table)
        ]
        table = next(table for table in tables if table.title == "Paths to the SAN")
        row = next(row for row in table.rows if row.id == ("network", "storage-a"))
        return row.describe(row.facts).health

    assert sign(True, False) is Health.DEGRADED
    assert sign(False, False) is Health.FAILED


def test_ids_in_every_chain_are_unique() -> None:
    snapshot = small()
    for key in [CLUSTER, Key(Kind.TARGET, TARGET), *objects_of(snapshot)]:
        ids = _ids(chain.chain_rows(snapshot, key))
        assert len(ids) == len(set(ids)), key


def _ids(rows: list[Row] | tuple[Row, ...]) -> list[object]:
    return [i for row in rows for i in (row.id, *_ids(row.children))]


def test_a_lun_names_the_vms_that_depend_on_it() -> None:
    blocks = overview(small(), Key(Kind.LUN, wwid_of(1)))
    table = [b for b in blocks if isinstance(b, Table)][-1]
    assert {row.describe(row.facts).texts[0] for row in table.rows} == {"web1", "build10"}


def test_a_double_run_is_told_in_the_heading() -> None:
    snapshot: Snapshot = with_vm(small(), "web1", running_on=("xen2", "xen3"))
    heading = lookup.heading_of(snapshot, snapshot.vms[vm_key("web1").id])
    assert heading.health is Health.FAILED
    assert "xen2 and xen3" in heading.sentence


def test_an_off_vm_has_no_host_line() -> None:
    snapshot = with_vm(small(), "web1", state=VmState.OFF, host=None, running_on=())
    assert "Host" not in facts(overview(snapshot, vm_key("web1")))
