"""Every recorded answer of every lab, also those that come later, is read without a complaint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from xenadmin_gui.monitoring.nextstart import at_next_start
from xenadmin_gui.monitoring.parse import (
    cib,
    crm_mon,
    drbd,
    drbd_config,
    ip,
    iscsiadm,
    lio,
    lvm,
    multipath,
    ovs,
    proc,
    sha256,
    virsh,
    xl,
)
from xenadmin_gui.monitoring.parse.domain_xml import parse_domain

CAPTURES = Path(__file__).parent.parent / "captures"
PARSERS: dict[str, Callable[[str], Any]] = {
    "crm_mon.xml": crm_mon.parse_crm_mon,
    "crm_mon-xml.txt": crm_mon.parse_crm_mon,
    "cibadmin-Q.xml": cib.parse_cib,
    "ip-addr.json": ip.parse_addresses,
    "ip-j-addr.txt": ip.parse_addresses,
    "ip-link-bridge.json": ip.parse_bridges,
    "ip-link-none.json": ip.parse_bridges,
    "ip-link-nothing.json": ip.parse_bridges,
    "ovs-vsctl-list-br.txt": ovs.parse_bridges,
    "proc-meminfo.txt": proc.parse_meminfo,
    "proc-stat.txt": proc.parse_stat,
    "proc-loadavg.txt": proc.parse_loadavg,
    "proc-uptime.txt": proc.parse_uptime,
    "drbdadm-status.txt": drbd.parse_status,
    "proc-drbd.txt": drbd.parse_proc,
    "drbdsetup-events2.txt": drbd.parse_events,
    "drbdadm-dump.xml": drbd_config.parse_config,
    "pvs.json": lvm.parse_pvs,
    "pvs-json.txt": lvm.parse_pvs,
    "core-info.txt": lio.parse_read_only,
    "directories.txt": lio.parse_targets,
    "links.txt": lio.parse_links,
    "write_protect.txt": lio.parse_write_protect,
    "udev_path.txt": lio.parse_udev_paths,
    "vpd_unit_serial.txt": lio.parse_serials,
    "vgs.json": lvm.parse_vgs,
    "lvs.json": lvm.parse_lvs,
    "multipathd-maps.json": multipath.parse_maps,
    "multipathd-show-maps-json.txt": multipath.parse_maps,
    "iscsiadm-session-P3.txt": iscsiadm.parse_sessions,
    "xl-list.txt": xl.parse_list,
    "xl-info.txt": xl.parse_info,
    "virsh-capabilities.xml": virsh.parse_capabilities,
    "domains-sha256.txt": sha256.parse_sha256sum,
}


def _failed() -> set[Path]:
    """Files whose command did not succeed, by the indexes beside them."""
    failed: set[Path] = set()
    for index in CAPTURES.rglob("INDEX.tsv"):
        for line in index.read_text().splitlines():
            if not line.endswith("rc=0") and "\t" in line:
                failed.add(index.parent / line.split("\t")[0])
    return failed


def _cases() -> list[tuple[Path, Callable[[str], Any]]]:
    failed = _failed()
    found: list[tuple[Path, Callable[[str], Any]]] = []
    for path in sorted(CAPTURES.rglob("*")):
        parse = PARSERS.get(path.name)
        if path.name.startswith("virsh-dumpxml-") and path.suffix != ".err":
            parse = parse_domain
        if parse is None or path in failed or not path.is_file() or not path.read_text().strip():
            continue
        found.append((path, parse))
    return found


CASES = _cases()


@pytest.mark.parametrize(
    ("path", "parse"), CASES, ids=[str(path.relative_to(CAPTURES)) for path, _ in CASES]
)
def test_a_recorded_answer_is_read(path: Path, parse: Callable[[str], Any]) -> None:
    assert parse(path.read_text()) is not None


def test_what_libvirt_makes_of_a_definition_is_no_change() -> None:
    running = sorted(CAPTURES.glob("*/**/virsh-dumpxml-pv*-inactive.xml"))
    texts = [
        (path.read_text(), Path(str(path).replace("-inactive", "")).read_text()) for path in running
    ]
    pairs = [(one, other) for one, other in texts if "<domain" in one and "<domain" in other]
    assert pairs
    for inactive, live in pairs:
        assert at_next_start(parse_domain(live), parse_domain(inactive)) == ()


def test_there_is_something_recorded() -> None:
    assert len(CASES) > 40
