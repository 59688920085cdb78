"""Every definition that is seen is kept once, over the end of the program."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.keys import Key, Kind
from xenadmin_gui.domain.snapshot import Difference, Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Definition, Vm
from xenadmin_gui.session import history
from xenadmin_gui.session.history import DefinitionHistory

UUID = "00000000-0000-4000-8000-000000000001"


def seen(at: float, *texts: tuple[str, str], name: str = "web1") -> Snapshot:
    copies = tuple(
        Definition(host, "file", hashlib.sha256(text.encode()).hexdigest(), text)
        for host, text in texts
    )
    vm = Vm(UUID, name, VmState.OFF, definitions=copies)
    return Snapshot("test", taken_at=at, vms={UUID: vm})


def test_a_text_is_kept_once_though_three_hosts_have_it(tmp_path: Path) -> None:
    kept = DefinitionHistory(tmp_path / "definitions.sqlite")
    for at in (1.0, 2.0):
        kept.observe(seen(at, ("xen1", "a"), ("xen2", "a"), ("xen3", "a")))
    kept.observe(seen(3.0, ("xen1", "b'\"é"), ("xen2", "a"), name="shop"))
    kept.close()
    again = DefinitionHistory(tmp_path / "definitions.sqlite")
    again.observe(seen(4.0, ("xen1", "b'\"é"), ("xen2", "a")))
    newest, oldest = again.versions(UUID)
    assert (newest.number, newest.at, newest.text, newest.host) == (2, 3.0, "b'\"é", "xen1")
    assert (oldest.number, oldest.at, oldest.text, oldest.name) == (1, 1.0, "a", "web1")
    assert again.uuids_of("shop") == again.uuids_of("web1") == again.uuids_of(UUID) == (UUID,)
    again.close()


def test_two_programs_keep_the_same_text_once(tmp_path: Path) -> None:
    one, two = (DefinitionHistory(tmp_path / "definitions.sqlite") for _ in range(2))
    for kept in (one, two, one):
        kept.observe(seen(1.0, ("xen1", "a")))
    assert [version.number for version in two.versions(UUID)] == [1]
    one.close()
    two.close()


def test_only_vms_that_changed_are_looked_at() -> None:
    kept = DefinitionHistory()
    snapshot = seen(1.0, ("xen1", "a"))
    kept.observe(snapshot, Difference())
    assert kept.versions(UUID) == ()
    kept.observe(snapshot, Difference(added=frozenset({Key(Kind.VM, UUID)})))
    assert len(kept.versions(UUID)) == 1
    kept.close()


def test_the_oldest_go_and_numbers_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT", 2)
    kept = DefinitionHistory()
    for number in range(4):
        kept.observe(seen(float(number), ("xen1", f"text {number}")))
    assert [version.number for version in kept.versions(UUID)] == [4, 3]
    with pytest.raises(PreconditionError, match="number 1"):
        kept.version(UUID, 1)
    kept.close()


def test_a_text_that_was_not_read_or_read_half_is_not_kept() -> None:
    kept = DefinitionHistory()
    copies = (Definition("xen1", "file", "0" * 64), Definition("xen2", "file", "0" * 64, "half"))
    kept.observe(Snapshot("test", vms={UUID: Vm(UUID, "web1", VmState.OFF, definitions=copies)}))
    assert kept.versions(UUID) == ()
    kept.close()


def test_a_file_that_is_no_store_is_moved_aside_and_told_of(tmp_path: Path) -> None:
    path, text = tmp_path / "definitions.sqlite", b"this is no database, it is a text" * 40
    path.write_bytes(text)
    kept = DefinitionHistory(path)
    (aside,) = tmp_path.glob("definitions.sqlite.broken-*")
    assert aside.read_bytes() == text
    assert aside.name in kept.notice
    kept.close()


def test_a_store_that_cannot_be_opened_is_told_with_a_next_step(tmp_path: Path) -> None:
    (tmp_path / "definitions.sqlite").mkdir()
    with pytest.raises(PreconditionError, match="cannot be opened") as told:
        DefinitionHistory(tmp_path / "definitions.sqlite")
    assert "rights and the disk" in told.value.next_step


def test_a_store_that_cannot_be_written_does_not_stop_the_monitor(tmp_path: Path) -> None:
    path = tmp_path / "definitions.sqlite"
    kept = DefinitionHistory(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("DROP TABLE definition")
    kept.observe(seen(1.0, ("xen1", "a")))
    with pytest.raises(PreconditionError, match="cannot be read"):
        kept.versions(UUID)
    other.close()
    kept.close()
