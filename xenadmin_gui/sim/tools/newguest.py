"""What a new VM's disk goes through on a SAN server: filled, grown, told who it is; and pings.

The content of a volume is a word, kept beside the files of the machine that it was written on.
"""

from __future__ import annotations

from xenadmin_gui.domain import guestscripts, installerscripts, secretfiles
from xenadmin_gui.sim import library
from xenadmin_gui.sim.model import Job
from xenadmin_gui.sim.tools import scsi
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing, after_job
from xenadmin_gui.sim.world import World

#: Bytes in a second that an image is unpacked with, and a replica takes.
UNPACK_BYTES_S = 120 * 1024**2
CUSTOMISE_S = 6.0
ANSWER_S = 20.0
#: Not a path: what the volumes of a machine hold.
CONTENTS = "/dev/.contents/"

_UNPACK = guestscripts.unpack_image("", "", "", "").argv[2]
_COPY = guestscripts.copy_device("", "", 0).argv[2]
_CUSTOMISE = guestscripts.script_text()
_STOP = guestscripts.stop_work("", "").argv[2]
_STOPPED = guestscripts.work_stopped("")[2]
_HAS_TOOL = guestscripts.has_tool("")[2]
_KEEP_SECRET = secretfiles.keep_secret("", "").argv[2]
_APPEND = installerscripts.append_answers("", "", "", "").argv[2]
_SO_FAR = guestscripts.written_so_far("").argv[2]
_ANSWER = guestscripts.wait_for_answer("", 0).argv[2]


def script(call: Call, text: str, values: tuple[str, ...]) -> Answer | Ongoing | None:
    """Answer one of the scripts of ``domain/guestscripts.py``; None: it is none of them."""
    if text == _UNPACK:
        return _unpack(call, *values)
    if text == _COPY:
        return _copy(call, *values)
    if text == _CUSTOMISE:
        return _customise(call, values)
    if text == _STOP:
        return _stop(call, values[0])
    if text == _STOPPED:
        return Answer(0 if values[0] not in call.state.units.get(call.host, {}) else 1)
    if text == _SO_FAR:
        return _so_far(call, values[0])
    if text == _ANSWER:
        return _work(call, "answer", ANSWER_S, f"{values[0]} answers.\n")
    if text == _KEEP_SECRET:
        call.machine.files[values[0]] = call.stdin
        call.world.touch()
        return Answer(0 if call.stdin else 1)
    if text == _APPEND:
        return _append(call, *values)
    if text == _HAS_TOOL:
        return Answer()
    if "ping -c 1 -W 1" in text:
        return Answer(1 if _answers(call, values[0]) else 0)
    return None


def unshare(call: Call) -> Answer | Ongoing:
    """``unshare --mount --propagation private COMMAND …``."""
    rest = call.arguments[3:]
    if call.arguments[:3] != ("--mount", "--propagation", "private") or rest[:2] != ("bash", "-c"):
        return Answer(1, "", "unshare: the simulated tool does not know these words\n")
    answer = script(call, rest[2], rest[4:])
    return Answer(127, "", "unshare: failed to execute\n") if answer is None else answer


def on_work_due(world: World, number: str, _: str) -> None:
    """End a piece of work: what it wrote is there."""
    job = world.state.jobs[int(number)]
    device, content = job.details.get("device", ""), job.details.get("content", "")
    if device:
        world.state.machines[job.host].files[f"{CONTENTS}{device}"] = content
    job.is_done = True
    job.answer = (0, job.details.get("said", ""), "")


def _unpack(call: Call, path: str, wanted: str, fmt: str, device: str) -> Answer | Ongoing:
    size = scsi.device_kib(call, device)
    if size is None:
        return Answer(1, "", f"{device} is no block device.\n")
    content = call.machine.files.get(path)
    if content is None:
        return Answer(1, "", f"bash: line 4: {path}: No such file or directory\n")
    found = library.checksum(content)
    if found != wanted:
        said = f"The checksum of {path} is {found} and should be {wanted}: the image is damaged.\n"
        return Answer(1, "", said)
    seconds = 2.0 + size * 1024 / UNPACK_BYTES_S
    return _work(call, "fill", seconds, "", device, library.word_of(content))


def _copy(call: Call, source: str, device: str, size: str) -> Answer | Ongoing:
    for one in (source, device):
        if scsi.device_kib(call, one) is None:
            return Answer(1, "", f"{one} is no block device.\n")
    content = call.machine.files.get(f"{CONTENTS}{source}", f"what {source} holds")
    return _work(call, "fill", 2.0 + int(size) / UNPACK_BYTES_S, "", device, content)


def _so_far(call: Call, device: str) -> Answer:
    """What is written to a device grows evenly with the time."""
    for job in call.state.jobs.values():
        if job.host == call.host and job.details.get("device") == device and not job.is_done:
            return Answer(0, f"{int(UNPACK_BYTES_S * (call.world.time - job.started_at))}\n")
    return Answer(0, "0\n")


def _customise(call: Call, values: tuple[str, ...]) -> Answer | Ongoing:
    _, device, _, filesystem, *work = values
    before = call.machine.files.get(f"{CONTENTS}{device}")
    if before is None:
        return Answer(1, "", f"customise: the file system on {device} cannot be mounted\n")
    secrets = [word for word in work if word.startswith(f"{secretfiles.FOLDER}/")]
    for path in secrets:
        if not call.machine.files.get(path):
            return Answer(1, "", f"customise: {path} holds no secret\n")
    told = f"{before}, {filesystem}, told {len(work)} words"
    return _work(call, "tell", CUSTOMISE_S, "", device, told)


def _append(call: Call, initrd: str, answers: str, name: str, new: str) -> Answer:
    """An initrd is a word too, and what is in it."""
    if not call.machine.files.get(answers):
        return Answer(1, "", "The answers are not in the memory of this host.\n")
    if initrd not in call.machine.files:
        return Answer(1, "", f"cp: cannot stat '{initrd}': No such file or directory\n")
    whole = f"{call.machine.files[initrd]}\n{name}:\n{call.machine.files[answers]}"
    call.machine.files[new] = whole
    call.world.touch()
    return Answer()


def _stop(call: Call, unit: str) -> Answer:
    known = call.state.units.get(call.host, {})
    found = known.pop(unit, None)
    if found is not None and found.job is not None and found.job in call.state.jobs:
        call.state.jobs[found.job].is_done = True
    call.world.touch()
    return Answer()


def _answers(call: Call, address: str) -> bool:
    """Whether a machine of the cluster has that address."""
    machines = call.state.machines.values()
    return any(address in machine.addresses.values() for machine in machines)


def _work(
    call: Call, kind: str, seconds: float, said: str, device: str = "", content: str = ""
) -> Ongoing:
    world, now = call.world, call.world.time
    job = Job(world.number(), f"work-{kind}", call.host, "", "", now, now + seconds)
    job.details.update({"device": device, "content": content, "said": said})
    call.state.jobs[job.id] = job
    world.schedule(job.due, "job", str(job.id))
    world.touch()
    return after_job(job.id)
