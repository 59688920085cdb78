"""Whatever a tool writes, a parser gives a value or a ParseError and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded_lab import (
    DRBD_9_CONFIG,
    bridges_capture,
    capture,
    serving_answers,
    target_capture,
)

from xenadmin_gui.monitoring.parse import (
    cib,
    crm_mon,
    domain_xml,
    drbd,
    drbd_config,
    graphics,
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
from xenadmin_gui.monitoring.parse.errors import ParseError

_LIO = [text for text in serving_answers().values() if isinstance(text, str)]
CASES: list[tuple[Callable[[str], Any], str]] = [
    (xl.parse_list, capture("healthy/xen1/xl-list.txt")),
    (xl.parse_info, capture("xl-info.txt")),
    (virsh.parse_capabilities, capture("virsh-capabilities.xml")),
    (virsh.parse_domstats, "Domain: 'web'\n  state.state=1\n  vcpu.0.time=15\n\n"),
    (multipath.parse_maps, capture("healthy/xen1/multipathd-show-maps-json.txt")),
    (iscsiadm.parse_sessions, capture("healthy/xen1/iscsiadm-session-P3.txt")),
    (drbd.parse_status, capture("healthy/san1/drbdadm-status.txt")),
    (drbd.parse_events, capture("healthy/san1/drbdsetup-events2.txt")),
    (drbd.parse_proc, capture("drbd-syncing/proc-drbd.txt")),
    (drbd_config.parse_config, capture("drbdadm-dump-xml.txt")),
    (lvm.parse_vgs, capture("vgs-json.txt")),
    (lvm.parse_lvs, capture("lvs-json.txt")),
    (lvm.parse_pvs, capture("pvs-json.txt")),
    (lio.parse_read_only, target_capture("core-info.txt")),
    (lio.parse_targets, target_capture("directories.txt")),
    (lio.parse_write_protect, target_capture("write_protect.txt")),
    (lio.parse_links, target_capture("links.txt")),
    (iscsiadm.parse_initiator, "## keep\nInitiatorName=iqn.2026-11.example.lab:xen1\n"),
    (drbd_config.parse_config, DRBD_9_CONFIG),
    (lio.parse_udev_paths, _LIO[0]),
    (lio.parse_serials, _LIO[1]),
    (lio.parse_links, _LIO[2]),
    (ip.parse_addresses, capture("healthy/san1/ip-j-addr.txt")),
    (ip.parse_bridges, bridges_capture("ip-link-bridge.json")),
    (ovs.parse_bridges, bridges_capture("ovs-vsctl-list-br.txt")),
    (crm_mon.parse_crm_mon, capture("healthy/san1/crm_mon-xml.txt")),
    (cib.parse_cib, capture("cibadmin-Q.xml")),
    (domain_xml.parse_domain, capture("virsh-dumpxml-pvh.xml")),
    (
        graphics.parse_graphics,
        "<domain><devices><graphics type='vnc' port='5900' listen='::'/></devices></domain>",
    ),
    (sha256.parse_sha256sum, f"{'0' * 64}  /etc/xenadmin/domains/a.xml\n"),
    (proc.parse_uptime, "12.50 3.00\n"),
    (proc.parse_loadavg, "0.15 0.1 0.0 1/80 99\n"),
    (proc.parse_stat, "cpu  1 0 1 7 1 0 0 0 0 0\ncpu0 5 0 5 3 5 0 0 0 0 0\nsoftirq 1 2\n"),
    (proc.parse_meminfo, "MemTotal: 100 kB\nMemAvailable: 50 kB\n"),
    (proc.parse_os_release, 'NAME="x"\nPRETTY_NAME="A B"\n'),
]
IDS = [f"{parse.__module__.rpartition('.')[2]}.{parse.__name__}" for parse, _ in CASES]
#: Tools whose answer has an end that can be recognised: no shorter text may pass for the whole.
ENDED = {
    "virsh.parse_capabilities",
    "multipath.parse_maps",
    "drbd.parse_events",
    "drbd_config.parse_config",
    "lvm.parse_pvs",
    "lvm.parse_vgs",
    "lvm.parse_lvs",
    "ip.parse_addresses",
    "ip.parse_bridges",
    "crm_mon.parse_crm_mon",
    "cib.parse_cib",
    "domain_xml.parse_domain",
    "graphics.parse_graphics",
}


@pytest.mark.parametrize(("parse", "text"), CASES, ids=IDS)
def test_the_whole_text_is_read(parse: Callable[[str], Any], text: str) -> None:
    assert parse(text) is not None


@pytest.mark.parametrize(("parse", "text"), CASES, ids=IDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_cut_off_text_is_a_value_or_a_parse_error(
    parse: Callable[[str], Any], text: str, data: st.DataObject
) -> None:
    prefix = text[: data.draw(st.integers(0, len(text) - 1))]
    with suppress(ParseError):
        parse(prefix)


@pytest.mark.parametrize(
    ("parse", "text"), [c for c, name in zip(CASES, IDS, strict=True) if name in ENDED]
)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_cut_off_text_with_a_known_end_is_refused(
    parse: Callable[[str], Any], text: str, data: st.DataObject
) -> None:
    whole = text.rstrip()
    with pytest.raises(ParseError):
        parse(whole[: data.draw(st.integers(0, len(whole) - 1))])


@pytest.mark.parametrize(("parse", "text"), CASES, ids=IDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_garbled_text_is_a_value_or_a_parse_error(
    parse: Callable[[str], Any], text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 12))
    noise = data.draw(st.text(max_size=12))
    with suppress(ParseError):
        parse(text[:at] + noise + text[at + length :])


@pytest.mark.parametrize(("parse", "text"), CASES, ids=IDS)
@settings(max_examples=25, deadline=None)
@given(noise=st.one_of(st.text(), st.binary().map(lambda b: b.decode(errors="replace"))))
def test_any_text_is_a_value_or_a_parse_error(
    parse: Callable[[str], Any], text: str, noise: str
) -> None:
    with suppress(ParseError):
        parse(noise)


@pytest.mark.parametrize(("parse", "text"), CASES, ids=IDS)
@pytest.mark.parametrize(
    "wild",
    ["[" * 100_000, "null", "[]", "{}", '{"report": 5}', '{"maps": [5]}', "<a/>", "\0", "ß\n"],
)
def test_other_peoples_formats_are_a_value_or_a_parse_error(
    parse: Callable[[str], Any], text: str, wild: str
) -> None:
    with suppress(ParseError):
        parse(wild)


def test_a_document_type_is_refused() -> None:
    bomb = '<!DOCTYPE cib [<!ENTITY a "aaaa">]><cib>&a;</cib>'
    with pytest.raises(ParseError, match="document type"):
        cib.parse_cib(bomb)
