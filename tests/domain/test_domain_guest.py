"""Names and addresses of several VMs."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xenadmin_gui.domain.guest import MOST_NAMES, addresses, names


def outcome(work: Callable[[], tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    """Return what came of it, or what was wrong."""
    try:
        return work(), ""
    except ValueError as error:
        return (), str(error)


WORDS = st.text(st.characters(exclude_characters="{}"), max_size=20)


@given(WORDS, st.integers(0, 99999), st.integers(0, MOST_NAMES - 1), st.integers(0, 6), WORDS)
def test_a_range_is_every_number_once_and_in_order(
    head: str, first: int, more: int, zeros: int, tail: str
) -> None:
    written = f"{first:0{zeros}d}"
    made = names(f"{head}{{{written}..{first + more}}}{tail}")
    assert len(made) == len(set(made)) == more + 1
    middles = [name[len(head) : len(name) - len(tail)] for name in made]
    assert [int(middle) for middle in middles] == list(range(first, first + more + 1))
    assert middles[0] == written
    assert all(len(middle) >= len(written) for middle in middles)


@given(WORDS)
def test_what_has_no_braces_is_one_name(name: str) -> None:
    assert names(name) == (name,)


@given(st.text("{}.0123456789ab-", max_size=14))
def test_any_other_text_is_names_or_one_sentence(text: str) -> None:
    made, said = outcome(lambda: names(text))
    assert 1 <= len(made) <= MOST_NAMES if not said else said.endswith(".")
    assert "\n" not in said


@pytest.mark.parametrize("text", ["web{5..1}", "web{1..101}", "web{a..b}", "a{1..2}{1..2}", "w{1"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"web|pattern"):
        names(text)


@given(st.ip_addresses(v=4), st.integers(1, 30), st.integers(1, 40))
def test_addresses_stay_in_their_network(
    first: ipaddress.IPv4Address, prefix: int, count: int
) -> None:
    network = ipaddress.ip_interface(f"{first}/{prefix}").network
    made, said = outcome(lambda: addresses(f"{first}/{prefix}", count))
    if said:
        assert "no room" in said
        return
    found = [ipaddress.ip_interface(text) for text in made]
    assert len(set(found)) == count
    assert found[0].ip == first
    assert all(one.network == network for one in found)
    ends = (network.network_address, network.broadcast_address)
    assert not any(one.ip in ends for one in found)


@pytest.mark.parametrize("text", ["10.0.0.5", "10.0.0/24", "x/24", "10.0.0.5/33", "10.0.0.254/24"])
def test_what_is_no_address_or_has_no_room_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"prefix|address"):
        addresses(text, 2)


def test_version_six_counts_too() -> None:
    assert addresses("2001:db8::9/64", 2) == ("2001:db8::9/64", "2001:db8::a/64")
