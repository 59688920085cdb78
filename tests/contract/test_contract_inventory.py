"""The inventory is complete and true, compared with the tools' own words."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

from tests.contract import cluster
from tests.contract.target import Target

_LV_COLUMNS = "lv_name,vg_name,lv_size,lv_attr,lv_uuid,lv_path,lv_tags,origin,data_percent"


def _hosts(target: Target) -> list[str]:
    return sorted(cluster.host_states(target))


def _san_servers(target: Target) -> list[str]:
    return [server["name"] for server in cluster.san(target)["servers"]]


def test_every_running_domain_is_shown_running_on_its_host(target: Target) -> None:
    shown = {(v["name"], v["host"]) for v in cluster.vms(target) if v["state"] == "running"}
    real = set()
    for host in _hosts(target):
        for line in target.raw(host, "xl", "list", "-v").splitlines()[1:]:
            name = line.split()[0]
            if name != "Domain-0":
                real.add((name, host))
    assert shown == real


def test_every_domain_that_libvirt_knows_is_shown(target: Target) -> None:
    shown = {v["name"] for v in cluster.vms(target)}
    for host in _hosts(target):
        names = target.raw(host, "virsh", "-c", "xen:///system", "list", "--all", "--name")
        assert {name for name in names.split() if name != "Domain-0"} <= shown


def test_memory_and_processors_are_those_of_the_hypervisor(target: Target) -> None:
    by_name = {v["name"]: v for v in cluster.vms(target)}
    for host in _hosts(target):
        for line in target.raw(host, "xl", "list", "-v").splitlines()[1:]:
            name, _, memory_mib, vcpus, *_ = line.split()
            if name != "Domain-0":
                assert by_name[name]["memory_bytes"] == int(memory_mib) * 2**20
                assert by_name[name]["vcpus"] == int(vcpus)


def test_protected_are_exactly_the_virtual_domains_of_pacemaker(target: Target) -> None:
    text = target.raw(_san_servers(target)[0], "cibadmin", "--query")
    configs = {
        pair.get("value", "")
        for primitive in ET.fromstring(text).iter("primitive")
        if primitive.get("type") == "VirtualDomain"
        for pair in primitive.iter("nvpair")
        if pair.get("name") == "config"
    }
    uuids = {re.sub(r".*/|\.xml$", "", path) for path in configs}
    assert {v["uuid"] for v in cluster.vms(target) if v["protected"]} == uuids


def test_replicas_are_those_of_drbd_on_both_servers(target: Target) -> None:
    san = cluster.san(target)
    for server in _san_servers(target):
        text = target.raw(server, "drbdadm", "status")
        real = {
            line.split()[0]: line.split()[1]
            for line in text.splitlines()
            if " role:" in line and not line.startswith(" ")
        }
        shown = {
            replica["name"]: f"role:{side['role']}"
            for replica in san["replicas"]
            for side in replica["sides"]
            if side["server"] == server
        }
        assert shown == real


def test_volumes_are_those_of_lvm(target: Target) -> None:
    san = cluster.san(target)
    for server in _san_servers(target):
        text = target.raw(
            server, "lvs", "--reportformat", "json", "--units", "b", "-o", "lv_name,vg_name,lv_size"
        )
        real = {
            (row["vg_name"], row["lv_name"]): int(row["lv_size"].rstrip("B"))
            for row in json.loads(text)["report"][0]["lv"]
        }
        shown = {
            (volume["group"], volume["name"]): volume["size_bytes"]
            for volume in san["volumes"]
            if server in volume["servers"]
        }
        assert shown == real


def test_paths_are_those_of_multipath(target: Target) -> None:
    shown = {
        (path["host"], path["lun"], path["device"]): path["state"]
        for path in cluster.san(target)["paths"]
    }
    real = {}
    for host in _hosts(target):
        maps = json.loads(target.raw(host, "multipathd", "show", "maps", "json"))["maps"]
        for entry in maps:
            for group in entry["path_groups"]:
                for path in group["paths"]:
                    real[host, entry["uuid"], path["dev"]] = path["chk_st"]
    assert shown == real
