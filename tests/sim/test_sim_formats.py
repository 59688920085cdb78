"""The simulated tools speak as the recorded ones: same lines, other numbers and names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sim_bench import Bench

from xenadmin_gui.sim.blueprint import Blueprint, GuestPlan, ServerPlan
from xenadmin_gui.sim.build import build, config_of
from xenadmin_gui.sim.model import MANAGEMENT, STORAGE, Network
from xenadmin_gui.sim.saveconfig import PATH
from xenadmin_gui.sim.small import small_blueprint
from xenadmin_gui.sim.wiring import open_world

CAPTURES = Path(__file__).parent.parent / "captures" / "shared-lab"
DEGRADED = "degraded-path-down-and-drbd-disconnected"


def lab_blueprint() -> Blueprint:
    """Return a cluster like the one that was recorded."""
    networks = (
        Network("mgmt", MANAGEMENT, "10.10.0.0/24"),
        Network("sana", STORAGE, "10.10.1.0/24"),
        Network("sanb", STORAGE, "10.10.2.0/24"),
    )

    def server(name: str, kind: str, last: int) -> ServerPlan:
        addresses = {n.name: n.cidr.replace("0/24", str(last)) for n in networks}
        return ServerPlan(name, kind, addresses, 1536 if kind == "host" else 640, 2)

    def guest(name: str, kind: str, host: str) -> GuestPlan:
        uuid = f"11111111-2222-3333-4444-0000000000{name[-1]}0"
        return GuestPlan(name, kind, 1, 128, host, uuid, {name: 96}, is_protected=False)

    return Blueprint(
        "lab", "example.com", networks,
        (server("san1", "san", 11), server("san2", "san", 12),
         server("xen1", "host", 21), server("xen2", "host", 22)),
        (guest("vm1", "pv", "xen1"), guest("vm2", "pvh", "xen2")),
        {"sana": "10.10.1.10", "sanb": "10.10.2.10"}, "10.10.0.10", has_pacemaker=False,
    )  # fmt: skip


@pytest.fixture
def lab() -> Iterator[Bench]:
    plan = lab_blueprint()
    made = Bench(open_world(build(plan)), config_of(plan))
    yield made
    made.close()


def recorded(*parts: str) -> str:
    return CAPTURES.joinpath(*parts).read_text(encoding="utf-8")


def shape(text: str) -> list[str]:
    """Reduce a text to what does not depend on which cluster it is, line by line."""
    text = re.sub(r"iqn\.[\w.:-]+", "IQN", text)
    text = re.sub(r"\bsd[a-z]\b", "DISK", text)
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "UUID", text)
    text = re.sub(r"\d+(\.\d+)*", "0", text)
    return [re.sub(r" +", " ", line) for line in text.splitlines()]


def test_xl_list(lab: Bench) -> None:
    ours = lab.run("xen1", "xl", "list", "-v").stdout
    theirs = recorded("healthy", "xen1", "xl-list.txt")
    assert shape(ours) == shape(theirs)
    widths = [[m.end() for m in re.finditer(r"\S+", line)][1:4] for line in ours.splitlines()[1:]]
    assert widths[0] == [m.end() for m in re.finditer(r"\S+", theirs.splitlines()[1])][1:4]


def test_xl_info_has_the_recorded_keys_in_their_order(lab: Bench) -> None:
    def keys(text: str) -> list[str]:
        wanted = (line.partition(":") for line in text.splitlines())
        return [key for key, colon, _ in wanted if colon and re.fullmatch(r"[a-z_]+ +", key)]

    left_out = {"cpu_topology", "numa_info"}
    theirs = [k for k in keys(recorded("xl-info.txt")) if k.strip() not in left_out]
    assert keys(lab.run("xen1", "xl", "info").stdout) == theirs


def test_multipathd_maps(lab: Bench) -> None:
    def order(text: str) -> list[str]:
        return sorted(set(re.findall(r'^ +"\w+" ?: ', text, re.MULTILINE)))

    def simple(text: str) -> list[tuple[int, list[str]]]:
        return [
            (entry["paths"], [p["chk_st"] for g in entry["path_groups"] for p in g["paths"]])
            for entry in json.loads(text)["maps"]
        ]

    ours = lab.run("xen1", "multipathd", "show", "maps", "json").stdout
    theirs = recorded("healthy", "xen1", "multipathd-show-maps-json.txt")
    assert order(ours) == order(theirs)
    assert simple(ours) == simple(theirs)
    assert len(ours.splitlines()) == len(theirs.splitlines())


def test_multipathd_maps_after_a_path_is_lost(lab: Bench) -> None:
    lab.drill.cut("sana", "xen1")
    lab.clock.advance(30)
    ours = json.loads(lab.run("xen1", "multipathd", "show", "maps", "json").stdout)["maps"]
    theirs = json.loads(recorded(DEGRADED, "xen1", "multipathd-show-maps-json.txt"))["maps"]

    def lost(maps: list[dict[str, object]]) -> set[str]:
        text = json.dumps(maps)
        return set(re.findall(r'\{[^{}]*"chk_st": "faulty"[^{}]*\}', re.sub(r"\d+", "0", text)))

    keys = ("dm_st", "dev_st", "chk_st", "checker", "host_adapter")
    assert {tuple(json.loads(p)[k] for k in keys) for p in lost(ours)} == {
        tuple(json.loads(p)[k] for k in keys) for p in lost(theirs)
    }
    assert {entry["paths"] for entry in ours} == {entry["paths"] for entry in theirs}


@pytest.mark.parametrize("is_cut", [False, True])
def test_iscsi_sessions(lab: Bench, *, is_cut: bool) -> None:
    if is_cut:
        lab.drill.cut("sana", "xen1")
        lab.clock.advance(30)
    theirs = recorded(DEGRADED if is_cut else "healthy", "xen1", "iscsiadm-session-P3.txt")
    ours = lab.run("xen1", "iscsiadm", "-m", "session", "-P", "3").stdout
    assert sorted(shape(ours)) == sorted(shape(theirs))


@pytest.mark.parametrize("server", ["san1", "san2"])
def test_drbd_when_all_is_well(lab: Bench, server: str) -> None:
    status = lab.run(server, "drbdadm", "status").stdout
    assert status == recorded("healthy", server, "drbdadm-status.txt")
    events = lab.run(server, "drbdsetup", "events2", "--now", "--statistics").stdout
    assert shape(events) == shape(recorded("healthy", server, "drbdsetup-events2.txt"))
    assert shape(lab.run(server, "cat", "/proc/drbd").stdout) == shape(
        recorded("healthy", server, "proc-drbd.txt")
    )


def test_drbd_with_one_side_standing_alone(lab: Bench) -> None:
    assert lab.run("san1", "drbdadm", "disconnect", "vm1").succeeded
    assert lab.run("san2", "drbdadm", "disconnect", "vm2").succeeded
    for server in ("san1", "san2"):
        status = lab.run(server, "drbdadm", "status").stdout
        assert status == recorded(DEGRADED, server, "drbdadm-status.txt")
        events = lab.run(server, "drbdsetup", "events2", "--now", "--statistics").stdout
        assert shape(events) == shape(recorded(DEGRADED, server, "drbdsetup-events2.txt"))
        assert shape(lab.run(server, "cat", "/proc/drbd").stdout) == shape(
            recorded(DEGRADED, server, "proc-drbd.txt")
        )


def test_drbd_resyncs_what_was_missed(lab: Bench) -> None:
    lab.drill.cut("drbd")
    lab.clock.advance(40000)
    lab.drill.mend("drbd")
    target = lab.run("san2", "drbdadm", "status").stdout
    assert re.search(
        r"^  disk:Inconsistent\n  peer role:Primary\n"
        r"    replication:SyncTarget peer-disk:UpToDate done:\d+\.\d\d$",
        target,
        re.MULTILINE,
    )
    theirs = [line for line in shape(recorded("drbd-syncing", "proc-drbd.txt")) if "speed" in line]
    ours = [line.replace("0,0", "0") for line in shape(lab.run("san1", "cat", "/proc/drbd").stdout)]
    assert any(line in ours for line in (t.replace("0,0", "0") for t in theirs))
    lab.clock.advance(600)
    assert "Inconsistent" not in lab.run("san2", "drbdadm", "status").stdout


def test_drbd_configuration(lab: Bench) -> None:
    def volumes(text: str) -> list[str]:
        return [
            line.strip() for line in text.splitlines() if re.search(r"<(device|disk|add)", line)
        ]

    ours = lab.run("san1", "drbdadm", "dump-xml").stdout
    assert volumes(ours) == volumes(recorded("drbdadm-dump-xml.txt"))


def test_lvm_reports_are_json_with_the_columns_asked_for(lab: Bench) -> None:
    theirs = recorded("lvs-json.txt")
    columns = ",".join(json.loads(theirs)["report"][0]["lv"][0])
    argv = ("lvs", "--reportformat", "json", "--units", "b", "-o", columns)
    ours = lab.run("san1", *argv).stdout
    assert list(json.loads(ours)["report"][0]["lv"][0]) == columns.split(",")
    assert [line[:18] for line in ours.splitlines()] == [line[:18] for line in theirs.splitlines()]
    sizes = [row["lv_size"] for row in json.loads(ours)["report"][0]["lv"]]
    assert sizes == [row["lv_size"] for row in json.loads(theirs)["report"][0]["lv"]]


def test_addresses_show_who_holds_the_cluster_addresses(lab: Bench) -> None:
    theirs = json.loads(recorded("healthy", "san1", "ip-j-addr.txt"))
    ours = json.loads(lab.run("san1", "ip", "-j", "addr").stdout)
    keys = set(theirs[2]) - {"altnames"}
    assert set(ours[1]) == keys
    moving = [a["local"] for link in ours for a in link["addr_info"] if a.get("secondary")]
    assert moving == ["10.10.0.10", "10.10.1.10", "10.10.2.10"]


def test_a_guests_xml(lab: Bench) -> None:
    def tags(text: str) -> list[str]:
        return re.findall(r"<(?!shareable)(\w+)", text)

    ours = lab.virsh("xen1", "dumpxml", "--inactive", "vm1").stdout
    assert tags(ours) == tags(recorded("virsh-dumpxml-pv-inactive.xml"))
    assert "36001405" in ours


def test_capabilities_name_the_same_guest_types(lab: Bench) -> None:
    def guests(text: str) -> list[str]:
        return re.findall(r"<os_type>\w+|<arch name='\w+'|<machine>\w+|<live/>", text)

    ours = lab.virsh("xen1", "capabilities").stdout
    assert guests(ours) == guests(recorded("virsh-capabilities.xml"))


def test_domstats_is_refused_as_by_the_xen_driver(lab: Bench) -> None:
    answer = lab.virsh("xen1", "-q", "domstats")
    assert answer.exit_status == 1
    assert answer.stderr == recorded("virsh-domstats.txt.err")


def test_pacemakers_status_has_the_recorded_form(bench: Bench) -> None:
    ours = bench.run("san1", "crm_mon", "--output-as=xml", "-r").stdout
    theirs = recorded("healthy", "san1", "crm_mon-xml.txt")

    def forms(text: str) -> set[str]:
        found = re.findall(r"<(\w+)((?: [\w-]+=\"[^\"]*\")*)", text)
        return {
            tag + " " + " ".join(sorted(re.findall(r"([\w-]+)=", attributes)))
            for tag, attributes in found
            if tag in ("pacemakerd", "summary", "current_dc", "last_update", "node", "resource")
        }

    assert forms(ours) - {"node name"} == forms(theirs) - {"node name"}


def keys_of(value: object, place: str = "") -> set[str]:
    """Every key of a tree with where it stands, whatever its lists are long."""
    if isinstance(value, list):
        return set().union(*(keys_of(item, place) for item in value))
    if isinstance(value, dict):
        return {f"{place}/{key}" for key in value}.union(
            *(keys_of(item, f"{place}/{key}") for key, item in value.items())
        )
    return set()


def test_saveconfig_has_what_rtslib_saves_and_in_its_form() -> None:
    state = build(small_blueprint())
    ours, theirs = state.machines["store1"].files[PATH], recorded("saveconfig.json")
    assert keys_of(json.loads(ours)) == keys_of(json.loads(theirs))
    assert json.dumps(json.loads(theirs), sort_keys=True, indent=2) + "\n" == theirs
    assert json.dumps(json.loads(ours), sort_keys=True, indent=2) + "\n" == ours
