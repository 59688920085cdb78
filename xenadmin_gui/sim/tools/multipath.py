"""``multipathd show maps json`` and ``show config`` (multipath-tools 0.9.4 captures)."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.sim import san
from xenadmin_gui.sim.model import Lun
from xenadmin_gui.sim.targets import key_of, network_at, target_of
from xenadmin_gui.sim.tools import scsi
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_UNDEFINED = "[undef]"
_CONFIG = """\
defaults {
	verbosity 2
	polling_interval 5
	max_polling_interval 20
	path_selector "service-time 0"
	path_grouping_policy "failover"
	path_checker "tur"
	no_path_retry "queue"
	fast_io_fail_tmo 5
	user_friendly_names "no"
	find_multipaths "off"
}
devices {
	device {
		vendor "(LIO-ORG|SUSE)"
		product ".*"
		path_grouping_policy "group_by_prio"
		prio "alua"
		failback "immediate"
		no_path_retry 12
	}
}
overrides {
	no_path_retry "queue"
}
"""


@dataclass(frozen=True, slots=True)
class Device:
    """A SCSI disk of a host: one LUN over one network; ``number`` counts sda, sdb …."""

    number: int
    lun: Lun
    network: str
    is_ready: bool

    @property
    def name(self) -> str:
        """Such as ``sdb``."""
        letters, rest = "", self.number
        while True:
            letters = chr(97 + rest % 26) + letters
            rest = rest // 26 - 1
            if rest < 0:
                return "sd" + letters


def devices(call: Call) -> list[Device]:
    """Return the SCSI disks that the iSCSI sessions of the machine brought."""
    state = call.state
    networks = list(state.sessions.get(call.host, {}))
    found = []
    for wwid, one in scsi.seen(call).items():
        for network in one.networks:
            key = key_of(state, target_of(state, one.lun), one.lun.number)
            number = (key - 1) * len(networks) + networks.index(network)
            now = san.lun_of(state, wwid)
            is_ready = now is not None and san.is_path_ready(state, call.host, network, now)
            found.append(Device(number, one.lun, network, is_ready))
    return found


def multipath(call: Call) -> Answer:
    """``multipath -f WWID`` and ``multipath WWID``."""
    words, known = call.arguments, scsi.seen(call)
    wwid = words[-1] if words else ""
    one = known.get(wwid)
    if words[:1] == ("-f",) and len(words) == 2:
        if one is None or not one.has_map:
            return Answer(1)
        if any(wwid in run.wwids for run in call.state.runs[call.host].values()):
            return Answer(1, "", f"{wwid}: map in use\n")
        one.has_map = False
        if not one.networks:
            del known[wwid]
    elif len(words) == 1 and one is not None and one.networks:
        one.has_map, one.map_kib = True, one.size_kib
    else:
        return usage(call) if len(words) != 1 else Answer(1)
    call.world.touch()
    return Answer()


def _resize(call: Call, wwid: str) -> Answer:
    one = scsi.seen(call).get(wwid)
    if one is None or not one.has_map:
        return Answer(1, "fail\n")
    one.map_kib = one.size_kib
    call.world.touch()
    return Answer(0, "ok\n")


def multipathd(call: Call) -> Answer:
    """``multipathd show maps json`` and ``show config``."""
    if call.arguments == ("show", "config"):
        return Answer(0, _CONFIG)
    if call.arguments[:2] == ("resize", "map") and len(call.arguments) == 3:
        return _resize(call, call.arguments[2])
    if call.arguments != ("show", "maps", "json"):
        return usage(call)
    by_lun: dict[str, list[Device]] = {}
    for device in devices(call):
        if not scsi.seen(call)[device.lun.wwid].has_map:
            continue
        by_lun.setdefault(device.lun.wwid, []).append(device)
    maps = [_map(call, number, found) for number, found in enumerate(by_lun.values())]
    text = '{\n   "major_version": 0,\n   "minor_version": 1,\n   "maps": ['
    return Answer(0, text + ",".join(maps) + "]\n}\n")


def _map(call: Call, number: int, found: list[Device]) -> str:
    lun = found[0].lun
    ready = [device for device in found if device.is_ready]
    lost = [device for device in found if not device.is_ready]
    groups = [group for group in (ready, lost) if group]
    return (
        "{\n"
        f'      "name" : "{lun.wwid}",\n'
        f'      "uuid" : "{lun.wwid}",\n'
        f'      "sysfs" : "dm-{number}",\n'
        '      "failback" : "immediate",\n'
        '      "queueing" : "on",\n'
        f'      "paths" : {len(ready)},\n'
        '      "write_prot" : "rw",\n'
        '      "dm_st" : "active",\n'
        '      "features" : "1 queue_if_no_path",\n'
        '      "hwhandler" : "1 alua",\n'
        '      "action" : "",\n'
        f'      "path_faults" : {len(lost)},\n'
        '      "vend" : "LIO-ORG",\n'
        f'      "prod" : "{lun.name}",\n'
        '      "rev" : "4.0",\n'
        '      "switch_grp" : 0,\n'
        '      "map_loads" : 2,\n'
        '      "total_q_time" : 0,\n'
        '      "q_timeouts" : 0,\n'
        '      "path_groups": ['
        + ",".join(_group(call, n + 1, group) for n, group in enumerate(groups))
        + "]\n   }"
    )


def _group(call: Call, number: int, group: list[Device]) -> str:
    is_ready = group[0].is_ready
    return (
        "{\n"
        '         "selector" : "service-time 0",\n'
        f'         "pri" : {50 if is_ready else 0},\n'
        f'         "dm_st" : "{"active" if is_ready else "enabled"}",\n'
        '         "marginal_st" : "normal",\n'
        f'         "group" : {number},\n'
        '         "paths": [' + ",".join(_path(call, device) for device in group) + "]\n      }"
    )


def _path(call: Call, device: Device) -> str:
    address = call.machine.addresses.get(network_at(device.network), _UNDEFINED)
    major, minor = (8, device.number * 16) if device.number < 16 else (65, device.number % 16 * 16)
    return (
        "{\n"
        f'            "dev" : "{device.name}",\n'
        f'            "dev_t" : "{major}:{minor}",\n'
        f'            "dm_st" : "{"active" if device.is_ready else "failed"}",\n'
        '            "dev_st" : "running",\n'
        f'            "chk_st" : "{"ready" if device.is_ready else "faulty"}",\n'
        '            "checker" : "tur",\n'
        f'            "pri" : {50 if device.is_ready else -1},\n'
        '            "host_wwnn" : "[undef]",\n'
        f'            "target_wwnn" : "{target_of(call.state, device.lun)}",\n'
        '            "host_wwpn" : "[undef]",\n'
        '            "target_wwpn" : "[undef]",\n'
        f'            "host_adapter" : "{address if device.is_ready else _UNDEFINED}",\n'
        f'            "lun_hex" : "0x{device.lun.number:04x}000000000000",\n'
        '            "marginal_st" : "normal"\n'
        "         }"
    )
