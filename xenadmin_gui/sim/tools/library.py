"""What the template library's commands answer: find, df, ssh and the scripts of its plans."""

from __future__ import annotations

from xenadmin_gui.domain import libraryscripts as scripts
from xenadmin_gui.domain.template import DESCRIPTION, LIBRARY
from xenadmin_gui.sim import library, reach
from xenadmin_gui.sim.model import Machine
from xenadmin_gui.sim.tools import scsi
from xenadmin_gui.sim.tools.call import Answer, Call, usage

#: Room on the file system of a server's /var, the library's files included.
ROOM_BYTES = 80 << 30
_MIB = 1 << 20
#: How much larger a packed disk becomes here.
_PACKED = 6

_TASK = "0" * 12
_IMPORT = scripts.import_image("", "", "", "", "", task=_TASK).argv[2]
_CAPTURE = scripts.capture_device("", 0, "", "", "", "", task=_TASK).argv[2]
_PUSH = scripts.push("x", "x", "", task=_TASK).argv[2]
_RECEIVE = scripts.receive("x", "x", task=_TASK, sent_by=_TASK).argv[2]
_REMOVE_MADE = scripts.remove_made("x", _TASK).argv[2]
_NOTHING_MADE = scripts.nothing_made("x", _TASK).argv[2]
_VERIFY = scripts.verify("x", "x", "").argv[2]
_ROOM = scripts.has_room(0).argv[2]
_UNREAD = scripts.is_unread("").argv[2]
_REWRITE = scripts.rewrite("x", "").argv[2]
_SENT = scripts.size_and_sum("").argv[2]
_KEEP = scripts.keep_input("", "", 0).argv[2]


def find(call: Call) -> Answer:
    """``find LIBRARY … -type f -not -path LIBRARY/.* (-printf … | -name N … -exec grep …)``."""
    words = call.arguments
    prefix = f"{LIBRARY}/"
    files = {p: text for p, text in call.machine.files.items() if p.startswith(prefix)}
    if not files:
        return Answer(1, "", f"find: '{LIBRARY}': No such file or directory\n")
    shown = sorted(
        path
        for path in files
        if path.count("/") == prefix.count("/") + 1
        and not path.startswith(f"{prefix}.")
        and not path.endswith("/.")
    )
    if "-printf" in words:
        lines = (f"{library.size_of(files[p])}\t{p[len(prefix) :]}\n" for p in shown)
        return Answer(0, "".join(lines))
    if "-exec" in words and "-name" in words:
        name = words[words.index("-name") + 1]
        found = (p for p in shown if p.endswith(f"/{name}"))
        return Answer(0, "".join(f"{p}:{line}\n" for p in found for line in files[p].splitlines()))
    return usage(call)


def free_bytes(machine: Machine) -> int:
    """Return the room that is left where the library lies."""
    files = machine.files.items()
    return ROOM_BYTES - sum(library.size_of(t) for p, t in files if p.startswith("/var/lib/"))


def df(call: Call) -> Answer:
    """``df --block-size=1 --output=avail …``."""
    return Answer(0, f"       Avail\n{free_bytes(call.machine):>12}\n")


def ssh(call: Call) -> Answer:
    """``ssh -o … root@ADDRESS true``: the SAN servers trust each other."""
    return _no_route(call, call.arguments[-2].rpartition("@")[2]) or Answer()


def stat(call: Call) -> Answer:
    """``stat -L -c '%s %F' -- FILE``."""
    path = call.arguments[-1]
    content = call.machine.files.get(path)
    if content is None:
        return Answer(1, "", f"stat: cannot statx '{path}': No such file or directory\n")
    return Answer(0, f"{library.size_of(content)} regular file\n")


def script(call: Call, text: str, values: tuple[str, ...]) -> Answer | None:
    """Answer one of the library's scripts; None: it is none of them."""
    if text == _IMPORT:
        return _import(call, *values)
    if text == _CAPTURE:
        return _capture(call, *values)
    if text == _PUSH:
        return _push(call, *values)
    if text == _RECEIVE:
        return _receive(call.machine, *values)
    if text == _REMOVE_MADE:
        return _remove_made(call, *values)
    if text == _NOTHING_MADE:
        return Answer(0 if not _of_task(call.machine, *values) else 1)
    if text == _VERIFY:
        return _check(call.machine, *values)
    if text == _ROOM:
        return Answer(0 if free_bytes(call.machine) >= int(values[2]) else 1)
    if text == _SENT:
        return _size_and_sum(call.machine, values[0])
    if text == _KEEP:
        folder, name, offset = values
        before = call.machine.files.get(f"{folder}/{name}", "") if offset != "0" else ""
        call.machine.files[f"{folder}/{name}"] = before + call.stdin
        call.world.touch()
        return Answer()
    if text == _UNREAD:
        return Answer()
    if text == _REWRITE:
        files = call.machine.files
        if values[0] not in files:
            return Answer(1, "", f"cp: cannot stat '{values[0]}': No such file or directory\n")
        files[f"{values[0]}.before"], files[values[0]] = files[values[0]], values[1]
        call.world.touch()
        return Answer()
    return None


