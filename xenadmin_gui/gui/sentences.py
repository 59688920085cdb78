"""States as short sentences, the same in tree, title and pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.san import Lun, Multipath, Replica
from xenadmin_gui.domain.states import Health, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.domain.work import Work, WorkKind
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.phrases import phrase

#: What DRBD says of a connection over which nothing is mirrored.
_PARTED = frozenset(
    {
        *("StandAlone", "Connecting", "WFConnection", "Unconnected", "Disconnecting"),
        *("Timeout", "BrokenPipe", "NetworkFailure", "ProtocolError", "TearDown"),
    }
)


def work_words(work: Work) -> str:
    """Return what a task does to an object, in two words."""
    tr = QCoreApplication.translate
    if work.is_over:
        return {
            WorkKind.MAKING: tr("Sentences", "half made"),
            WorkKind.DELETING: tr("Sentences", "half deleted"),
            WorkKind.CHANGING: tr("Sentences", "half changed"),
        }[work.kind]
    return {
        WorkKind.MAKING: tr("Sentences", "being made"),
        WorkKind.DELETING: tr("Sentences", "being deleted"),
        WorkKind.CHANGING: tr("Sentences", "being changed"),
    }[work.kind]


def vm_sentence(vm: Vm) -> str:
    """Return a VM's state with its place: ``running on xen2``."""
    tr = QCoreApplication.translate
    if vm.work is not None and (vm.host is None or vm.state is VmState.OFF):
        return work_words(vm.work)
    if len(vm.running_on) > 1:
        hosts = wording.listing(list(vm.running_on))
        return tr("Sentences", "runs more than once: on {hosts}").format(hosts=hosts)
    word = wording.vm_state_word(vm.state)
    if vm.host is None or vm.state is VmState.OFF:
        return word
    if vm.state is VmState.UNKNOWN:
        return tr("Sentences", "unknown, last seen on {host}").format(host=vm.host)
    return tr("Sentences", "{state} on {host}").format(state=word, host=vm.host)


def server_sentence(server: Server) -> str:
    """Return a machine's state, with its reason where there is one."""
    word = wording.host_state_word(server.state)
    return f"{word} – {phrase(server.reason)}" if server.reason else word


def multipath_sentence(multipath: Multipath) -> str:
    """Return how many paths of a device can be used."""
    usable = sum(path.is_usable for path in multipath.paths)
    return QCoreApplication.translate("Sentences", "{usable} of {count} paths").format(
        usable=usable, count=len(multipath.paths)
    )


def replica_sentence(replica: Replica) -> str:
    """Return how the two sides of a replica stand."""
    tr = QCoreApplication.translate
    if replica.work is not None:
        return work_words(replica.work)
    if replica.disagreement:
        return phrase(replica.disagreement)
    percents = [s.sync_percent for s in replica.sides if s.sync_percent is not None]
    if percents:
        text = tr("Sentences", "synchronising, {percent}")
        return text.format(percent=wording.percent(min(percents)))
    bad = [s for s in replica.sides if s.health is not Health.OK]
    if bad:
        side = bad[0]
        text = tr("Sentences", "{server} says {connection}, disk {disk}")
        if side.connection in _PARTED:
            text = tr("Sentences", "not mirrored: {server} says {connection}, disk {disk}")
        return text.format(
            server=side.server, connection=side.connection or "–", disk=side.disk or "–"
        )
    if replica.unasked:
        text = tr("Sentences", "{servers} cannot be asked")
        return text.format(servers=wording.listing(list(replica.unasked)))
    if replica.primary:
        return tr("Sentences", "primary on {server}").format(server=replica.primary)
    return wording.health_word(replica.health)


def lun_sentence(lun: Lun) -> str:
    """Return who offers a LUN."""
    if lun.work is not None:
        return work_words(lun.work)
    if lun.server is None:
        return QCoreApplication.translate("Sentences", "offered by no server")
    return QCoreApplication.translate("Sentences", "offered by {server}").format(server=lun.server)
