"""The whole running lab put into files, memory and disks together, and brought back from there."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

from tests.lab import bmc, faults, machine
from tests.lab.layout import Host, Lab, LabError
from tests.lab.network import start_switches
from tests.lab.progress import say
from tests.lab.provision import wait_until
from tests.lab.remote import drop_connection, everywhere, keep_connection, must, run
from tests.lab.requirements import find

# The states: as first provisioned, as `save` found it, as `down` left it.
PROVISIONED, OWN, ASLEEP = "provisioned", "own", "asleep"


def _folder(lab: Lab, state: str) -> Path:
    return lab.root / "saved" / state


def has_saved(lab: Lab, state: str) -> bool:
    """Whether there is such a state and it fits the lab's disks."""
    return (_folder(lab, state) / "complete").exists() and machine.is_provisioned(lab)


def forget(lab: Lab, state: str) -> None:
    """Remove one state."""
    shutil.rmtree(_folder(lab, state), ignore_errors=True)


def forget_all(lab: Lab) -> None:
    """Remove all states; without their disks' lower layers they are worth nothing."""
    shutil.rmtree(lab.root / "saved", ignore_errors=True)


def is_whole(lab: Lab) -> bool:
    """Whether the lab can be saved: provisioned, every host running, no fault in force."""
    running = all(machine.is_running(lab, host) for host in lab.hosts)
    return machine.is_provisioned(lab) and running and not faults.active(lab)


def save(lab: Lab, state: str) -> None:
    """Stop all hosts at once, write memory and disks, and let them go on."""
    if not is_whole(lab):
        raise LabError("Only a whole lab can be saved: run `up` or `mend all` first.")
    folder = _folder(lab, state)
    forget(lab, state)
    folder.mkdir(mode=0o700, parents=True)
    try:
        # QEMU refuses to load a processor that was saved inside a nested guest (PVH on software
        # SVM): with the guests paused no processor is.
        _xl_all(lab, "pause")
        for host in lab.hosts:
            machine.ask(lab, host, "stop")
        everywhere(lab.hosts, lambda host: _write_memory(lab, host, folder))
        for host in lab.hosts:
            for name, _ in machine.disks(host):
                _copy(machine.running_disk(lab, name), folder / f"{name}.qcow2")
    finally:
        for host in lab.hosts:
            machine.ask(lab, host, "cont")
        _xl_all(lab, "unpause")
    (folder / "complete").write_text(time.strftime("%FT%TZ\n", time.gmtime()))
    say("saved the running lab")


def _xl_all(lab: Lab, verb: str) -> None:
    """Pause or unpause every guest on every Xen host."""
    command = f"xl list | awk 'NR > 1 && $1 != \"Domain-0\" {{print $1}}' | xargs -r -n1 xl {verb}"
    everywhere(lab.with_role("host"), lambda host: must(lab, host, command))


def _write_memory(lab: Lab, host: Host, folder: Path) -> None:
    target = folder / f"{host.name}.memory"
    # No limit on the speed: the machines stand still anyway.
    machine.ask(lab, host, "migrate-set-parameters", {"max-bandwidth": 0})
    machine.ask(lab, host, "migrate", {"uri": f"exec:cat > {target}"})

    def written() -> bool:
        state = machine.ask(lab, host, "query-migrate")["status"]
        if state in ("failed", "cancelled"):
            raise LabError(f"{host.name}: its memory cannot be written ({state}).")
        return bool(state == "completed")

    wait_until(f"memory of {host.name} is written", written, 300, 0.5)


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    subprocess.run([find("cp"), "--sparse=always", str(source), str(target)], check=True)


def restore(lab: Lab, state: str) -> None:
    """Start all hosts from a saved state; the lab must be down."""
    folder = _folder(lab, state)
    for host in lab.hosts:
        for name, _ in machine.disks(host):
            machine.running_disk(lab, name).parent.mkdir(exist_ok=True)
            _copy(folder / f"{name}.qcow2", machine.running_disk(lab, name))
    start_switches(lab)
    bmc.start(lab)
    everywhere(lab.hosts, lambda host: _read_memory(lab, host, folder))
    for host in lab.hosts:
        machine.ask(lab, host, "cont")
    say("the hosts go on")
    everywhere(lab.hosts, lambda host: _greet(lab, host))
    _xl_all(lab, "unpause")


def _read_memory(lab: Lab, host: Host, folder: Path) -> None:
    machine.start(lab, host, incoming=f"exec:cat {folder / host.name}.memory")

    def read() -> bool:
        return bool(machine.ask(lab, host, "query-status")["status"] in ("paused", "prelaunch"))

    wait_until(f"memory of {host.name} is read", read, 300, 0.5)


def _greet(lab: Lab, host: Host) -> None:
    """Wait for ssh and set the clock, which still shows the time of saving."""
    wait_until(
        f"{host.name} answers ssh",
        lambda: run(lab, host, "true", timeout_s=30).returncode == 0,
        120,
    )
    drop_connection(lab, host)
    keep_connection(lab, host)
    must(lab, host, f"date -s @{time.time():.0f}")
