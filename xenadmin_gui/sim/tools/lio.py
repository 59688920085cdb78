"""LIO's configfs as ``find`` shows it."""

from __future__ import annotations

from xenadmin_gui.sim.model import Export, Lun, Store
from xenadmin_gui.sim.saveconfig import alias
from xenadmin_gui.sim.targets import luns_on, places_of, target_of, targets_on
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
    export = call.state.exports[call.host]
    lines = []
    for iqn in targets_on(call.state, export):
        group = f"{_ISCSI}/{iqn}/tpgt_1"
        lines += [f"{group}/acls/{initiator}" for initiator in export.initiators]
        lines += [f"{group}/lun/lun_{lun.number}" for lun in luns_on(call.state, export, iqn)]
        lines += [f"{group}/np/{one}:3260" for one in places_of(call.state, iqn).values()]
    return "".join(f"{place}\n" for place in lines)


def _lists(call: Call, luns: list[Lun]) -> list[str]:
    export = call.state.exports[call.host]
    return [
        f"{_ISCSI}/{target_of(call.state, lun)}/tpgt_1/acls/{one}/lun_{lun.number}"
        for one in export.initiators
        for lun in luns
    ]


def _links(call: Call, luns: list[Lun], stores: list[Store]) -> str:
    initiators = call.state.exports[call.host].initiators
    places = {store.name: number for number, store in enumerate(stores)}
    lines = []
    for lun in luns:
        target = f"{target_of(call.state, lun)}/tpgt_1"
        for initiator in initiators:
            acl = f"{_ISCSI}/{target}/acls/{initiator}"
            place = f"{acl}/lun_{lun.number}/{alias(lun, initiator)}"
            mapped = f"target/iscsi/{target}/lun/lun_{lun.number}"
            lines.append(f"{place}\t{'../' * 7}{mapped}\n")
        link = f"{_ISCSI}/{target}/lun/lun_{lun.number}/{alias(lun, 'lun')}"
        lines.append(f"{link}\t{'../' * 6}target/core/iblock_{places[lun.name]}/{lun.name}\n")
    return "".join(lines)
