"""A large cluster: one assembly stays well below what the window notices."""

from __future__ import annotations

import time
from dataclasses import replace

from recorded_lab import capture, cib_text

from xenadmin_gui.domain.config import ClusterConfig, NetworkConfig, ServerConfig
from xenadmin_gui.domain.host import Role
from xenadmin_gui.domain.snapshot import Snapshot, difference
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.monitoring.assemble import Memory, assemble
from xenadmin_gui.monitoring.contact import Contact, HostContact
from xenadmin_gui.monitoring.parse.cib import parse_cib
from xenadmin_gui.monitoring.parse.crm_mon import parse_crm_mon
from xenadmin_gui.monitoring.parse.iscsiadm import IscsiDisk, IscsiSession
from xenadmin_gui.monitoring.parse.multipath import Map, MapPath
from xenadmin_gui.monitoring.parse.xl import parse_info
from xenadmin_gui.monitoring.report import DefinitionFile, HostReport, Running
from xenadmin_gui.transport.protocols import DomainRecord

HOSTS, VMS = 64, 2000
#: Generous for a loaded machine of two cores; measured alone it takes about a fifth.
LIMIT_S = 0.5


def _uuid(number: int) -> str:
    return f"11111111-2222-3333-4444-{number:012x}"


def _wwid(number: int) -> str:
    return f"36001405{number:025x}"


def _xml(number: int) -> str:
    text = capture("virsh-dumpxml-pv-inactive.xml")
    text = text.replace("11111111-2222-3333-4444-0000000000a1", _uuid(number))
    text = text.replace("36001405ab00100000000000000000000", _wwid(number))
    return text.replace("<name>vm1<", f"<name>vm{number}<")


def large_cluster() -> tuple[ClusterConfig, dict[str, HostContact]]:
    """64 hosts with 2,000 VMs; every VM has a file on 4 hosts, every host sees 128 LUNs."""
    names = [f"xen{n}" for n in range(HOSTS)]
    servers = tuple(ServerConfig(n, frozenset({Role.HOST}), n) for n in names)
    networks = (
        NetworkConfig("sana", "storage", "10.10.1.0/24"),
        NetworkConfig("sanb", "storage", "10.10.2.0/24"),
    )
    xmls = [_xml(number) for number in range(VMS)]
    info = parse_info(capture("xl-info.txt"))
    pacemaker = parse_crm_mon(capture("healthy/san1/crm_mon-xml.txt"))
    contacts: dict[str, HostContact] = {}
    for index, name in enumerate(names):
        mine = range(index, VMS, HOSTS)
        running = tuple(
            Running(_uuid(n), f"vm{n}", n + 1, VmState.RUNNING, 1, 2**27, 5.0) for n in mine
        )
        records = tuple(
            DomainRecord(_uuid(n), f"vm{n}", VmState.RUNNING, n, True, False, xmls[n]) for n in mine
        )
        files = tuple(
            DefinitionFile(f"/etc/xenadmin/domains/{_uuid(n)}.xml", "a" * 64, xmls[n])
            for neighbour in range(4)
            for n in range((index + neighbour) % HOSTS, VMS, HOSTS)
        )
        seen = range(index * 2, index * 2 + 128)
        maps = tuple(
            Map(
                _wwid(n),
                _wwid(n),
                (
                    MapPath(f"sd{n}a", "ready", 50, ""),
                    MapPath(f"sd{n}b", "ready", 50, ""),
                ),
                True,
            )
            for n in seen
        )
        sessions = tuple(
            IscsiSession(
                "iqn.2026-11.example:san",
                f"10.10.{net}.10:3260",
                "LOGGED_IN",
                tuple(IscsiDisk(1, f"sd{n}{side}", "running") for n in seen),
            )
            for net, side in ((1, "a"), (2, "b"))
        )
        report = HostReport(
            name,
            100.0,
            uptime_s=5.0,
            xen=info,
            running=running,
            libvirt=records,
            files=files,
            maps=maps,
            sessions=sessions,
            crm_mon=pacemaker if index == 0 else None,
            cib=parse_cib(cib_text()) if index == 0 else None,
        )
        contacts[name] = HostContact(Contact.ANSWERING, 1.0, report=report)
    return ClusterConfig("large", servers=servers, networks=networks), contacts


def tick(contacts: dict[str, HostContact], at: float) -> dict[str, HostContact]:
    """All hosts answer again: every VM used some processor time."""
    moved: dict[str, HostContact] = {}
    for name, contact in contacts.items():
        report = contact.report
        assert report is not None
        running = tuple(replace(r, seconds=at, cpu_percent=3.0) for r in report.running or ())
        moved[name] = replace(contact, report=replace(report, at=at, running=running))
    return moved


def test_assembling_and_comparing_a_large_cluster_is_quick() -> None:
    config, contacts = large_cluster()
    memory = Memory()
    old: Snapshot = assemble(config, contacts, None, 100.0, memory)
    assert len(old.vms) == VMS
    assert len(old.san.multipaths) == HOSTS * 128
    best = float("inf")
    for round_number in range(3):
        contacts = tick(contacts, 105.0 + 5 * round_number)
        began = time.perf_counter()
        new = assemble(config, contacts, old, 105.0, memory)
        changed = difference(old, new)
        best = min(best, time.perf_counter() - began)
        assert len(changed.changed) >= VMS
        old = new
    print(f"assembled in {best * 1000:.0f} ms")
    assert best < LIMIT_S