def _import(
    call: Call, path: str, new: str, image: str, final: str, text: str, fmt: str, want: str,
    how: str, task: str,
) -> Answer:  # fmt: skip
    content = call.machine.files.get(path)
    if content is None:
        return Answer(1, "", f"cp: cannot stat '{path}': No such file or directory\n")
    size = library.size_of(content)
    if fmt not in ("raw", "qcow2"):
        size *= _PACKED
    answer = _finish(call, content, -(-size // _MIB) * _MIB, image, final, text, want, task)
    if how == "move" and answer.exit_status == 0:
        del call.machine.files[path]
    return answer


def _capture(
    call: Call, device: str, new: str, image: str, final: str, text: str, fmt: str, size: str,
    task: str,
) -> Answer:  # fmt: skip
    if scsi.device_kib(call, device) is None:
        return Answer(1, "", f"dd: failed to open '{device}': No such file or directory\n")
    packed = int(size) if fmt == "raw" else int(size) // _PACKED
    content = library.large_file(f"image of {device}", packed)
    return _finish(call, content, int(size), image, final, text, "", task)


def _finish(
    call: Call, content: str, disk_bytes: int, image: str, final: str, text: str, want: str,
    task: str,
) -> Answer:  # fmt: skip
    total = library.checksum(content)
    if want and want != total:
        said = (
            f"The checksum of the image is {total} and should be {want}: it did not arrive whole."
        )
        return Answer(1, "", f"{said}\n")
    files = call.machine.files
    if any(path.startswith(f"{final}/") for path in files):
        return Answer(1, "", f"There is {final} already.\n")
    text = text.replace(scripts.IMAGE_BYTES, str(library.size_of(content)))
    text = text.replace(scripts.DISK_BYTES, str(disk_bytes)).replace(scripts.SHA256, total)
    files[f"{final}/{image}"], files[f"{final}/{DESCRIPTION}"] = content, text
    files[f"{final}/{scripts.MADE_BY}"] = f"{task}\n"
    call.world.touch()
    return Answer()


def _push(call: Call, folder: str, image: str, address: str, line: str) -> Answer:
    refused = _no_route(call, address)
    if refused is not None:
        return refused
    target = next(m for m in call.state.machines.values() if address in m.addresses.values())
    for name in (image, DESCRIPTION):
        if f"{folder}/{name}" not in call.machine.files:
            return Answer(2, "", f"tar: {name}: Cannot stat: No such file or directory\n")
        target.files[f"{folder}/{name}"] = call.machine.files[f"{folder}/{name}"]
    task = line.partition("set -- ")[2].partition(";")[0].split()[-1]
    target.files[f"{folder}/{scripts.MADE_BY}"] = f"{task}\n"
    call.world.touch()
    return Answer()


def _receive(machine: Machine, new: str, image: str, final: str, task: str) -> Answer:
    text = machine.files.get(f"{new}/{DESCRIPTION}", "")
    content = machine.files.get(f"{new}/{image}")
    if content is None or library.checksum(content) not in text:
        return Answer(
            1, f"{image}: FAILED\n", "sha256sum: WARNING: 1 computed checksum did NOT match\n"
        )
    for name in (image, DESCRIPTION):
        machine.files[f"{final}/{name}"] = machine.files.pop(f"{new}/{name}")
    machine.files[f"{final}/{scripts.MADE_BY}"] = f"{task}\n"
    return Answer()


def _of_task(machine: Machine, final: str, new: str, task: str) -> list[str]:
    """Return the files that a task made in the library, or began to."""
    is_made = machine.files.get(f"{final}/{scripts.MADE_BY}", "").strip() == task
    folders = (f"{new}/", *((f"{final}/",) if is_made else ()))
    return [path for path in machine.files if path.startswith(folders)]


def _remove_made(call: Call, final: str, new: str, gone: str, task: str) -> Answer:
    for path in _of_task(call.machine, final, new, task):
        del call.machine.files[path]
    call.world.touch()
    return Answer()


def _check(machine: Machine, folder: str, image: str, wanted: str) -> Answer:
    content = machine.files.get(f"{folder}/{image}")
    if content is None:
        return Answer(1, "", f"sha256sum: {image}: No such file or directory\n")
    if library.checksum(content) == wanted:
        return Answer()
    said = "sha256sum: WARNING: 1 computed checksum did NOT match\n"
    return Answer(1, f"{image}: FAILED\n", said)


def _size_and_sum(machine: Machine, path: str) -> Answer:
    content = machine.files.get(path)
    if content is None:
        return Answer(1, "", f"stat: cannot statx '{path}': No such file or directory\n")
    return Answer(0, f"{library.size_of(content)}\n{library.checksum(content)}  -\n")


def _no_route(call: Call, address: str) -> Answer | None:
    """Say that nobody answers at an address; None when a SAN server does."""
    for machine in call.state.machines.values():
        if address in machine.addresses.values() and reach.admin_reaches(call.state, machine):
            return None
    return Answer(255, "", f"ssh: connect to host {address} port 22: No route to host\n")
