"""``sh -c`` with the few scripts that the application sends; no shell is ever started."""

from __future__ import annotations

import re

from xenadmin_gui.domain import hostfile, livescripts
from xenadmin_gui.sim import verify
from xenadmin_gui.sim.tools import library, newguest, scsi, targetcli, virsh
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing, usage

_WRITE = hostfile.write_file("", "").argv[2]
_COMPARE = hostfile.file_is("", "").argv[2]
_HAS_NIC = livescripts.has_nic("", "", "", "").argv[2]
_HAS_MEDIA = livescripts.has_media("", "", "", "").argv[2]
_HAS_VCPUS = livescripts.has_vcpus("", "", 0).argv[2]
_HAS_MEMORY = livescripts.has_memory("", "", 0).argv[2]
#: What each of the other scripts does, by the words that only it has.
_DELETES, _HAS_NO_DEVICE = '>"$d/delete"', '! grep -qsx "naa.'
_PATHS_HAVE, _DEVICE_HAS = 'cat "$d/size"', "blockdev --getsize64"
_HAS_DISK, _RENAMES = "domblklist --domain", "resource[[:space:]]"
_ROOM = "df --block-size=1 --output=avail"
_TIMER_STARTS, _TIMER_STOPS = "systemctl daemon-reload && ", "systemctl disable --now "
_TIMER_IS_ON, _TIMER_IS_OFF = "systemctl is-enabled --quiet", "! systemctl is-active --quiet"
_UNIT_ENDED = "systemctl show --property=SubState --value"


def sh(call: Call) -> Answer | Ongoing:
    """``sh -c SCRIPT sh WORD …`` for the scripts of ``domain/hostfile.py`` and of the SAN."""
    words = call.arguments
    if len(words) < 4 or words[0] != "-c":
        return usage(call)
    script, values = words[1], words[3:]
    if script == _WRITE and len(values) == 2:
        call.machine.files[values[0]] = values[1]
        call.world.touch()
        return Answer()
    if script == _COMPARE and len(values) == 2:
        return _ended(call.machine.files.get(values[0]) == values[1])
    for known in (library.script, newguest.script, targetcli.script):
        answer = known(call, script, values)
        if answer is not None:
            return answer
    if script in (_HAS_NIC, _HAS_VCPUS, _HAS_MEMORY):
        return _has_live(call, script, *values[:4])
    if script == _HAS_MEDIA:
        return _has_media(call, *values[:4])
    if _DELETES in script:
        scsi.delete(call, values[0])
        return Answer()
    if _HAS_NO_DEVICE in script:
        return _ended(not scsi.sizes(call, values[0]))
    if _PATHS_HAVE in script:
        return _ended(all(kib * 2 >= int(values[1]) for kib in scsi.sizes(call, values[0])))
    if _DEVICE_HAS in script:
        size = scsi.device_kib(call, values[0])
        if size is None:
            return Answer(2, "", f"blockdev: cannot open {values[0]}: No such file or directory\n")
        return _ended(size * 1024 >= int(values[1]))
    if script.startswith(_ROOM):
        return library.df(call)
    if _UNIT_ENDED in script:
        unit = call.state.units.get(call.host, {}).get(values[0])
        return _ended(unit is not None and not unit.is_active and unit.exit_status == 0)
    if _TIMER_STARTS in script:
        is_started = verify.start(call.world, call.machine, values[0])
        return Answer() if is_started else Answer(1, "", f"Unit {values[0]} not found.\n")
    if _TIMER_STOPS in script:
        verify.stop(call.world, call.machine, values[0])
        return Answer()
    if _TIMER_IS_ON in script or _TIMER_IS_OFF in script:
        timer = call.state.timers.get(call.host, {}).get(values[0])
        loaded = verify.unit_text(call.machine, values[0])
        is_on = timer is not None and timer.text == loaded
        return _ended(is_on if _TIMER_IS_ON in script else timer is None)
    if _HAS_DISK in script:
        return _has_disk(call, *values[:4])
    if _RENAMES in script:
        return _rename(call, *values[:5])
    return usage(call)


def _has_disk(call: Call, uri: str, name: str, source: str, kind: str) -> Answer:
    """Whether a domain has a disk with that source; 2 when virsh does not say."""
    words = ("virsh", "-c", uri, "domblklist", "--domain", name, *([kind] if kind else []))
    answer = virsh.virsh(Call(call.world, call.machine, words))
    if not isinstance(answer, Answer) or answer.exit_status:
        return Answer(2)
    return _ended(any(line.split()[1:] == [source] for line in answer.stdout.splitlines()))


def _has_media(call: Call, uri: str, name: str, target: str, source: str) -> Answer:
    """Whether a drive of a running domain holds that source, ``-``: nothing."""
    words = ("virsh", "-c", uri, "domblklist", "--domain", name)
    answer = virsh.virsh(Call(call.world, call.machine, words))
    if not isinstance(answer, Answer) or answer.exit_status:
        return Answer(2)
    rows = [line.strip().split(maxsplit=1) for line in answer.stdout.splitlines()]
    return _ended([target, source] in rows)


def _has_live(call: Call, script: str, uri: str, name: str, wanted: str, more: str = "") -> Answer:
    """Whether a running domain has a network card, so many processors, or about so much memory."""
    verbs = {_HAS_NIC: "domiflist", _HAS_VCPUS: "vcpucount", _HAS_MEMORY: "dominfo"}
    words = ("virsh", "-c", uri, verbs[script], "--domain", name)
    answer = virsh.virsh(Call(call.world, call.machine, words))
    if not isinstance(answer, Answer) or answer.exit_status:
        return Answer(2)
    if script == _HAS_VCPUS:
        return _ended(int(answer.stdout) == int(wanted))
    if script == _HAS_MEMORY:
        used = re.search(r"^Used memory: *([0-9]+) KiB$", answer.stdout, re.MULTILINE)
        return _ended(used is not None and int(wanted) <= int(used[1]) <= int(more))
    rows = [line.split() for line in answer.stdout.lower().splitlines()]
    return _ended(any(row[2:3] == [more.lower()] and row[-1:] == [wanted] for row in rows))


def _rename(call: Call, path: str, new_path: str, old: str, new: str, group: str) -> Answer:
    """A replica's configuration gets another name, and its volume with it."""
    text = call.machine.files.pop(path, None)
    if text is None:
        return Answer(2, "", f"sed: can't read {path}: No such file or directory\n")
    text = re.sub(rf'^(\s*resource\s+"?){old}("?\s*(\{{|$))', rf"\g<1>{new}\2", text, flags=re.M)
    text = re.sub(rf'(/dev/{re.escape(group)}/){old}("?\s*;)', rf"\g<1>{new}\2", text)
    call.machine.files[new_path] = text
    call.world.touch()
    return Answer()


def _ended(is_so: bool) -> Answer:
    return Answer(0 if is_so else 1)
