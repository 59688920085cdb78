"""Makes one snapshot of everything that all servers said; pure but for what it remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from xenadmin_gui.domain.config import ClusterConfig
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.san import San
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.domain.work import Work
from xenadmin_gui.monitoring.assemble_deleted import assemble_deleted
from xenadmin_gui.monitoring.assemble_pacemaker import view_pacemaker
from xenadmin_gui.monitoring.assemble_paths import PathReader, keep_same
from xenadmin_gui.monitoring.assemble_san import assemble_san
from xenadmin_gui.monitoring.assemble_servers import assemble_servers
from xenadmin_gui.monitoring.assemble_templates import (
    TemplateReader,
    find_in_templates,
    library_room,
)
from xenadmin_gui.monitoring.assemble_vms import assemble_vms
from xenadmin_gui.monitoring.contact import HostContact
from xenadmin_gui.monitoring.findings import find
from xenadmin_gui.monitoring.inventory import Inventory, read_definition
from xenadmin_gui.monitoring.parse.domain_xml import DomainXml
from xenadmin_gui.monitoring.pathgaps import PathGaps
from xenadmin_gui.monitoring.underway import mark_san, mark_vms, told_by_tasks


class _Keyed(Protocol):
    @property
    def key(self) -> Key: ...


K = TypeVar("K", bound=_Keyed)


class Memory:
    """What was made of earlier answers, for answers that stay the same; one a monitor.

    Attributes:
        vms: By UUID, as an earlier run of the program left them: all that is known of a VM when
            the one host that has it does not answer from the beginning.
    """

    def __init__(
        self, vms: Mapping[str, Vm] | None = None, text_of: Callable[[str], str] | None = None
    ) -> None:
        """Begin without an answer.

        Args:
            text_of: Gives the last definition of a VM of ``vms`` by its UUID; empty: none is known.
        """
        self.vms = vms or {}
        self._text_of = text_of
        self._recalled: dict[str, DomainXml | None] = {}
        self.paths = PathReader()
        self.gaps = PathGaps()
        self.inventory = Inventory()
        self.templates = TemplateReader()

    def recall(self, uuid: str) -> DomainXml | None:
        """Return the last definition of a VM that an earlier run saw; read once."""
        if uuid not in self._recalled:
            text = "" if self._text_of is None else self._text_of(uuid)
            self._recalled[uuid] = read_definition(text)
        return self._recalled[uuid]


def assemble(
    config: ClusterConfig,
    contacts: Mapping[str, HostContact],
    previous: Snapshot | None,
    now: float,
    memory: Memory | None = None,
    works: Mapping[Key, Work] | None = None,
) -> Snapshot:
    """Return the cluster as it is now.

    Args:
        contacts: One a server of ``config``.
        previous: The snapshot before; gives the last host of VMs that cannot be asked now, and
            every object that did not change.
        memory: Makes it quick; without it everything is made anew.
        works: What tasks are making or deleting, or have left half done.
    """
    works = works or {}
    view = view_pacemaker(config, contacts)
    before = previous or Snapshot(config.name)
    memory = memory or Memory()
    vms = assemble_vms(
        config, contacts, view, before.vms, now, memory.inventory, memory.vms, memory.recall
    )
    vms = _same_vms(before.vms, mark_vms(vms, works))
    san = mark_san(assemble_san(config, contacts, view, vms.values(), memory.paths), works)
    losses = memory.paths.losses(san)
    servers = assemble_servers(config, contacts, view, losses, before.servers, now)
    san = _same_san(before.san, san)
    gaps = memory.gaps.find(servers, san)
    templates = _same_all(before.templates, memory.templates.read(config, contacts))
    others = (*gaps, *find_in_templates(config, contacts, templates))
    found = find(config.name, servers, vms, san, view, losses, others)
    return Snapshot(
        cluster=config.name,
        version=before.version + 1,
        taken_at=now,
        servers={n: _same(before.servers.get(n), server) for n, server in servers.items()},
        vms=vms,
        san=san,
        pacemaker=view.pacemaker,
        findings=told_by_tasks(found, vms, san),
        templates=templates,
        library_room=library_room(config, contacts),
        deleted=assemble_deleted(config, contacts, frozenset(vms)),
    )


T = TypeVar("T")


def _same(old: T | None, new: T) -> T:
    """Return the old object when nothing about it changed."""
    return old if old is not None and old == new else new


def _same_vms(before: Mapping[str, Vm], vms: dict[str, Vm]) -> dict[str, Vm]:
    return {uuid: _same(before.get(uuid), vm) for uuid, vm in vms.items()}


def _same_all(before: tuple[K, ...], items: tuple[K, ...]) -> tuple[K, ...]:
    old = {item.key: item for item in before}
    return keep_same(before, tuple(_same(old.get(item.key), item) for item in items))


def _same_san(before: San, san: San) -> San:
    """Sessions and multipaths are remembered by their reader already."""
    return replace(
        san,
        replicas=_same_all(before.replicas, san.replicas),
        groups=_same_all(before.groups, san.groups),
        volumes=_same_all(before.volumes, san.volumes),
        luns=_same_all(before.luns, san.luns),
        cluster_ips=_same_all(before.cluster_ips, san.cluster_ips),
        targets=_same_all(before.targets, san.targets),
    )
