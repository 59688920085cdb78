"""``targetcli`` with one command (targetcli-fb 2.1.53), and what is asked of its library.

Where the application has no use for it, less is known than targetcli knows: one portal group a
target, block backstores, access lists that all have every LUN and are the same for every target.
"""

from __future__ import annotations

import json

from xenadmin_gui.domain import lioscripts
from xenadmin_gui.sim import saveconfig
from xenadmin_gui.sim.model import Export, Store
from xenadmin_gui.sim.targets import key_of, luns_on, targets_on
from xenadmin_gui.sim.tools import scsi
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_SAME = lioscripts.same_config("")[2]
_RESTORE = lioscripts.restore_store("", "").argv[2]
_STORE_IS = lioscripts.store_is("", "")[2]
_NO_STORE = lioscripts.no_store("")[2]
_NO_LUNS = lioscripts.no_luns("")[2]
_CHANGES = lioscripts.unsaved_changes_are("", ())[2]
_UNSAVED = lioscripts.unsaved_changes()[2]


def targetcli(call: Call) -> Answer:
    """``targetcli PATH VERB NAME=VALUE …``; the words are joined, and parted at blanks again."""
    words = " ".join(call.arguments).split()
    export = call.state.exports[call.host]
    if words == ["saveconfig"]:
        saveconfig.save(call.world, call.host)
        return Answer(0, f"Configuration saved to {saveconfig.PATH}\n")
    if len(words) < 3:
        return usage(call)
    place, verb, values = words[0], words[1], _values(words[2:])
    target = _target(call, export, place)
    group = f"/iscsi/{target}/tpg1"
    if verb == "set":
        return _set(call, export, place, words[2], _values(words[3:]))
    call.world.touch()
    if (place, verb) == (saveconfig.BLOCK, "create"):
        return _create_store(call, export, values)
    if (place, verb) == (saveconfig.BLOCK, "delete"):
        return _delete_store(call, export, values["name"])
    if (place, verb) == (f"{group}/luns", "create") and export.has_target:
        return _create_lun(call, export, target, values)
    if (place, verb) == (f"{group}/luns", "delete") and export.has_target:
        return _delete_lun(call, export, target, values["lun"])
    if place == f"{group}/acls" and export.has_target:
        return _change_lists(call, export, place, verb, values["wwn"])
    return Answer(1, "", f"No such path {place}\n")


def python3(call: Call) -> Answer:
    """``python3 -c SCRIPT PATH NAME …`` with the scripts of ``domain/lioscripts.py``."""
    words = call.arguments
    if len(words) < 3 or words[0] != "-c":
        return usage(call)
    text = call.machine.files.get(words[2])
    if text is None:
        return Answer(1, "", f"FileNotFoundError: [Errno 2] No such file: '{words[2]}'\n")
    if words[1] == _SAME:
        return Answer(int(saveconfig.differs(call.state, call.host, text, words[3:])))
    if words[1] == _CHANGES and len(words) == 4:
        return Answer(int(saveconfig.changes(call.state, call.host, text) != words[3]))
    if words[1] == _RESTORE and len(words) == 4:
        stores = [s for s in json.loads(text)["storage_objects"] if s["name"] == words[3]]
        for one in stores:
            saveconfig.add_store(call.state.exports[call.host], one)
        call.world.touch()
        return Answer() if stores else Answer(1, "", "It is not in the copy.\n")
    return usage(call)


def script(call: Call, text: str, values: tuple[str, ...]) -> Answer | None:
    """What the scripts about backstores answer; None to other scripts."""
    if text == _UNSAVED:
        return _unsaved(call, values[1:])
    if text not in (_STORE_IS, _NO_STORE, _NO_LUNS):
        return None
    store = call.state.exports[call.host].stores.get(values[0])
    if text == _STORE_IS:
        return Answer(0 if store is not None and store.serial == values[1] else 1)
    is_free = store is None or (text == _NO_LUNS and not _luns(call, store))
    return Answer(0 if is_free else 1)


def _unsaved(call: Call, paths: tuple[str, ...]) -> Answer:
    """Nothing where Pacemaker runs, or no file is."""
    path = next((path for path in paths if path in call.machine.files), "")
    export = call.state.exports.get(call.host)
    if not path or export is None or call.host in call.state.pacemaker.members:
        return Answer()
    changes = saveconfig.changes(call.state, call.host, call.machine.files[path])
    return Answer(0, f"{path}\n{changes}\n")


def services(call: Call) -> Answer:
    """``systemctl list-unit-files --no-legend UNIT …``: none of them ends with 1."""
    unit = "rtslib-fb-targetctl.service"
    if call.machine.is_host or call.host in call.state.pacemaker.members:
        return Answer(1)
    return Answer(0, f"{unit} enabled enabled\n") if unit in call.arguments else Answer(1)


