"""What libvirt and Xen of one host do with domains: start, end, pause, move; with durations."""

from __future__ import annotations

from xenadmin_gui.sim import load
from xenadmin_gui.sim.domainxml import Outline, outline
from xenadmin_gui.sim.model import MANAGEMENT, PAUSED, RUNNING, Definition, Job, Machine, Run
from xenadmin_gui.sim.reach import are_joined, is_up, networks_of
from xenadmin_gui.sim.san import has_usable_path
from xenadmin_gui.sim.world import World

START_S = 4.0
SHUTDOWN_S = 6.0
DISK_WAIT_S = 90.0
DISK_LOOK_S = 3.0
PV_REFUSAL_S = 3.0
CONNECT_S = 3.0
OVERHEAD_MIB = 8
_MIGRATION_MIB_S = 110.0
_SHORTEST_S, _LONGEST_S = 20.0, 60.0
_CREATE_FAILED = "error: internal error: libxenlight failed to create new domain '{}'\n"
_START_FAILED = "error: Failed to start domain '{}'\n"
_SEND_FAILED = "error: internal error: Failed to send migration data to destination host\n"


def free_mib(world: World, machine: Machine) -> int:
    """Return the memory that Xen has left for new domains."""
    state = world.state
    used = sum(run.memory_mib + OVERHEAD_MIB for run in state.runs[machine.name].values())
    reserved = sum(
        job.reserved_mib
        for job in state.jobs.values()
        if not job.is_done and (job.target or job.host) == machine.name
    )
    return machine.memory_mib - machine.dom0_mib - used - reserved


def busy_job(world: World, host: str, uuid: str) -> Job | None:
    """Return what libvirt of ``host`` does with that domain at the moment."""
    for job in world.state.jobs.values():
        if not job.is_done and job.host == host and job.uuid == uuid:
            return job
    return None


def begin_start(world: World, host: str, xml: str) -> Job:
    """Begin to create a domain; without memory it fails soon, without a path it hangs long."""
    what = outline(xml)
    machine = world.state.machines[host]
    job = _job(world, "start", host, what, START_S)
    job.details["xml"] = xml
    failure = _START_FAILED.format(what.name) + _CREATE_FAILED.format(what.name)
    if free_mib(world, machine) < what.memory_mib + OVERHEAD_MIB:
        job.details["failure"] = failure
        job.due = world.time + 1.0
    else:
        job.reserved_mib = what.memory_mib + OVERHEAD_MIB
    _go(world, job)
    return job


def begin_shutdown(world: World, host: str, run: Run, *, then_start: bool = False) -> Job:
    """Ask the guest to end itself, and with ``then_start`` to come up again."""
    job = _job(world, "reboot" if then_start else "shutdown", host, outline(run.xml), SHUTDOWN_S)
    _go(world, job)
    return job


def destroy(world: World, host: str, uuid: str) -> None:
    """Take a domain away at once, and whatever was being done to it."""
    state = world.state
    state.runs[host].pop(uuid, None)
    for job in state.jobs.values():
        if not job.is_done and job.host == host and job.uuid == uuid:
            job.is_done = True
            job.answer = (1, "\n", "error: operation aborted: domain was destroyed\n")
    world.touch()


def suspend(world: World, host: str, run: Run) -> None:
    """Pause a domain; pausing twice is the same."""
    load.pause(run, world.state.loads.get(run.uuid), world.time)
    run.state = PAUSED
    world.touch()


def resume(world: World, host: str, run: Run) -> None:
    """Let a paused domain go on."""
    if run.state == PAUSED:
        run.state = RUNNING
        run.counting_from = world.time
        world.touch()


def begin_migration(world: World, host: str, run: Run, target: str, flags: frozenset[str]) -> Job:
    """Begin to move a domain; refusals take their time too, as with the real thing.

    Args:
        flags: The options given to virsh, without dashes: ``live persistent undefinesource p2p``.
    """
    state = world.state
    what = outline(run.xml)
    job = _job(world, "migrate", host, what, migration_seconds(run.memory_mib))
    job.target = target
    job.details["flags"] = " ".join(sorted(flags))
    there = state.machines.get(target)
    if there is None or not are_joined(
        state, state.machines[host], there, networks_of(state, MANAGEMENT)
    ):
        job.details["failure"] = (
            f"error: Cannot recv data: ssh: connect to host {target} port 22: "
            "No route to host: Connection reset by peer\n"
        )
        job.due = world.time + CONNECT_S
    elif target == host:
        job.details["failure"] = (
            f"error: internal error: Attempt to migrate guest to the same host {host}\n"
        )
        job.due = world.time
    elif run.kind == "pv" and "live" in flags:
        job.details["failure"] = _SEND_FAILED
        job.due = world.time + PV_REFUSAL_S
    elif run.uuid in state.runs[target] or free_mib(world, there) < run.memory_mib + OVERHEAD_MIB:
        job.details["failure"] = _CREATE_FAILED.format(run.name)
        job.due = world.time + PV_REFUSAL_S
    else:
        job.reserved_mib = run.memory_mib + OVERHEAD_MIB
        if "live" not in flags:
            suspend(world, host, run)
    _go(world, job)
    return job


