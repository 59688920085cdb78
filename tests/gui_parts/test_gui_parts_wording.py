"""Numbers, times and names as people read them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.states import Health, HostState, VmKind, VmState
from xenadmin_gui.gui import wording

GIB = 1024**3


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "unknown"),
        (-3.0, "0.0 s"),
        (0.42, "0.4 s"),
        (12.4, "12 s"),
        (59.7, "1 min"),
        (200, "3 min 20 s"),
        (3599, "59 min"),
        (7500, "2 h 5 min"),
    ],
)
def test_a_duration_is_as_exact_as_it_matters(seconds: float | None, text: str) -> None:
    assert wording.duration(seconds) == text


@pytest.mark.parametrize(
    ("passed", "text"),
    [
        (0, "just now"),
        (33, "30 s ago"),
        (200, "3 min ago"),
        (7200, "2 h ago"),
        (-90, "in 1 min 30 s"),
    ],
)
def test_a_relative_time_is_coarse(passed: float, text: str) -> None:
    assert wording.relative_time(1e9 - passed, 1e9) == text


def test_what_never_happened_is_not_long_ago() -> None:
    assert wording.relative_time(None, 1e9) == "never"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (None, "unknown"),
        (0, "0 B"),
        (512 * 1024**2, "512 MiB"),
        (4 * GIB, "4 GiB"),
        (int(3.2 * GIB), "3.2 GiB"),
        (5 * 1024 * GIB, "5 TiB"),
    ],
)
def test_sizes_are_in_binary_units(amount: int | None, text: str) -> None:
    assert wording.size(amount) == text


def test_numbers_have_the_point_of_the_language() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert wording.size(int(3.2 * GIB)) == "3,2 GiB"


def test_a_long_list_of_names_is_cut_off() -> None:
    assert wording.listing(["a"]) == "a"
    assert wording.listing(["a", "b"]) == "a and b"
    assert wording.listing(list("abcd")) == "a, b, c and d"
    assert wording.listing(list("abcdef")).startswith("a, b, c and 3")


def test_every_state_and_kind_has_a_word() -> None:
    assert all(wording.health_word(health) for health in Health)
    assert all(wording.vm_state_word(state) for state in VmState)
    assert all(wording.host_state_word(state) for state in HostState)
    assert all(wording.kind_word(kind) for kind in Kind)
    assert wording.vm_kind_word(VmKind.PVH) == "PVH"
