"""Several iSCSI targets: which place of a portal and which LUN belong to which of them."""

from __future__ import annotations

from xenadmin_gui.sim.model import Export, Lun, State

_APART = 1000


def network_at(place: str) -> str:
    """Return the network of a portal's place, ``NETWORK`` or ``NETWORK@NAME``."""
    return place.partition("@")[0]


def target_at(state: State, place: str) -> str:
    """Return the IQN of the target that listens at a place."""
    return state.more_targets.get(place.partition("@")[2], state.target)


def places_of(state: State, target: str) -> dict[str, str]:
    """Return the addresses at which a target listens, by place."""
    return {p: address for p, address in state.portals.items() if target_at(state, p) == target}


def targets_on(state: State, export: Export) -> list[str]:
    """Return the IQNs of the targets that a server has now."""
    return (export.targets or [state.target]) if export.has_target else []


def target_of(state: State, lun: Lun) -> str:
    """Return the IQN of the target that offers a LUN."""
    return lun.target or state.target


def key_of(state: State, target: str, number: int) -> int:
    """Return the key of a LUN in ``State.luns``."""
    others = list(state.more_targets.values())
    return number + _APART * (others.index(target) + 1 if target in others else 0)


def luns_on(state: State, export: Export, target: str) -> list[Lun]:
    """Return the LUNs of one target that a server offers now, by number."""
    found = [state.luns[key] for key in export.luns if key in state.luns]
    return [lun for lun in found if target_of(state, lun) == target]
