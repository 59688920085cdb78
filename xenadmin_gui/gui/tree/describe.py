"""What a tree row says of each kind of object."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.san import (
    ClusterIp,
    Lun,
    Multipath,
    Replica,
    Session,
    Volume,
    VolumeGroup,
)
from xenadmin_gui.domain.states import Health, HostState, VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import sentences, wording
from xenadmin_gui.gui.phrases import phrase
from xenadmin_gui.gui.tree.row import Cells


def describe_vm(vm: Vm) -> Cells:
    """One column: name, and its load or what is wrong with it."""
    detail, health = vm_detail(vm)
    return Cells(
        vm.health,
        (vm.name,),
        detail=detail,
        detail_health=health,
        shield=vm.is_protected,
        tip=vm_tip(vm),
    )


def vm_detail(vm: Vm) -> tuple[str, Health]:
    """Return the secondary text of a VM and the health it is coloured with."""
    if len(vm.running_on) > 1:
        return QCoreApplication.translate("Tree", "runs twice"), Health.FAILED
    if vm.work is not None:
        return sentences.work_words(vm.work), vm.work.health
    if vm.activity:
        return vm.activity, Health.WORKING
    if vm.state in (VmState.CRASHED, VmState.UNKNOWN, VmState.PAUSED):
        return wording.vm_state_word(vm.state), vm.health
    if vm.health in (Health.DEGRADED, Health.FAILED):
        return phrase(vm.reason) or wording.health_word(vm.health), vm.health
    if vm.state is VmState.RUNNING and vm.cpu_percent is not None:
        return wording.percent(vm.cpu_percent), Health.OK
    return "", Health.OK


def vm_tip(vm: Vm) -> str:
    """Return the tool tip of a VM."""
    tr = QCoreApplication.translate
    lines = [f"{vm.name}: {sentences.vm_sentence(vm)}"]
    if vm.reason:
        lines.append(phrase(vm.reason))
    if vm.memory_bytes is not None:
        text = tr("Tree", "{memory} memory, {cpus} processors")
        cpus = "–" if vm.vcpus is None else vm.vcpus
        lines.append(text.format(memory=wording.size(vm.memory_bytes), cpus=cpus))
    if vm.tags:
        lines.append(tr("Tree", "Tags: {tags}").format(tags=", ".join(vm.tags)))
    lines.append(
        tr("Tree", "Protected: Pacemaker restarts it")
        if vm.is_protected
        else tr("Tree", "Not protected: nobody restarts it when its host fails")
    )
    return "\n".join(lines)


def describe_server(facts: tuple[Server, str, Health]) -> Cells:
    """A machine, a note on it (a lost path, say) and the health of the note."""
    server, note, note_health = facts
    health = server.health
    detail = ""
    detail_health = Health.OK
    if server.state in (HostState.UP, HostState.DEGRADED) and note:
        detail, detail_health = note, note_health
        if health is Health.OK:
            health = note_health
    elif server.state is not HostState.UP:
        detail, detail_health = wording.host_state_word(server.state), health
    elif server.load_percent is not None:
        detail = wording.percent(server.load_percent)
    tip = [f"{server.name}: {sentences.server_sentence(server)}"]
    if note:
        tip.append(note)
    if server.memory_bytes is not None and server.memory_free_bytes is not None:
        text = QCoreApplication.translate("Tree", "{free} of {size} memory free")
        free, size = wording.size(server.memory_free_bytes), wording.size(server.memory_bytes)
        tip.append(text.format(free=free, size=size))
    return Cells(
        health, (server.name,), detail=detail, detail_health=detail_health, tip="\n".join(tip)
    )


def describe_replica(replica: Replica) -> Cells:
    health = replica.health
    detail = sentences.replica_sentence(replica)
    return Cells(
        health,
        (replica.name,),
        icon="replica",
        detail=detail,
        detail_health=health,
        tip=f"{replica.name}: {detail}",
    )


def describe_volume_group(group: VolumeGroup) -> Cells:
    text = QCoreApplication.translate("Tree", "{free} free")
    bad = group.missing_pvs > 0
    detail = (
        QCoreApplication.translate("Tree", "disk missing")
        if bad
        else text.format(free=wording.size(group.free_bytes))
    )
    health = Health.FAILED if bad else Health.OK
    return Cells(health, (group.name,), icon="volume-group", detail=detail, detail_health=health)


def describe_volume_group_columns(group: VolumeGroup) -> Cells:
    """Name, size and free space in GiB."""
    health = Health.FAILED if group.missing_pvs else Health.OK
    texts = (group.name, wording.gib(group.size_bytes), wording.gib(group.free_bytes))
    return Cells(health, texts)


def describe_volume(volume: Volume) -> Cells:
    work = volume.work
    detail = wording.size(volume.size_bytes) if work is None else sentences.work_words(work)
    return Cells(
        None if work is None else work.health,
        (volume.name,),
        icon="volume",
        detail=detail,
        detail_health=Health.OK if work is None else work.health,
        tip=f"{volume.group}/{volume.name}",
    )


def describe_lun(lun: Lun) -> Cells:
    health = lun.health
    name = QCoreApplication.translate("Tree", "LUN {number}").format(number=lun.number)
    return Cells(
        health,
        (name,),
        icon="lun",
        detail=lun.device.removeprefix("/dev/")
        if lun.work is None
        else sentences.work_words(lun.work),
        detail_health=Health.OK if lun.work is None else lun.work.health,
        tip=f"{lun.wwid}\n{sentences.lun_sentence(lun)}",
    )


def describe_session(session: Session) -> Cells:
    logged_in = session.health is Health.OK
    return Cells(
        session.health,
        (session.portal,),
        icon="session",
        detail=session.network if logged_in else session.state.lower().replace("_", " "),
        detail_health=session.health,
        tip=f"{session.target}\n{session.state}",
    )


def describe_multipath(multipath: Multipath) -> Cells:
    health = multipath.health
    return Cells(
        health,
        (multipath.device or multipath.wwid,),
        icon="multipath",
        detail=sentences.multipath_sentence(multipath),
        detail_health=health,
        tip=multipath.wwid,
    )


def describe_cluster_ip(address: ClusterIp) -> Cells:
    health = Health.OK if address.holder else Health.FAILED
    nobody = QCoreApplication.translate("Tree", "held by nobody")
    return Cells(
        health,
        (address.address,),
        icon="address",
        detail=address.holder or nobody,
        detail_health=health,
    )


def describe_group(facts: tuple[str, str, Health | None]) -> Cells:
    """A group: name, count or note, and the worst below it."""
    name, note, health = facts
    return Cells(health, (name,), icon="folder" if health is None else "", detail=note)
