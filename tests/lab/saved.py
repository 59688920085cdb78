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


def _folder(lab: Lab) -> Path:
    return lab.root / "saved"


def has_saved(lab: Lab) -> bool:
    """Whether there is a state to restore that fits the lab's disks."""
    return (_folder(lab) / "complete").exists() and machine.is_provisioned(lab)


def forget(lab: Lab) -> None:
    """Remove the saved state; without its disks' lower layers it is worth nothing."""
    shutil.rmtree(_folder(lab), ignore_errors=True)


def save(lab: Lab) -> None:
    """Stop all hosts at once, write memory and disks, and let them go on."""
    if not machine.is_provisioned(lab):
        raise LabError("Only a provisioned lab can be saved; run `up` first.")
    if faults.active(lab) or not all(machine.is_running(lab, h) for h in lab.hosts):
        raise LabError("Mend all faults first: a saved state has every host and every cable.")
    forget(lab)
    _folder(lab).mkdir(mode=0o700)
    try:
        for host in lab.hosts:
            machine.ask(lab, host, "stop")
        everywhere(lab.hosts, lambda host: _write_memory(lab, host))
        for host in lab.hosts:
            for name, _ in machine.disks(host):
                _copy(machine.running_disk(lab, name), _folder(lab) / f"{name}.qcow2")
    finally:
        for host in lab.hosts:
            machine.ask(lab, host, "cont")
    (_folder(lab) / "complete").write_text(time.strftime("%FT%TZ\n", time.gmtime()))
    say("saved the running lab")


def _write_memory(lab: Lab, host: Host) -> None:
    target = _folder(lab) / f"{host.name}.memory"
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


def restore(lab: Lab) -> None:
    """Start all hosts from the saved state; the lab must be down."""
    if not has_saved(lab):
        raise LabError("There is no saved state; make one with `save` while the lab runs.")
    for host in lab.hosts:
        for name, _ in machine.disks(host):
            machine.running_disk(lab, name).parent.mkdir(exist_ok=True)
            _copy(_folder(lab) / f"{name}.qcow2", machine.running_disk(lab, name))
    start_switches(lab)
    bmc.start(lab)
    everywhere(lab.hosts, lambda host: _read_memory(lab, host))
    for host in lab.hosts:
        machine.ask(lab, host, "cont")
    say("the hosts go on")
    everywhere(lab.hosts, lambda host: _greet(lab, host))


def _read_memory(lab: Lab, host: Host) -> None:
    machine.start(lab, host, incoming=f"exec:cat {_folder(lab) / host.name}.memory")

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
