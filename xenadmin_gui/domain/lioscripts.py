"""Questions to LIO of a server, and what targetcli has no command for, by its library rtslib.

Paths and names follow as words of their own. rtslib is that of targetcli (rtslib-fb 2.1.75).
"""

from __future__ import annotations

from xenadmin_gui.domain.command import Command

_CORE = "/sys/kernel/config/target/core"
_STORE_IS = f'grep -qsxF "T10 VPD Unit Serial Number: $2" {_CORE}/iblock_*/"$1"/wwn/vpd_unit_serial'
_NO_STORE = f'! ls -d {_CORE}/iblock_*/"$1" >/dev/null 2>&1'
_NO_LUNS = (
    '[ -z "$(find /sys/kernel/config/target -path "*/lun/*" -type l '
    '-lname "*/target/core/iblock_*/$1")" ]'
)

#: The file (first word) holds what runs, and nothing else; the backstores that follow, with their
#: LUNs, and the initiators that follow, with their access lists, are passed over. Attributes that
#: the file lacks have their defaults: no difference.
_SAME = """\
import json, sys
from rtslib_fb import RTSRoot
names = sys.argv[2:]
ours = ["/backstores/block/" + name for name in names]
keys = ("plugin", "name", "fabric", "wwn", "node_wwn", "tag", "index", "ip_address", "port")
aside = ("alias", "alua_access_status", "exists")
lists = ("tpgs", "luns", "node_acls", "mapped_luns", "portals", "fabric_modules")
found = []
def known(item):
    return [str(item.get(key, "")) for key in keys]
def strip(root):
    root["storage_objects"] = [s for s in root.get("storage_objects", [])
        if "/backstores/%s/%s" % (s.get("plugin"), s.get("name")) not in ours]
    for tpg in [g for t in root.get("targets", []) for g in t.get("tpgs", [])]:
        gone = [l["index"] for l in tpg.get("luns", []) if l["storage_object"] in ours]
        tpg["luns"] = [l for l in tpg.get("luns", []) if l["index"] not in gone]
        tpg["node_acls"] = [a for a in tpg.get("node_acls", []) if a["node_wwn"] not in names]
        for acl in tpg["node_acls"]:
            acl["mapped_luns"] = [m for m in acl.get("mapped_luns", []) if m["tpg_lun"] not in gone]
    return root
def compare(place, saved, runs):
    if isinstance(saved, dict) and isinstance(runs, dict):
        for key in sorted(set(saved) | {key for key in lists if runs.get(key)}):
            if key not in aside:
                compare(place + "/" + key, saved.get(key, []), runs.get(key))
    elif isinstance(saved, list) and isinstance(runs, list) and len(saved) == len(runs):
        pairs = zip(sorted(saved, key=known), sorted(runs, key=known))
        for one, other in pairs:
            compare(place + "/" + "-".join(filter(None, known(one))), one, other)
    elif str(saved) != str(runs) and not (not saved and not runs):
        found.append(place)
with open(sys.argv[1]) as file:
    saved = json.load(file)
runs = json.loads(json.dumps(RTSRoot().dump()))
compare("", strip(saved), strip(runs))
print("\\n".join(found))
sys.exit(1 if found else 0)
"""

#: A block backstore (second word) as a copy of the file (first word) has it, attributes included.
_RESTORE = """\
import json, sys
from rtslib_fb import RTSRoot
with open(sys.argv[1]) as file:
    saved = json.load(file)
wanted = ("block", sys.argv[2])
stores = [s for s in saved["storage_objects"] if (s["plugin"], s["name"]) == wanted]
errors = RTSRoot().restore({"storage_objects": stores, "targets": []})
sys.exit("\\n".join(errors) if errors else 0 if stores else "It is not in the copy.")
"""


def store_is(name: str, serial: str) -> tuple[str, ...]:
    """Return the argv that ends with 0 when a block backstore has that serial."""
    return ("sh", "-c", _STORE_IS, "sh", name, serial)


def no_store(name: str) -> tuple[str, ...]:
    """Return the argv that ends with 0 when there is no such block backstore."""
    return ("sh", "-c", _NO_STORE, "sh", name)


def no_luns(name: str) -> tuple[str, ...]:
    """Return the argv that ends with 0 when no target has a LUN on a block backstore."""
    return ("sh", "-c", _NO_LUNS, "sh", name)


def same_config(path: str, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the argv that ends with 0 when a file holds what LIO runs, 1 when they differ.

    Args:
        but: Block backstores that may differ, with their LUNs; initiators whose lists may.
    """
    return ("python3", "-c", _SAME, path, *but)


def restore_store(path: str, name: str) -> Command:
    """Make a block backstore again as a copy of the saved configuration has it."""
    return Command(("python3", "-c", _RESTORE, path, name))
