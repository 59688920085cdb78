"""What the SAN servers' tools say beyond their states: targets, access, pace, addresses."""

from __future__ import annotations

import pytest
from recorded_lab import DRBD_9_CONFIG, capture, target_capture

from xenadmin_gui.monitoring.parse import cib, drbd, drbd_config, iscsiadm, lio, lvm
from xenadmin_gui.monitoring.parse.errors import ParseError

IQN = "iqn.2026-11.example.lab:san"
XEN1, XEN2 = "iqn.2026-11.example.lab:xen1", "iqn.2026-11.example.lab:xen2"


def test_a_target_tells_its_portals_and_who_may_log_in() -> None:
    (target,) = lio.parse_targets(target_capture("directories.txt"))
    assert target.iqn == IQN
    assert target.portals == ("10.10.1.10:3260", "10.10.2.10:3260")
    assert target.initiators == (XEN1, XEN2)


def test_links_tell_which_initiator_sees_which_lun() -> None:
    links = lio.parse_links(target_capture("links.txt"))
    assert {(one.number, one.store) for one in links.luns} == {
        (1, "iblock_0/p_lu_pvh1"),
        (2, "iblock_1/p_lu_pvh2"),
        (3, "iblock_2/p_lu_pv1"),
    }
    assert links.mapped == {
        (IQN, 1, n): (lio.MappedLun(XEN1, n), lio.MappedLun(XEN2, n)) for n in (1, 2, 3)
    }


def test_a_read_only_backstore_is_told_from_one_that_is_not() -> None:
    text = target_capture("core-info.txt").replace("drbd2  readonly: 0", "drbd2  readonly: 1")
    assert lio.parse_read_only(text) == {
        "iblock_0/p_lu_pvh1": False,
        "iblock_1/p_lu_pvh2": True,
        "iblock_2/p_lu_pv1": False,
    }


def test_write_protection_belongs_to_an_access_list() -> None:
    text = target_capture("write_protect.txt")
    text = text.replace("xen2/lun_3/write_protect:0", "xen2/lun_3/write_protect:1")
    protected = lio.parse_write_protect(text)
    assert [key for key, value in protected.items() if value] == [(IQN, XEN2, 3)]
    assert len(protected) == 6


@pytest.mark.parametrize("parse", [lio.parse_targets, lio.parse_write_protect, lio.parse_read_only])
def test_another_directory_is_no_answer_of_a_target(parse: object) -> None:
    with pytest.raises(ParseError):
        parse("/etc/passwd\n")  # type: ignore[operator]


def test_proc_drbd_tells_the_pace_of_a_resync() -> None:
    kernel = drbd.parse_proc(capture("drbd-syncing/proc-drbd.txt"))
    idle, busy = kernel.minors
    assert kernel.version == "8.4.11"
    assert (busy.rate_bytes_s, busy.left_s) == (1300 * 1024, 70.0)
    assert (idle.rate_bytes_s, idle.left_s) == (None, None)


def test_a_stalled_resync_has_no_end() -> None:
    text = capture("drbd-syncing/proc-drbd.txt")
    text = text.replace("finish: 0:01:10 speed: 1,300", "finish: 0:00:00 speed: 0")
    assert drbd.parse_proc(text).minors[1].left_s is None


def test_drbd_9_tells_its_version_only() -> None:
    text = "version: 9.2.4 (api:2/proto:86-122)\nGIT-hash: 0\nTransports (api:19): tcp (9.2.4)\n"
    assert drbd.parse_proc(text) == drbd.DrbdKernel("9.2.4", ())


@pytest.mark.parametrize(
    ("text", "file", "address", "port"),
    [
        (capture("drbdadm-dump-xml.txt"), "/etc/drbd.d/vm1.res", "10.10.0.11", 7781),
        (DRBD_9_CONFIG, "/etc/drbd.d/r0.res", "10.10.0.11", 7789),
    ],
    ids=["8.4", "9"],
)
def test_a_replica_s_address_port_and_file(text: str, file: str, address: str, port: int) -> None:
    volume = next(v for v in drbd_config.parse_config(text) if v.host == "san1")
    assert (volume.file, volume.address, volume.port) == (file, address, port)


def test_a_missing_physical_volume_says_so() -> None:
    row = '"pv_name":"[unknown]", "vg_name":"vg", "pv_size":"4096B", "pv_free":"0B"'
    text = '{"report":[{"pv":[{' + row + ', "pv_missing":"missing"}]}]}'
    assert lvm.parse_pvs(text)[0].is_missing
    assert not lvm.parse_pvs(capture("pvs-json.txt"))[0].is_missing


def test_an_initiator_s_name_stands_among_comments() -> None:
    text = "## InitiatorName=old\n\nInitiatorName = iqn.1993-08.org.debian:01:ebd\n"
    assert iscsiadm.parse_initiator(text) == "iqn.1993-08.org.debian:01:ebd"


def test_the_configuration_is_kept_as_it_was_read() -> None:
    text = capture("cibadmin-Q.xml")
    configuration = cib.parse_cib(text).configuration
    assert configuration in text
    assert configuration.startswith("<configuration>")
    assert configuration.endswith("</configuration>")
    assert "<status>" not in configuration
