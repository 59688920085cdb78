"""What the tests of SAN plans share: snapshots to begin with, and short views of a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from labsan import lab_snapshot

from xenadmin_gui.domain.san import Replica
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.operations.draft import Draft
from xenadmin_gui.operations.plan import Plan
from xenadmin_gui.operations.planjson import plan_from_text, plan_to_text

#: One below a volume group, run by Pacemaker; one over a volume, that Pacemaker does not know.
BELOW, SPARE = "pvh2", "spare"


def served(**san: Any) -> Snapshot:
    """The laboratory with all replicas that its Pacemaker runs, and one more."""
    snapshot = lab_snapshot()
    example = snapshot.san.replicas[0]
    below = replace(example, name=BELOW, volume="", minor=2, config_file="")
    spare = replace(example, name=SPARE, volume=f"vg_san/{SPARE}", minor=9, config_file="")
    replicas = (*snapshot.san.replicas, below, spare)
    whole = tuple(_seen_by_its_peer(replica) for replica in replicas)
    return replace(snapshot, san=replace(snapshot.san, **{"replicas": whole} | san))


def _seen_by_its_peer(replica: Replica) -> Replica:
    sides = tuple(replace(side, peer_disk="UpToDate") for side in replica.sides)
    return replace(replica, sides=sides)


def with_sides(snapshot: Snapshot, name: str, *changes: dict[str, Any]) -> Snapshot:
    """The same with the sides of a replica changed, in the order of the servers."""

    def changed(replica: Replica) -> Replica:
        if replica.name != name:
            return replica
        pairs = zip(replica.sides, changes, strict=True)
        return replace(replica, sides=tuple(replace(side, **change) for side, change in pairs))

    replicas = tuple(changed(replica) for replica in snapshot.san.replicas)
    return replace(snapshot, san=replace(snapshot.san, replicas=replicas))


def with_node(snapshot: Snapshot, name: str, **changes: Any) -> Snapshot:
    """The same with one of Pacemaker's nodes changed."""
    pacemaker = snapshot.pacemaker
    nodes = tuple(replace(n, **changes) if n.name == name else n for n in pacemaker.nodes)
    return replace(snapshot, pacemaker=replace(pacemaker, nodes=nodes))


def codes(draft: Draft, snapshot: Snapshot) -> list[str]:
    """Codes of the draft's problems."""
    return [problem.code for problem in draft.problems(snapshot)]


def sentence(draft: Draft, snapshot: Snapshot) -> str:
    """What the draft's only problem says."""
    (problem,) = draft.problems(snapshot)
    return problem.sentence


def lines(plan: Plan) -> list[str]:
    """Each step as ``HOST: COMMAND``; the plan has to come back whole from the journal's text."""
    assert plan_from_text(plan_to_text(plan)) == plan
    return [f"{step.host}: {step.command.as_shell()}" for step in plan.steps]


def titles(plan: Plan) -> str:
    return "\n".join(step.title for step in plan.steps)


def split(snapshot: Snapshot, name: str) -> Snapshot:
    """The same with a split brain: both sides wrote, neither talks to the other."""
    cut = {"connection": "StandAlone", "replication": "", "out_of_sync_bytes": 4096}
    return with_sides(snapshot, name, cut, cut | {"role": "Primary"})