def _target(call: Call, export: Export, place: str) -> str:
    """The target that a path is of; the first one for other paths."""
    named = place.removeprefix("/iscsi/").partition("/")[0]
    known = targets_on(call.state, export)
    return named if named in known else next(iter(known), call.state.target)


def _values(words: list[str]) -> dict[str, str]:
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def _luns(call: Call, store: Store) -> list[int]:
    """Keys of the LUNs of a backstore."""
    luns = call.state.luns
    return [n for n in call.state.exports[call.host].luns if luns[n].name == store.name]


def _set(call: Call, export: Export, place: str, kind: str, values: dict[str, str]) -> Answer:
    """``set attribute|auth NAME=VALUE`` of a backstore, a portal group or an access list."""
    group = f"/iscsi/{_target(call, export, place)}/tpg1"
    lists = {f"{group}/acls/{initiator}": "list" for initiator in export.initiators}
    stores = {f"{saveconfig.BLOCK}/{name}": "store" for name in export.stores}
    found = ({group: "group"} | lists | stores).get(place)
    if found is None:
        return Answer(1, "", f"No such path {place}\n")
    own = export.settings.setdefault(place, {})
    for name, value in values.items():
        if kind == "attribute" and name in saveconfig.KNOWN[found]:
            own[name] = value
        elif kind == "auth" and found == "list":
            own[f"chap_{name}"] = value
        else:
            return Answer(1, "", f"Unknown parameter {name} in group '{kind}'.\n")
    call.world.touch()
    return Answer(0, "".join(f"Parameter {name} is now '{v}'.\n" for name, v in values.items()))


def _create_store(call: Call, export: Export, values: dict[str, str]) -> Answer:
    name, device = values["name"], values["dev"]
    if name in export.stores:
        return Answer(1, "", f"Storage object block/{name} exists\n")
    if scsi.backing_kib(call.state, call.host, device) is None:
        return Answer(1, "", f"Device {device} is not a TYPE_DISK block device\n")
    if any(store.device == device for store in export.stores.values()):
        said = f"Cannot configure StorageObject because device {device} is already in use\n"
        return Answer(1, "", said)
    is_read_only = values.get("readonly") == "true"
    export.stores[name] = Store(name, device, values["wwn"], is_read_only)
    return Answer(0, f"Created block storage object {name} using {device}.\n")


def _delete_store(call: Call, export: Export, name: str) -> Answer:
    store = export.stores.get(name)
    if store is None:
        return Answer(1, "", f"No storage object named {name}.\n")
    for number in _luns(call, store):
        export.luns.remove(number)
    del export.stores[name]
    export.settings.pop(f"{saveconfig.BLOCK}/{name}", None)
    return Answer(0, f"Deleted storage object {name}.\n")


def _create_lun(call: Call, export: Export, target: str, values: dict[str, str]) -> Answer:
    store = export.stores.get(values["storage_object"].removeprefix(f"{saveconfig.BLOCK}/"))
    number = int(values["lun"])
    if store is None:
        return Answer(1, "", "storage object or path not valid\n")
    if _luns(call, store):
        return Answer(1, "", f"lun for storage object block/{store.name} already exists\n")
    if key_of(call.state, target, number) in export.luns:
        return Answer(1, "", "This LUN already exists in configFS\n")
    if values.get("add_mapped_luns") != "true":
        return usage(call)
    is_first = target == call.state.target
    saveconfig.link(call.state, export, store, number, "" if is_first else target)
    said = "".join(
        f"Created LUN {number}->{number} mapping in node ACL {initiator}\n"
        for initiator in export.initiators
    )
    return Answer(0, f"Created LUN {number}.\n{said}")


def _change_lists(call: Call, export: Export, place: str, verb: str, initiator: str) -> Answer:
    """``create wwn=NAME``: with every LUN; ``delete wwn=NAME``."""
    is_there = initiator in export.initiators
    if verb == "create":
        if is_there:
            return Answer(1, "", "This NodeACL already exists in configFS\n")
        export.initiators.append(initiator)
        luns = luns_on(call.state, export, _target(call, export, place))
        said = "".join(f"Created mapped LUN {lun.number}.\n" for lun in luns)
        return Answer(0, f"Created Node ACL for {initiator}\n{said}")
    if not is_there:
        return Answer(1, "", "No such NodeACL in configfs\n")
    export.initiators.remove(initiator)
    export.settings.pop(f"{place}/{initiator}", None)
    return Answer(0, f"Deleted Node ACL {initiator}.\n")


def _delete_lun(call: Call, export: Export, target: str, word: str) -> Answer:
    key = key_of(call.state, target, int(word)) if word.isdecimal() else -1
    if key not in export.luns:
        return Answer(1, "", "Invalid LUN\n")
    export.luns.remove(key)
    return Answer(0, f"Deleted LUN {word}.\n")
