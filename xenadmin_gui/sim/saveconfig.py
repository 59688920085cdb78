"""LIO's configuration as rtslib saves and loads it (rtslib-fb 2.1.75, capture saveconfig.json)."""

from __future__ import annotations

import json
from typing import Any

from xenadmin_gui.sim.model import Export, Lun, State, Store
from xenadmin_gui.sim.targets import key_of, luns_on, places_of, target_of, targets_on
from xenadmin_gui.sim.world import World

PATH = "/etc/rtslib-fb-target/saveconfig.json"
BLOCK = "/backstores/block"

_ALUA: dict[str, Any] = {
    "alua_access_state": 0, "alua_access_status": 0, "alua_access_type": 3,
    "alua_support_active_nonoptimized": 1, "alua_support_active_optimized": 1,
    "alua_support_offline": 1, "alua_support_standby": 1, "alua_support_transitioning": 1,
    "alua_support_unavailable": 1, "alua_write_metadata": 0, "implicit_trans_secs": 0,
    "name": "default_tg_pt_gp", "nonop_delay_msecs": 100, "preferred": 0, "tg_pt_gp_id": 0,
    "trans_delay_msecs": 0,
}  # fmt: skip
_STORE = {
    "alua_support": 1, "block_size": 512, "emulate_3pc": 1, "emulate_caw": 1, "emulate_dpo": 1,
    "emulate_fua_read": 1, "emulate_fua_write": 1, "emulate_model_alias": 1, "emulate_pr": 1,
    "emulate_rest_reord": 0, "emulate_tas": 1, "emulate_tpu": 0, "emulate_tpws": 0,
    "emulate_ua_intlck_ctrl": 0, "emulate_write_cache": 0, "enforce_pr_isids": 1,
    "force_pr_aptpl": 0, "is_nonrot": 0, "max_unmap_block_desc_count": 1,
    "max_unmap_lba_count": 262144, "max_write_same_len": 262144, "optimal_sectors": 2048,
    "pgr_support": 1, "pi_prot_format": 0, "pi_prot_type": 0, "pi_prot_verify": 0,
    "queue_depth": 128, "unmap_granularity": 1, "unmap_granularity_alignment": 0,
    "unmap_zeroes_data": 0,
}  # fmt: skip
_GROUP = {
    "authentication": 0, "cache_dynamic_acls": 0, "default_cmdsn_depth": 64, "default_erl": 0,
    "demo_mode_discovery": 1, "demo_mode_write_protect": 1, "fabric_prot_type": 0,
    "generate_node_acls": 0, "login_keys_workaround": 1, "login_timeout": 15, "netif_timeout": 2,
    "prod_mode_write_protect": 0, "t10_pi": 0, "tpg_enabled_sendtargets": 1,
}  # fmt: skip
_GROUP_PARAMETERS = {
    "AuthMethod": "CHAP,None", "DataDigest": "CRC32C,None", "DataPDUInOrder": "Yes",
    "DataSequenceInOrder": "Yes", "DefaultTime2Retain": "20", "DefaultTime2Wait": "2",
    "ErrorRecoveryLevel": "0", "FirstBurstLength": "65536", "HeaderDigest": "CRC32C,None",
    "IFMarkInt": "Reject", "IFMarker": "No", "ImmediateData": "Yes", "InitialR2T": "Yes",
    "MaxBurstLength": "262144", "MaxConnections": "1", "MaxOutstandingR2T": "1",
    "MaxRecvDataSegmentLength": "8192", "MaxXmitDataSegmentLength": "262144",
    "OFMarkInt": "Reject", "OFMarker": "No", "TargetAlias": "LIO Target",
}  # fmt: skip
_LIST = {
    "authentication": -1, "dataout_timeout": 3, "dataout_timeout_retries": 5, "default_erl": 0,
    "nopin_response_timeout": 30, "nopin_timeout": 15, "random_datain_pdu_offsets": 0,
    "random_datain_seq_offsets": 0, "random_r2t_offsets": 0,
}  # fmt: skip
#: Attributes that targetcli knows, by the kind of object.
KNOWN = {"store": frozenset(_STORE), "group": frozenset(_GROUP), "list": frozenset(_LIST)}


