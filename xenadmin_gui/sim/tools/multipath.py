"""``multipathd show maps json`` and ``show config`` (multipath-tools 0.9.4 captures)."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.sim import san
from xenadmin_gui.sim.model import Lun
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
    for index, lun in enumerate(state.luns.values()):
        for offset, network in enumerate(networks):
            is_ready = san.is_path_ready(state, call.host, network, lun)
            found.append(Device(index * len(networks) + offset, lun, network, is_ready))
    return found


def multipathd(call: Call) -> Answer:
    """``multipathd show maps json`` and ``show config``."""
    if call.arguments == ("show", "config"):
        return Answer(0, _CONFIG)
    if call.arguments != ("show", "maps", "json"):
        return usage(call)
    by_lun: dict[int, list[Device]] = {}
    for device in devices(call):
        by_lun.setdefault(device.lun.number, []).append(device)
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
    address = call.machine.addresses.get(device.network, _UNDEFINED)
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
        f'            "target_wwnn" : "{call.state.target}",\n'
        '            "host_wwpn" : "[undef]",\n'
        '            "target_wwpn" : "[undef]",\n'
        f'            "host_adapter" : "{address if device.is_ready else _UNDEFINED}",\n'
        f'            "lun_hex" : "0x{device.lun.number:04x}000000000000",\n'
        '            "marginal_st" : "normal"\n'
        "         }"
    )
