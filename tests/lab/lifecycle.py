"""Up, down, reset: the lab as a whole."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

from tests.lab import bmc, faults, machine, provision, requirements, saved
from tests.lab.image import ensure_image, image_stamp
from tests.lab.keys import create_keys
from tests.lab.layout import Lab, LabError
from tests.lab.network import start_switches, stop_switches
from tests.lab.progress import elapsed_s, say
from tests.lab.remote import drop_connection, everywhere, must


def is_up(lab: Lab) -> bool:
    """Whether any host has power."""
    return any(machine.is_running(lab, host) for host in lab.hosts)


def up(lab: Lab, former: Lab, *, cold: bool = False) -> None:
    """Build what is missing, start what does not run, and wait until the cluster is healthy.

    Args:
        former: the lab as it was last started; another shape needs fresh disks.
        cold: boot the hosts even when `down` has put the lab to sleep.
    """
    requirements.check(requirements.RUN_TOOLS)
    for folder in (lab.root, lab.run, lab.disks):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if lab != former and is_up(former):
        raise LabError(f"The lab runs with {former.xen_hosts} Xen hosts; take it down first.")
    before = image_stamp(lab)
    if not is_up(lab):
        ensure_image(lab)
    create_keys(lab)
    if lab != former or image_stamp(lab) != before:
        _forget_disks(lab)
    if not machine.is_provisioned(lab) and not is_up(lab):
        _forget_disks(lab)
    lab.save_shape()
    if faults.active(lab):
        raise LabError("Faults are in force; `mend all` first.")
    if not is_up(lab) and saved.has_saved(lab, saved.ASLEEP) and not cold:
        _go_on(lab, saved.ASLEEP)
        return
    saved.forget(lab, saved.ASLEEP)
    _power_on(lab)
    provision.wait_for_hosts(lab)
    if not machine.is_provisioned(lab):
        provision.configure(lab)
    provision.wait_for_members(lab)
    provision.wait_for_service(lab)
    provision.start_unprotected(lab)
    provision.wait_for_guests(lab)
    if not machine.is_provisioned(lab):
        _keep_as_provisioned(lab)
        saved.save(lab, saved.PROVISIONED)
    say(f"the lab is up ({elapsed_s():.0f} s)")


def _forget_disks(lab: Lab) -> None:
    """The next start provisions anew."""
    shutil.rmtree(lab.disks, ignore_errors=True)
    saved.forget_all(lab)


def _power_on(lab: Lab) -> None:
    start_switches(lab)
    bmc.start(lab)
    for host in lab.hosts:
        if not faults.has_fault(lab, "power", host.name):
            machine.start(lab, host)


def sleep(lab: Lab) -> None:
    """Save a whole lab, so that `up` goes on within a minute, and end its processes."""
    if saved.is_whole(lab):
        try:
            saved.save(lab, saved.ASLEEP)
        except LabError as error:
            saved.forget(lab, saved.ASLEEP)
            say(f"not saved, the next `up` boots: {error}")
    down(lab)


def down(lab: Lab, *, purge: bool = False) -> None:
    """End every process of the lab; with `purge` remove its directory too."""
    bmc.stop(lab)
    for host in lab.hosts:
        drop_connection(lab, host)
        machine.kill(lab, host)
    stop_switches(lab)
    faults.forget_all(lab)
    if purge:
        _purge(lab.root)
    say("the lab is down")


def _purge(root: Path) -> None:
    """Remove what the lab has made, and its directory when nothing else is in it."""
    if any(f" {root}/" in line for line in Path("/proc/self/mounts").read_text().splitlines()):
        raise LabError(f"Something is mounted below {root}; unmount it first.")
    for name in ("image", "disks", "saved", "run", "ssh"):
        shutil.rmtree(root / name, ignore_errors=True)
    (root / "lab.json").unlink(missing_ok=True)
    if root.exists() and not any(root.iterdir()):
        root.rmdir()


def reset(lab: Lab) -> None:
    """Throw away what happened since the lab was provisioned and start again."""
    if not machine.is_provisioned(lab):
        raise LabError("The lab has never been provisioned; run `up` first.")
    if saved.has_saved(lab, saved.PROVISIONED):
        _go_on(lab, saved.PROVISIONED)
        return
    down(lab)
    saved.forget(lab, saved.ASLEEP)
    shutil.rmtree(lab.disks / "running", ignore_errors=True)
    up(lab, lab)


def restore(lab: Lab) -> None:
    """End what runs and go on from the saved state, in which the cluster was healthy."""
    if not saved.has_saved(lab, saved.OWN):
        raise LabError("There is no saved state; make one with `save` while the lab is healthy.")
    _go_on(lab, saved.OWN)


def _go_on(lab: Lab, state: str) -> None:
    requirements.check(requirements.RUN_TOOLS)
    down(lab)
    saved.restore(lab, state)
    saved.forget(lab, saved.ASLEEP)  # its disks are no longer those of the hosts
    provision.wait_for_members(lab)
    provision.wait_for_guests(lab)
    say(f"the lab is up ({elapsed_s():.0f} s)")


def _keep_as_provisioned(lab: Lab) -> None:
    """Freeze the disks as they are and let the hosts go on writing to a layer above.

    All hosts stand still meanwhile, so that the disks of the cluster fit together; what they hold
    is what a power cut after `sync` would leave.
    """
    everywhere(lab.hosts, lambda host: must(lab, host, "sync", timeout_s=300))
    (lab.disks / "running").mkdir(exist_ok=True)
    try:
        for host in lab.hosts:
            machine.ask(lab, host, "stop")
        for host in lab.hosts:
            for number, (name, _) in enumerate(machine.disks(host)):
                machine.ask(
                    lab,
                    host,
                    "blockdev-snapshot-sync",
                    {
                        "device": "d0" if number == 0 else "d2",
                        "snapshot-file": str(machine.running_disk(lab, name)),
                        "format": "qcow2",
                    },
                )
    finally:
        for host in lab.hosts:
            machine.ask(lab, host, "cont")
    (lab.disks / "provisioned/complete").write_text(time.strftime("%FT%TZ\n", time.gmtime()))
    say("kept this state as the provisioned one")


def disk_use_mib(lab: Lab) -> int:
    """Size of the lab's directory."""
    out = subprocess.run(["du", "-sm", str(lab.root)], capture_output=True, text=True, check=False)
    return int(out.stdout.split()[0]) if out.stdout else 0