def dump(state: State, server: str) -> dict[str, Any]:
    """Return what LIO of a server runs, as rtslib's ``RTSRoot().dump()`` does."""
    export = state.exports[server]
    targets = [_target(state, export, iqn) for iqn in targets_on(state, export)]
    return {
        "fabric_modules": [],
        "storage_objects": [_store(export, store) for store in export.stores.values()],
        "targets": targets,
    }


def save(world: World, server: str) -> None:
    """Write what runs over the file, as ``targetcli saveconfig`` does."""
    world.state.machines[server].files[PATH] = text(world.state, server)
    world.touch()


def text(state: State, server: str) -> str:
    """Return the file that holds what runs."""
    return json.dumps(dump(state, server), sort_keys=True, indent=2) + "\n"


def load(state: State, server: str) -> None:
    """Have LIO run what the file of a server that starts says; the file was not touched since."""
    saved = json.loads(state.machines[server].files[PATH])
    export = state.exports[server] = Export()
    for one in saved["storage_objects"]:
        add_store(export, one)
    iqns = [target["wwn"] for target in saved["targets"]]
    state.luns = {k: lun for k, lun in state.luns.items() if target_of(state, lun) not in iqns}
    for target in saved["targets"]:
        export.has_target = True
        export.targets.append(target["wwn"])
        (group,) = target["tpgs"]
        iqn = target["wwn"]
        place = f"/iscsi/{iqn}/tpg1"
        _keep(export, place, _GROUP, group["attributes"])
        export.addresses += [portal["ip_address"] for portal in group["portals"]]
        for lun in group["luns"]:
            store = export.stores[lun["storage_object"].rpartition("/")[2]]
            link(state, export, store, lun["index"], "" if iqn == state.target else iqn)
        for one in group["node_acls"]:
            initiator = one["node_wwn"]
            if initiator not in export.initiators:
                export.initiators.append(initiator)
            _keep(export, f"{place}/acls/{initiator}", _LIST, one["attributes"])
            chap = {key: value for key, value in one.items() if key.startswith("chap_")}
            _keep(export, f"{place}/acls/{initiator}", {}, chap)


def add_store(export: Export, saved: dict[str, Any]) -> None:
    """Make a backstore as a saved configuration has it."""
    name = saved["name"]
    export.stores[name] = Store(name, saved["dev"], saved["wwn"], saved["readonly"])
    _keep(export, f"{BLOCK}/{name}", _STORE, saved.get("attributes", {}))


def link(state: State, export: Export, store: Store, number: int, target: str = "") -> None:
    """Make a LUN of a backstore; ``target`` empty: in the first target."""
    key = key_of(state, target or state.target, number)
    digits = "".join(c for c in store.serial.lower() if c in "0123456789abcdef")[:25]
    state.luns[key] = Lun(
        number, store.name, store.device, store.serial, f"36001405{digits:0<25}", target
    )
    export.luns = sorted({*export.luns, key})


def differs(state: State, server: str, saved: str, but: tuple[str, ...]) -> bool:
    """Whether a saved configuration and what runs differ, some backstores aside."""
    return _known(json.loads(saved), but) != _known(dump(state, server), but)


def changes(state: State, server: str, saved: str) -> str:
    """Return where they differ, a line a place, as the script of ``lioscripts`` says it."""
    old, new = dict[str, str | None](), dict[str, str | None]()
    _flat("", json.loads(saved), old)
    _flat("", dump(state, server), new)
    lines = [f"+ {place[1:]}" for place in _top(new.keys() - old.keys(), new)]
    lines += [f"- {place[1:]}" for place in _top(old.keys() - new.keys(), old)]
    both = sorted(place for place in old if place in new and old[place] != new[place])
    return "\n".join(lines + [f"~ {place[1:]}" for place in both])


def _flat(place: str, value: Any, found: dict[str, str | None]) -> None:
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in ("alias", "alua_access_status"):
                _flat(f"{place}/{key}", part, found)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            below = f"{place}/{_named(item, number)}"
            found[below] = None
            _flat(below, item, found)
    else:
        found[place] = str(value) if value else ""


