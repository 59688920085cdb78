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

#: Where the file (first word) and what runs differ, a line a place: ``+`` runs and is not in the
#: file, ``-`` is in the file and does not run, ``~`` is otherwise there. Names only: the file has
#: passwords in it. With a second word: ends with 0 when that is what it would say.
_CHANGES = """\
import json, sys
try:
    from rtslib_fb import RTSRoot
except ImportError:
    sys.exit(0)
aside = ("alias", "alua_access_status", "exists")
def named(item, number):
    if "plugin" in item:
        return "%s/%s" % (item["plugin"], item["name"])
    if "ip_address" in item:
        return "%s:%s" % (item["ip_address"], item["port"])
    if "tag" in item:
        return "tpg%s" % item["tag"]
    found = [item[key] for key in ("node_wwn", "wwn", "name", "index") if key in item]
    return str(found[0] if found else number)
def flat(place, value, found):
    if isinstance(value, dict):
        for key in value:
            if key not in aside:
                flat(place + "/" + key, value[key], found)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            is_named = isinstance(item, dict)
            below = place + "/" + (named(item, number) if is_named else str(item))
            found[below] = None
            if is_named:
                flat(below, item, found)
    else:
        found[place] = str(value) if value else ""
def top(places):
    whole = [p for p in places if trees[p] is None]
    return sorted(p for p in places if not any(p.startswith(w + "/") for w in whole))
saved, runs = {}, {}
with open(sys.argv[1]) as file:
    flat("", json.load(file), saved)
flat("", json.loads(json.dumps(RTSRoot().dump())), runs)
trees = dict(runs, **saved)
lines = ["+ " + p[1:] for p in top([p for p in runs if p not in saved and runs[p] is None])]
lines += ["- " + p[1:] for p in top([p for p in saved if p not in runs and saved[p] != ""])]
lines += ["~ " + p[1:] for p in sorted(saved) if p in runs and saved[p] != runs[p]]
said = "\\n".join(lines)
print(said)
sys.exit(0 if sys.argv[2:] in ([], [said]) else 1)
"""

#: The same of the first file (second word and on) that is there, with its name above; nothing where
#: Pacemaker has LIO serve, or no target is: rtslib would have the kernel load modules.
_UNSAVED = (
    "systemctl --quiet is-active pacemaker.service && exit 0; "
    f'[ -d {_CORE} ] || exit 0; script=$1; shift; for path do if [ -e "$path" ]; '
    'then echo "$path"; exec python3 -c "$script" "$path"; fi; done'
)

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


def unsaved_changes(*paths: str) -> tuple[str, ...]:
    """Return the argv that says which of the files is there, and where what runs differs from it.

    A line a place, after a line with the file; nothing when nobody can tell.
    """
    return ("sh", "-c", _UNSAVED, "sh", _CHANGES, *paths)


def unsaved_changes_are(path: str, changes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the argv that ends with 0 when these are the places, each with its sign."""
    return ("python3", "-c", _CHANGES, path, "\n".join(changes))


def restore_store(path: str, name: str) -> Command:
    """Make a block backstore again as a copy of the saved configuration has it."""
    return Command(("python3", "-c", _RESTORE, path, name))
