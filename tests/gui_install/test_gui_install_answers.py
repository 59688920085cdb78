"""Answers become drafts: names, addresses, guests; and what is proposed beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState
from xenadmin_gui.gui.install import proposals
from xenadmin_gui.gui.install.answers import (
    GIB,
    MIB,
    Answers,
    NicAnswer,
    carried,
    install_draft,
    words,
)


def draft(answers: Answers):  # type: ignore[no-untyped-def]
    return install_draft(answers, lambda name: f"uuid-of-{name}", lambda text: f"$6${text}")


def test_a_pattern_makes_a_vm_each_with_the_next_address() -> None:
    nic = NicAnswer("br0", "", True, "10.0.0.5/24", "10.0.0.1", "10.0.0.2, 10.0.0.3")
    made = draft(Answers(template="t", names="web{08..10}", nics=(nic,))).vms
    assert [vm.name for vm in made] == ["web08", "web09", "web10"]
    assert [vm.uuid for vm in made] == ["uuid-of-web08", "uuid-of-web09", "uuid-of-web10"]
    dns = ("10.0.0.2", "10.0.0.3")
    assert [vm.nics[0] for vm in made] == [
        GuestNic("br0", "", f"10.0.0.{last}/24", "10.0.0.1", dns) for last in (5, 6, 7)
    ]


def test_with_dhcp_nothing_that_was_typed_before_is_told() -> None:
    nic = NicAnswer("br0", "AA-BB-CC-00-00-01", False, "10.0.0.5/24", "10.0.0.1", "10.0.0.2")
    (vm,) = draft(Answers(template="t", names="a", nics=(nic,))).vms
    assert vm.nics == (GuestNic("br0", "aa:bb:cc:00:00:01"),)


def test_a_host_name_is_the_vm_s_unless_it_was_given() -> None:
    (one,) = draft(Answers(names="a")).vms
    assert one.guest.hostname == "a"
    both = draft(Answers(names="a{1..2}", hostname="{name}.example.org")).vms
    assert [vm.guest.hostname for vm in both] == ["a1.example.org", "a2.example.org"]


def test_a_password_leaves_only_as_its_hash_and_keys_come_once() -> None:
    answers = Answers(names="a", password="geheim", ssh_keys=("k1", "k2"), more_keys="k2\n\n k3 \n")
    (vm,) = draft(answers).vms
    assert vm.guest.password_hash == "$6$geheim"
    assert vm.guest.ssh_keys == ("k1", "k2", "k3")
    assert draft(Answers(names="a")).vms[0].guest.password_hash == ""


@pytest.mark.parametrize("names", ["", "web{5..1}", "web{1..}", "{"])
def test_a_pattern_that_is_none_makes_no_vm_or_one_with_an_impossible_name(names: str) -> None:
    assert [vm.name for vm in draft(Answers(names=names)).vms] == ([""] if not names else [])


def test_an_unprotected_vm_has_no_priority() -> None:
    answers = Answers(names="a", priority=7)
    assert draft(answers).vms[0].priority == 7
    assert draft(replace(answers, protect=False)).vms[0].priority == 0


def test_words_are_apart_by_commas_and_blanks() -> None:
    assert words(" vim,nginx;  htop\tless ") == ("vim", "nginx", "htop", "less")


def test_what_was_touched_stays_when_the_proposal_changes() -> None:
    proposed = Answers(names="debian1", memory_bytes=GIB, disk_bytes=2 * GIB)
    filled = replace(proposed, names="shop", title="Shop")
    now = Answers(names="suse1", memory_bytes=2 * GIB, disk_bytes=3 * GIB)
    assert carried(filled, proposed, now) == replace(now, names="shop", title="Shop")


# what is proposed


def test_the_proposal_for_a_template_fits_it_and_the_cluster(snapshot: Snapshot) -> None:
    proposed = proposals.for_install(snapshot, "leap-15")
    template = snapshot.template("leap-15")
    assert template is not None
    assert proposed.names == "opensuse-leap1"
    assert proposed.memory_bytes >= template.min_memory_bytes
    assert proposed.disk_bytes >= template.needed_disk_bytes
    assert proposed.nics == (NicAnswer(bridge="xenbr0"),)
    assert proposed.group == "vg_san"
    assert proposed.protect


def test_a_template_that_needs_much_gets_it(snapshot: Snapshot) -> None:
    (first, *others) = snapshot.templates
    hungry = replace(first, min_memory_bytes=9 * GIB + 1, min_vcpus=6, min_disk_bytes=50 * GIB + 1)
    with_it = replace(snapshot, templates=(hungry, *others))
    proposed = proposals.for_install(with_it, hungry.name)
    assert proposed.memory_bytes == 9 * GIB + MIB
    assert proposed.vcpus == 6
    assert proposed.disk_bytes == 51 * GIB


def test_a_template_that_cannot_be_used_is_not_proposed(snapshot: Snapshot) -> None:
    broken = replace(snapshot.templates[0], reason="Its image is gone.")
    with_it = replace(snapshot, templates=(broken, *snapshot.templates[1:]))
    assert proposals.for_install(with_it).template == snapshot.templates[1].name
    assert proposals.for_install(replace(snapshot, templates=())).template == ""


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("debian", "debian1"), ("web1", "web3"), ("web2", "web3"), ("ldap01", "ldap02")],
)
def test_the_next_free_name(snapshot: Snapshot, stem: str, expected: str) -> None:
    assert proposals.free_name(snapshot, stem) == expected


def test_a_volume_s_name_is_taken_too(snapshot: Snapshot) -> None:
    volume = replace(snapshot.san.volumes[0], name="debian1", replica="")
    san = replace(snapshot.san, volumes=(*snapshot.san.volumes, volume))
    assert proposals.free_name(replace(snapshot, san=san), "debian") == "debian2"


def with_host(snapshot: Snapshot, name: str, **changes: object) -> Snapshot:
    server: Server = replace(snapshot.servers[name], **changes)  # type: ignore[arg-type]
    return replace(snapshot, servers={**snapshot.servers, name: server})


def test_the_host_with_most_free_memory_is_proposed(snapshot: Snapshot) -> None:
    best = proposals.best_host(proposals.host_rooms(snapshot, GIB))
    assert best is not None
    assert best.server.name == "xen4"
    busy = with_host(snapshot, "xen4", memory_free_bytes=GIB)
    best = proposals.best_host(proposals.host_rooms(busy, GIB))
    assert best is not None
    assert best.server.name == "xen2"  # xen4 lacks what Xen needs besides


@pytest.mark.parametrize("state", [HostState.UNREACHABLE, HostState.MAINTENANCE, HostState.FENCED])
def test_a_host_that_takes_no_vms_is_not_proposed(snapshot: Snapshot, state: HostState) -> None:
    without = with_host(snapshot, "xen4", state=state)
    best = proposals.best_host(proposals.host_rooms(without, GIB))
    assert best is not None
    assert best.server.name == "xen2"


def test_nothing_is_proposed_where_nothing_fits(snapshot: Snapshot) -> None:
    assert proposals.best_host(proposals.host_rooms(snapshot, 1024 * GIB)) is None


def test_a_clone_is_the_same_again_with_another_name(snapshot: Snapshot) -> None:
    (web1,) = snapshot.vms_named("web1")
    proposed = proposals.for_clone(snapshot, web1)
    assert proposed.source == web1.uuid
    assert proposed.names == "web3"
    assert proposed.memory_bytes == web1.memory_bytes
    assert proposed.vcpus == web1.vcpus
    assert proposed.disk_bytes == 20 * GIB
    assert proposed.nics == (NicAnswer(bridge="xenbr0"),)
    assert proposed.protect
    assert proposed.priority == 50


def test_an_empty_cluster_is_no_error() -> None:
    proposed = proposals.for_install(Snapshot("empty"))
    assert proposed.names == "vm1"
    assert proposed.nics == (NicAnswer(),)
    assert not proposed.protect