def _named(item: dict[str, Any], number: int) -> str:
    if "plugin" in item:
        return f"{item['plugin']}/{item['name']}"
    if "ip_address" in item:
        return f"{item['ip_address']}:{item['port']}"
    if "tag" in item:
        return f"tpg{item['tag']}"
    names = [item[key] for key in ("node_wwn", "wwn", "name", "index") if key in item]
    return str(names[0] if names else number)


def _top(places: set[str], tree: dict[str, str | None]) -> list[str]:
    """The places that are items of lists themselves, or stand in none of these."""
    whole = [place for place in places if tree[place] is None]
    return sorted(p for p in places if not any(p.startswith(f"{w}/") for w in whole))


def _known(root: dict[str, Any], but: tuple[str, ...]) -> str:
    """The configuration in an order of its own, without what does not count."""
    ours = {f"{BLOCK}/{name}" for name in but}
    root["storage_objects"] = [s for s in root["storage_objects"] if s["name"] not in but]
    for group in [group for target in root["targets"] for group in target["tpgs"]]:
        gone = {lun["index"] for lun in group["luns"] if lun["storage_object"] in ours}
        group["luns"] = [lun for lun in group["luns"] if lun["index"] not in gone]
        group["node_acls"] = [one for one in group["node_acls"] if one["node_wwn"] not in but]
        for one in group["node_acls"]:
            one["mapped_luns"] = [m for m in one["mapped_luns"] if m["tpg_lun"] not in gone]
    return json.dumps(_ordered(root), sort_keys=True)


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _ordered(item) for key, item in value.items() if key != "alias"}
    if isinstance(value, list):
        return sorted((_ordered(item) for item in value), key=json.dumps)
    return value


def _store(export: Export, store: Store) -> dict[str, Any]:
    return {
        "alua_tpgs": [dict(_ALUA)],
        "attributes": _STORE | _set(export, f"{BLOCK}/{store.name}", _STORE),
        "dev": store.device,
        "name": store.name,
        "plugin": "block",
        "readonly": store.is_read_only,
        "write_back": False,
        "wwn": store.serial,
    }


def _target(state: State, export: Export, iqn: str) -> dict[str, Any]:
    luns = luns_on(state, export, iqn)
    place = f"/iscsi/{iqn}/tpg1"
    here = set(places_of(state, iqn).values())
    lists = []
    for initiator in export.initiators:
        own = export.settings.get(f"{place}/acls/{initiator}", {})
        chap = {key: value for key, value in own.items() if key.startswith("chap_")}
        mapped = [
            {"alias": alias(lun, initiator), "index": lun.number, "tpg_lun": lun.number}
            | {"write_protect": False}
            for lun in luns
        ]
        attributes = _LIST | _set(export, f"{place}/acls/{initiator}", _LIST)
        lists.append(
            {"attributes": attributes, "mapped_luns": mapped, "node_wwn": initiator} | chap
        )
    group = {
        "attributes": _GROUP | _set(export, place, _GROUP),
        "enable": True,
        "luns": [
            {
                "alias": alias(lun, "lun"),
                "alua_tg_pt_gp_name": "default_tg_pt_gp",
                "index": lun.number,
                "storage_object": f"{BLOCK}/{lun.name}",
            }
            for lun in luns
        ],
        "node_acls": lists,
        "parameters": dict(_GROUP_PARAMETERS),
        "portals": [
            {"ip_address": address, "iser": False, "offload": False, "port": 3260}
            for address in export.addresses
            if address in here
        ],
        "tag": 1,
    }
    parameters = {"cmd_completion_affinity": "-1"}
    return {"fabric": "iscsi", "parameters": parameters, "tpgs": [group], "wwn": iqn}


def alias(lun: Lun, place: str) -> str:
    """Return the ten hexadecimal digits that rtslib names a link by."""
    return f"{sum(ord(c) for c in lun.serial + place) * 2654435761 % 2**40:010x}"


def _set(export: Export, place: str, known: dict[str, int]) -> dict[str, int]:
    own = export.settings.get(place, {})
    return {key: int(value) for key, value in own.items() if key in known}


def _keep(export: Export, place: str, usual: dict[str, int], values: dict[str, Any]) -> None:
    """Remember what is not as usual."""
    own = {key: str(value) for key, value in values.items() if value != usual.get(key)}
    if own:
        export.settings.setdefault(place, {}).update(own)
