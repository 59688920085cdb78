"""LIO's configfs as ``find`` shows it."""

from __future__ import annotations

from xenadmin_gui.sim.model import Export, Lun, Store
from xenadmin_gui.sim.saveconfig import alias
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_CORE = "/sys/kernel/config/target/core"
_ISCSI = "/sys/kernel/config/target/iscsi"


def find(call: Call) -> Answer:
    """``find … -name udev_path|vpd_unit_serial -exec grep -H . {} +`` and the links of LUNs."""
    words = call.arguments
    export = call.state.exports.get(call.host)
    if export is None:
        return Answer(1, "", f"find: '{words[0]}': No such file or directory\n")
    luns = [call.state.luns[number] for number in export.luns if number in call.state.luns]
    stores = _stores(export, luns)
    if words[0] == _CORE and "udev_path" in words:
        paths = (f"{_place(n, lun)}/udev_path:{lun.device}\n" for n, lun in enumerate(stores))
        return Answer(0, "".join(paths))
    if words[0] == _CORE and "vpd_unit_serial" in words:
        serials = (
            f"{_place(n, lun)}/wwn/vpd_unit_serial:T10 VPD Unit Serial Number: {lun.serial}\n"
            for n, lun in enumerate(stores)
        )
        return Answer(0, "".join(serials))
    if words[0] == _CORE and "info" in words:
        return Answer(0, "".join(_info(n, one) for n, one in enumerate(stores)))
    if words[0] == _ISCSI and "d" in words:
        return Answer(0, _directories(call, luns) if export.has_target else "")
    if words[0] == _ISCSI and "write_protect" in words:
        lists = (f"{place}/write_protect:0\n" for place in _lists(call, luns))
        return Answer(0, "".join(lists) if export.has_target else "")
    if words[0] == _ISCSI and "l" in words:
        return Answer(0, _links(call, luns, stores) if export.has_target else "")
    return usage(call)


def _stores(export: Export, luns: list[Lun]) -> list[Store]:
    """The backstores; Pacemaker's agent makes one for each LUN."""
    return list(export.stores.values()) or [Store(n.name, n.device, n.serial) for n in luns]


def _place(number: int, store: Store) -> str:
    return f"{_CORE}/iblock_{number}/{store.name}"


def _info(number: int, store: Store) -> str:
    """``info`` of an iblock backstore (drivers/target/target_core_iblock.c)."""
    place, name = f"{_place(number, store)}/info:", store.device.rpartition("/")[2]
    return (
        f"{place}Status: ACTIVATED  Max Queue Depth: 0  SectorSize: 512  HwMaxSectors: 65528\n"
        f"{place}        iBlock device: {name}  UDEV PATH: {store.device}  "
        f"readonly: {int(store.is_read_only)}\n"
        f"{place}        Major: 147 Minor: {number + 1}  CLAIMED: IBLOCK\n"
    )


def _directories(call: Call, luns: list[Lun]) -> str:
    group = f"{_ISCSI}/{call.state.target}/tpgt_1"
    initiators = call.state.exports[call.host].initiators
    places = [f"{group}/acls/{initiator}" for initiator in initiators]
    places += [f"{group}/lun/lun_{lun.number}" for lun in luns]
    places += [f"{group}/np/{address}:3260" for address in call.state.portals.values()]
    return "".join(f"{place}\n" for place in places)


def _lists(call: Call, luns: list[Lun]) -> list[str]:
    group = f"{_ISCSI}/{call.state.target}/tpgt_1"
    initiators = call.state.exports[call.host].initiators
    return [f"{group}/acls/{one}/lun_{lun.number}" for one in initiators for lun in luns]


def _links(call: Call, luns: list[Lun], stores: list[Store]) -> str:
    group = f"{_ISCSI}/{call.state.target}/tpgt_1"
    initiators = call.state.exports[call.host].initiators
    places = {store.name: number for number, store in enumerate(stores)}
    lines = []
    for lun in luns:
        for initiator in initiators:
            place = f"{group}/acls/{initiator}/lun_{lun.number}/{alias(lun, initiator)}"
            mapped = f"target/iscsi/{call.state.target}/tpgt_1/lun/lun_{lun.number}"
            lines.append(f"{place}\t{'../' * 7}{mapped}\n")
        link = f"{group}/lun/lun_{lun.number}/{alias(lun, 'lun')}"
        lines.append(f"{link}\t{'../' * 6}target/core/iblock_{places[lun.name]}/{lun.name}\n")
    return "".join(lines)
