"""The flat list of VMs with columns, sortable by each; also the table on a host's page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.pieces import Steps, whole
from xenadmin_gui.gui.tree import describe
from xenadmin_gui.gui.tree.filter import Filter
from xenadmin_gui.gui.tree.row import Cells, Row
from xenadmin_gui.gui.tree.views import RowCache, matching, natural

NAME, STATE, HOST, CPU, MEMORY = range(5)
NUMERIC = (CPU, MEMORY)


def headers() -> list[str]:
    """Return the heads; units stand here and not in the rows."""
    tr = QCoreApplication.translate
    return [
        tr("VmTable", "VM"),
        tr("VmTable", "State"),
        tr("VmTable", "Host"),
        tr("VmTable", "CPU %"),
        tr("VmTable", "GiB"),
    ]


def vm_rows(
    vms: Iterable[Vm], wanted: Filter, cache: RowCache, column: int, *, descending: bool
) -> Steps[list[Row]]:
    """Return a row a VM in the wished order; what is not measured comes last."""
    vms = tuple(vms)
    cache.learn(vms)
    found = yield from matching(vms, wanted)
    ordered = cache.by_name(found)
    if column != NAME:
        known = [vm for vm in ordered if _SORT[column](vm) is not None]
        unknown = [vm for vm in ordered if _SORT[column](vm) is None]
        known.sort(key=_SORT[column], reverse=descending)
        ordered = known + unknown
    elif descending:
        ordered.reverse()
    yield
    return [cache.vm(vm, _row) for vm in ordered]


def all_rows(vms: Iterable[Vm]) -> tuple[Row, ...]:
    """Return a row a VM, by name, for a table on a page."""
    return tuple(whole(vm_rows(vms, Filter(), RowCache(), NAME, descending=False)))


def _row(vm: Vm) -> Row:
    return Row(vm.uuid, vm.key, vm, describe_columns)


def describe_columns(vm: Vm) -> Cells:
    """Return the cells of a VM in the table."""
    detail, health = describe.vm_detail(vm)
    state = wording.vm_state_word(vm.state)
    if vm.activity or len(vm.running_on) > 1:
        state = detail
    cpu = "" if vm.cpu_percent is None else wording.number(vm.cpu_percent)
    memory = "" if vm.memory_bytes is None else wording.gib(vm.memory_bytes)
    return Cells(
        vm.health,
        (vm.name, state, vm.host or "", cpu, memory),
        detail_health=health,
        shield=vm.is_protected,
        tip=describe.vm_tip(vm),
    )


_SORT: dict[int, Callable[[Vm], Any]] = {
    STATE: lambda vm: vm.state.value,
    HOST: lambda vm: natural(vm.host) if vm.host else None,
    CPU: lambda vm: vm.cpu_percent,
    MEMORY: lambda vm: vm.memory_bytes,
}