def migration_seconds(memory_mib: int) -> float:
    """Return how long a domain of that size travels."""
    return min(max(memory_mib / _MIGRATION_MIB_S, _SHORTEST_S), _LONGEST_S)


def on_job_due(world: World, number: str, _: str) -> None:
    """Bring a job of libvirt to its end."""
    job = world.state.jobs.get(int(number))
    if job is None or job.is_done:
        return
    if job.kind.startswith("work-"):
        world.handlers["work"](world, str(job.id), "")
        world.touch()
        return
    finish = _ENDS[job.kind]
    failure = job.details.get("failure", "")
    if failure:
        job.answer = (1, "\n", failure)
        job.is_done = True
    else:
        finish(world, job)
    world.touch()


def forget_old_jobs(world: World) -> None:
    """Drop jobs that ended more than an hour ago."""
    jobs = world.state.jobs
    for number in [n for n, job in jobs.items() if job.is_done and job.due < world.time - 3600]:
        del jobs[number]


def define(world: World, host: str, xml: str, *, autostart: bool = False) -> Definition:
    """Make a domain persistent on ``host``."""
    what = outline(xml)
    definition = Definition(what.uuid, what.name, xml, autostart)
    world.state.definitions[host][what.uuid] = definition
    world.touch()
    return definition


def add_run(world: World, host: str, xml: str) -> Run:
    """Let a domain run on ``host`` from now on."""
    what = outline(xml)
    machine = world.state.machines[host]
    run = Run(
        what.uuid, what.name, what.kind, machine.next_domain_id, what.vcpus, what.memory_mib, xml,
        wwids=list(what.wwids), created_at=world.time, counting_from=world.time,
    )  # fmt: skip
    machine.next_domain_id += 1
    world.state.runs[host][what.uuid] = run
    world.touch()
    return run


def _job(world: World, kind: str, host: str, what: Outline, seconds: float) -> Job:
    now = world.time
    return Job(world.number(), kind, host, what.uuid, what.name, now, now + seconds)


def _go(world: World, job: Job) -> None:
    forget_old_jobs(world)
    world.state.jobs[job.id] = job
    world.schedule(job.due, "job", str(job.id))
    world.touch()


def _done(job: Job, output: str = "") -> None:
    job.is_done = True
    job.answer = (0, output, "")


def _end_start(world: World, job: Job) -> None:
    what = outline(job.details["xml"])
    if not all(has_usable_path(world, job.host, wwid) for wwid in what.wwids):
        _wait_for_disk(world, job)
        return
    job.is_done = True
    if job.uuid in world.state.runs[job.host]:
        job.answer = (1, "\n", "error: Domain is already active\n")
        return
    add_run(world, job.host, job.details["xml"])
    _done(job, f"Domain '{job.name}' started\n\n")


def _wait_for_disk(world: World, job: Job) -> None:
    """Let a start hang while multipath queues what it reads; it fails in the end."""
    if world.time - job.started_at < DISK_WAIT_S:
        job.due = world.time + DISK_LOOK_S
        world.schedule(job.due, "job", str(job.id))
        return
    job.is_done = True
    job.answer = (1, "\n", _START_FAILED.format(job.name) + _CREATE_FAILED.format(job.name))


def _end_shutdown(world: World, job: Job) -> None:
    run = world.state.runs[job.host].get(job.uuid)
    if run is not None and run.state == PAUSED:
        job.due = world.time + SHUTDOWN_S
        world.schedule(job.due, "job", str(job.id))
        return
    world.state.runs[job.host].pop(job.uuid, None)
    _done(job)


def _end_reboot(world: World, job: Job) -> None:
    run = world.state.runs[job.host].pop(job.uuid, None)
    _done(job)
    if run is not None:
        known = world.state.definitions[job.host].get(job.uuid)
        begin_start(world, job.host, known.xml if known else run.xml)


def _end_migration(world: World, job: Job) -> None:
    state = world.state
    run = state.runs[job.host].get(job.uuid)
    there = state.machines[job.target]
    if (
        run is None
        or not is_up(state, there)
        or not are_joined(state, state.machines[job.host], there, networks_of(state, MANAGEMENT))
    ):
        job.is_done = True
        job.answer = (1, "\n", _SEND_FAILED)
        if run is not None:
            resume(world, job.host, run)
        return
    flags = job.details["flags"].split()
    del state.runs[job.host][job.uuid]
    job.is_done = True
    accrued = load.cpu_seconds(run, state.loads.get(run.uuid), world.time)
    arrived = add_run(world, job.target, run.xml)
    arrived.accrued_s = accrued
    known = state.definitions[job.host].get(job.uuid)
    if "persistent" in flags:
        define(world, job.target, run.xml, autostart=bool(known and known.autostart))
    if "undefinesource" in flags:
        state.definitions[job.host].pop(job.uuid, None)
    _done(job, "\n")


_ENDS = {
    "start": _end_start,
    "shutdown": _end_shutdown,
    "reboot": _end_reboot,
    "migrate": _end_migration,
}
