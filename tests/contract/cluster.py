"""Questions that the cases ask through the program's command line, and waiting for an answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.contract.target import Answer, Target, Written

Vm = dict[str, Any]


def vms(target: Target) -> list[Vm]:
    """Every VM as the program lists it."""
    answer = target.xenadmin("vm", "list", "--json")
    assert answer.status == 0, answer.stderr
    found: list[Vm] = answer.json
    return found


def san(target: Target) -> dict[str, Any]:
    """The SAN as the program shows it."""
    answer = done(target.xenadmin("san", "show", "--json"))
    shown: dict[str, Any] = answer.json
    return shown


def vm(target: Target, name: str) -> Vm:
    """One VM by name."""
    return next(v for v in vms(target) if v["name"] == name)


def pick(target: Target, *, protected: bool, kind: str | None = None, state: str = "running") -> Vm:
    """A VM with these properties; there must be one, as soon as every host answers."""

    def fitting() -> list[Vm]:
        return [
            v
            for v in vms(target)
            if (v["protected"], v["state"]) == (protected, state) and kind in (None, v["kind"])
        ]

    wait_until(target, lambda: bool(fitting()), f"a VM: {protected=} {kind=} {state=}")
    return fitting()[0]


def host_states(target: Target) -> dict[str, str]:
    """State of each virtualisation host by name."""
    answer = target.xenadmin("host", "list", "--json")
    assert answer.status == 0, answer.stderr
    return {host["name"]: host["state"] for host in answer.json}


def hosts(target: Target) -> list[str]:
    """Names of the virtualisation hosts."""
    return sorted(host_states(target))


def ready_paths(target: Target, host: str, wwid: str) -> int:
    """How many paths multipath itself calls ready; 0 where the host has no such map."""
    maps = json.loads(target.raw(host, "multipathd", "show", "maps", "json"))["maps"]
    return sum(
        path["chk_st"] == "ready"
        for one in maps
        if one["uuid"] == wwid
        for group in one["path_groups"]
        for path in group["paths"]
    )


def done(answer: Answer) -> Answer:
    """The answer of a command that must have succeeded."""
    assert answer.status == 0, f"{answer.stdout}\n{answer.stderr}"
    return answer


def wait_until(
    target: Target,
    holds: Callable[[], bool],
    what: str,
    *,
    step_s: float = 10,
    patience_s: float | None = None,
) -> None:
    """Ask again and again, in the cluster's own time, as long as it usually takes."""
    most_s = target.patience_s if patience_s is None else patience_s
    waited = 0.0
    while not holds():
        assert waited < most_s, f"{what}: not within {most_s:.0f} s"
        target.let_pass(step_s)
        waited += step_s


def no_write_lost(written: Written | None, what: str) -> None:
    """No write of a guest failed; the longest one is told, for the results' page."""
    if written is not None:
        print(f"\n{what}: {written.beats} writes, longest {written.longest_stall_s} s")
        assert written.beats > 0
        assert written.errors == 0
