"""Targets and LUNs: what the kernels offer now, completed by what Pacemaker is to offer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from xenadmin_gui.domain.san import LioService, Lun, LunAccess, Target
from xenadmin_gui.monitoring.assemble_pacemaker import PacemakerView
from xenadmin_gui.monitoring.parse.cib import Cib
from xenadmin_gui.monitoring.parse.lio import LunLink, MappedLun, wwid_of_serial
from xenadmin_gui.monitoring.report import HostReport

#: (target, initiator, LUN number it sees) of what may only be read.
Protected = frozenset[tuple[str, str, int]]


@dataclass(frozen=True, slots=True)
class _Configured:
    """Pacemaker's resources: targets by IQN, LUNs by IQN and number."""

    targets: Mapping[str, Target]
    luns: Mapping[tuple[str, int], Lun]


def make_luns(
    reports: Iterable[HostReport], view: PacemakerView, sizes: Mapping[str, int | None]
) -> tuple[tuple[Target, ...], tuple[Lun, ...]]:
    """Return every target and every LUN.

    Args:
        reports: Fresh answers of the SAN servers.
        sizes: In bytes, by device.
    """
    configured = _configured(view.cib)
    targets = dict(configured.targets)
    luns: dict[str, Lun] = {}
    for report in reports:
        for target in _offered_targets(report, configured):
            targets[target.iqn] = target
        for lun in _offered_luns(report, configured):
            luns[lun.wwid] = lun
    for lun in configured.luns.values():
        luns.setdefault(lun.wwid, lun)
    return (
        tuple(targets[iqn] for iqn in sorted(targets)),
        tuple(
            replace(lun, size_bytes=sizes.get(lun.device))
            for lun in sorted(luns.values(), key=lambda lun: (lun.target, lun.number))
        ),
    )


def lio_services(reports: Iterable[HostReport]) -> tuple[LioService, ...]:
    """Return the service of each server that loads LIO's configuration, an enabled one first."""
    found = []
    for report in reports:
        units = sorted((report.lio_services or {}).items(), key=lambda unit: (not unit[1], unit[0]))
        for unit, is_on in units[:1]:
            service = LioService(report.server, unit, is_on)
            path, changes = report.lio_unsaved or ("", ())
            is_told = path == service.saved_path
            found.append(replace(service, unsaved=changes) if is_told else service)
    return tuple(found)


def _offered_targets(report: HostReport, configured: _Configured) -> Iterable[Target]:
    trees = {tree.iqn: tree for tree in report.targets or ()}
    linked = {link.target for link in report.lun_links.luns} if report.lun_links else set()
    for iqn in sorted(trees.keys() | linked):
        plain = configured.targets.get(iqn, Target(iqn))
        tree = trees.get(iqn)
        yield replace(
            plain,
            server=report.server,
            portals=tree.portals if tree is not None else plain.portals,
            initiators=(tree.initiators if tree is not None else ()) or plain.initiators,
            tags=tree.tags if tree is not None else (),
            groups=tree.groups if tree is not None else (),
        )


def _offered_luns(report: HostReport, configured: _Configured) -> Iterable[Lun]:
    if report.lun_links is None:
        return
    serials, devices = report.serials or {}, report.udev_paths or {}
    said = report.protected or {}
    protected = frozenset(key for key, is_protected in said.items() if is_protected)
    for link in report.lun_links.luns:
        plain = configured.luns.get((link.target, link.number), Lun("", link.target, link.number))
        serial = serials.get(link.store, plain.serial)
        if not serial:
            continue
        access = report.lun_links.mapped.get((link.target, link.tag, link.number), ())
        yield replace(
            plain,
            wwid=wwid_of_serial(serial),
            device=devices.get(link.store, plain.device),
            serial=serial,
            server=report.server,
            read_only=_is_read_only(report, link, access, protected),
            initiators=tuple(one.initiator for one in access),
            store=link.store,
            tag=link.tag,
            access=tuple(
                LunAccess(
                    one.initiator,
                    one.number,
                    (link.target, one.initiator, one.number) in protected,
                )
                for one in access
            ),
        )


def _is_read_only(
    report: HostReport, link: LunLink, access: tuple[MappedLun, ...], protected: Protected
) -> bool:
    """Read-only is a LUN whose backstore is, or that every access list protects."""
    if (report.read_only or {}).get(link.store, False):
        return True
    return bool(access) and all(
        (link.target, one.initiator, one.number) in protected for one in access
    )


def _configured(cib: Cib | None) -> _Configured:
    if cib is None:
        return _Configured({}, {})
    targets: dict[str, Target] = {}
    for primitive in cib.of_agent("iSCSITarget"):
        said = primitive.parameters
        if iqn := said.get("iqn", ""):
            targets[iqn] = Target(
                iqn,
                portals=tuple(said.get("portals", "").split()),
                resource=primitive.id,
                initiators=tuple(said.get("allowed_initiators", "").split()),
            )
    luns: dict[tuple[str, int], Lun] = {}
    for primitive in cib.of_agent("iSCSILogicalUnit"):
        said = primitive.parameters
        iqn, number = said.get("target_iqn", ""), said.get("lun", "")
        if not iqn or not (number.isascii() and number.isdigit()):
            continue
        serial = said.get("scsi_sn") or _default_serial(primitive.id)
        allowed = tuple(said.get("allowed_initiators", "").split())
        luns[iqn, int(number)] = Lun(
            wwid=wwid_of_serial(serial),
            target=iqn,
            number=int(number),
            device=said.get("path", ""),
            serial=serial,
            resource=primitive.id,
            allowed=allowed or (targets[iqn].initiators if iqn in targets else ()),
        )
    return _Configured(targets, luns)


def _default_serial(resource: str) -> str:
    """The serial the agent takes by itself: the first 8 digits of the name's MD5."""
    return hashlib.md5(resource.encode(), usedforsecurity=False).hexdigest()[:8]
