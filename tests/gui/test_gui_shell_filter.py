"""The filter line finds what an administrator types at night."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shell_snapshots import small, uuid_of

from xenadmin_gui.gui.tree.filter import Filter


def found(text: str) -> list[str]:
    wanted = Filter.parse(text)
    return sorted(vm.name for vm in small().vms.values() if wanted.matches(vm))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("web", ["web1", "web2"]),
        ("WEB2 xen1", ["web2"]),
        ("state:off", ["old-wiki"]),
        ("state:paused host:xen3", ["print"]),
        ("host:xen1", ["db1", "web2"]),
        ("protected:no state:running", ["build10", "build9"]),
        ("protected:ja web", ["web1", "web2"]),
        (f"uuid:{uuid_of('mail')[:8]}", ["mail"]),
        ("mac:00:16:3e:00:00:03", ["mail"]),
        ('"old-wiki"', ["old-wiki"]),
        ("kind:hvm", ["backup", "mail"]),
        ("host:", sorted(vm.name for vm in small().vms.values())),
        ("nobody", []),
    ],
)
def test_words_and_fields_narrow_the_list(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_tags_are_found_by_their_beginning() -> None:
    tagged = replace(next(iter(small().vms.values())), tags=("env:prod", "web"))
    for line in ("tag:web", "tag:we tag:env:prod", "PROD tag:web"):
        assert Filter.parse(line).matches(tagged)
    for line in ("tag:prod", "tag:web tag:mail"):
        assert not Filter.parse(line).matches(tagged)


def test_unknown_is_never_off() -> None:
    assert "backup" in found("state:unknown")
    assert "backup" not in found("state:off")


@settings(deadline=None)
@given(st.text())
def test_any_line_is_a_filter(text: str) -> None:
    wanted = Filter.parse(text)
    for vm in small().vms.values():
        assert wanted.matches(vm) in (True, False)
