"""The text behind an object: a VM's XML with its copies, Pacemaker's options, a tool's words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui.pages import lookup


@dataclass(frozen=True, slots=True)
class TextCopy:
    """One text that can be shown; ``title`` says where it lies."""

    title: str
    text: str


def configuration_texts(snapshot: Snapshot, key: Key) -> tuple[TextCopy, ...]:
    """Return the texts behind ``key``, the one in use first."""
    match lookup.subject_of(snapshot, key):
        case Vm() as vm:
            return _definitions(vm)
        case Snapshot():
            return _pacemaker(snapshot)
    return ()


def _definitions(vm: Vm) -> tuple[TextCopy, ...]:
    tr = QCoreApplication.translate
    titles = {
        "libvirt": tr("Configuration", "libvirt on {host}"),
        "file": tr("Configuration", "file on {host}"),
    }
    known = [d for d in vm.definitions if d.xml]
    known.sort(key=lambda d: (d.host != vm.host, d.origin != "libvirt", d.host))
    return tuple(TextCopy(titles.get(d.origin, d.origin).format(host=d.host), d.xml) for d in known)


def _pacemaker(snapshot: Snapshot) -> tuple[TextCopy, ...]:
    manager = snapshot.pacemaker
    if not manager.is_present:
        return ()
    tr = QCoreApplication.translate
    options = "\n".join(f"{name} = {value}" for name, value in sorted(manager.options.items()))
    resources = "\n".join(
        f"{r.parent + '/' if r.parent else ''}{r.id}  {r.agent}  {r.role}  {' '.join(r.nodes)}"
        for r in manager.resources
    )
    texts = (
        TextCopy(tr("Configuration", "Pacemaker: options"), options),
        TextCopy(tr("Configuration", "Pacemaker: resources"), resources),
    )
    return tuple(copy for copy in texts if copy.text)


def verdict(snapshot: Snapshot, key: Key) -> str:
    """Say in one sentence whether the copies of a VM's definition agree."""
    subject = lookup.subject_of(snapshot, key)
    if not isinstance(subject, Vm) or len(subject.definitions) < 2:
        return ""
    tr = QCoreApplication.translate
    origins: dict[str, set[str]] = {}
    for definition in subject.definitions:
        origins.setdefault(definition.origin, set()).add(definition.sha256)
    if any(len(hashes) > 1 for hashes in origins.values()):
        return tr("Configuration", "The copies differ. Compare them before the VM moves.")
    return tr("Configuration", "All {count} copies agree.").format(count=len(subject.definitions))
