"""One host of the lab as a QEMU process: its disks, its command line, its power and its cables."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.lab import qmp
from tests.lab.layout import ADMIN_NIC, DOM0_MIB, NETWORKS, Host, Lab, LabError
from tests.lab.network import switch_socket
from tests.lab.own_files import write_own_files
from tests.lab.processes import MACHINES, end, prefer, running_pid
from tests.lab.requirements import find

DATA_DISK = "8G"  # sparse; room for a volume of 3 GiB
_LINUX = (
    "root=/dev/vda rw net.ifnames=0 mitigations=off quiet loglevel=3 systemd.show_status=0 audit=0 "
    "apparmor=0 selinux=0 nowatchdog tsc=reliable no_timer_check rcupdate.rcu_expedited=1"
)
_XEN = (
    f"dom0_mem={DOM0_MIB}M,max:{DOM0_MIB}M dom0_max_vcpus=1 dom0_vcpus_pin console=com1 "
    "com1=115200,8n1 loglvl=warning guest_loglvl=warning sched=credit spec-ctrl=no xpti=0 "
    "pv-l1tf=0 ucode=no smt=1 noreboot"
)


def pid_file(lab: Lab, host: Host) -> Path:
    return lab.run / f"{host.name}.pid"


def qmp_socket(lab: Lab, host: Host) -> Path:
    return lab.run / f"{host.name}.qmp"


def is_running(lab: Lab, host: Host) -> bool:
    """Whether the host has power: its QEMU process exists."""
    return running_pid(pid_file(lab, host)) is not None


def start(lab: Lab, host: Host, *, incoming: str | None = None) -> None:
    """Switch the host on; does nothing when it runs.

    Args:
        incoming: QEMU migration URI to take the machine's state from, instead of booting.
    """
    if is_running(lab, host):
        return
    lab.run.mkdir(parents=True, exist_ok=True)
    for name, size in disks(host):
        _ensure_disk(lab, name, size)
    write_own_files(lab, host, _tar(lab, host))
    argv = command_line(lab, host)
    if incoming:
        argv += ["-incoming", incoming]
    (lab.run / f"{host.name}.command").write_text(shlex.join(argv) + "\n")
    done = subprocess.run(
        argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise LabError(f"QEMU for {host.name} does not start: {done.stderr.strip()}")
    if (pid := running_pid(pid_file(lab, host))) is not None:
        prefer(pid, MACHINES)


def kill(lab: Lab, host: Host) -> bool:
    """Pull the plug; False when the host had no power."""
    return end(pid_file(lab, host), signal.SIGKILL)


def ask(
    lab: Lab,
    host: Host,
    command: str,
    arguments: Mapping[str, object] | None = None,
    timeout_s: float = 60,
) -> Any:
    """Run a QMP command on the host's QEMU."""
    return qmp.execute(qmp_socket(lab, host), command, arguments or {}, timeout_s)


def set_cable(lab: Lab, host: Host, nic: str, *, plugged: bool) -> None:
    """Pull or plug the cable of one network card."""
    ask(lab, host, "set_link", {"name": nic, "up": plugged})


def disks(host: Host) -> tuple[tuple[str, str | None], ...]:
    """Names of the host's disks, with the size of those that start empty."""
    root: tuple[str, str | None] = (host.name, None)
    return (root, (f"{host.name}-data", DATA_DISK)) if host.role == "san" else (root,)


def provisioned_disk(lab: Lab, name: str) -> Path:
    return lab.disks / "provisioned" / f"{name}.qcow2"


def running_disk(lab: Lab, name: str) -> Path:
    return lab.disks / "running" / f"{name}.qcow2"


def is_provisioned(lab: Lab) -> bool:
    """Whether the provisioned layer is finished; the hosts then run on a layer above it."""
    return (lab.disks / "provisioned/complete").exists()


def current_disk(lab: Lab, name: str) -> Path:
    """The file the host writes to."""
    return (running_disk if is_provisioned(lab) else provisioned_disk)(lab, name)


def _ensure_disk(lab: Lab, name: str, size: str | None) -> None:
    path = current_disk(lab, name)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    argv = [find("qemu-img"), "create", "-q", "-f", "qcow2"]
    if is_provisioned(lab):
        argv += ["-b", str(provisioned_disk(lab, name)), "-F", "qcow2", str(path)]
    elif size is None:
        argv += ["-b", str(lab.image / "base.img"), "-F", "raw", str(path)]
    else:
        argv += [str(path), size]
    subprocess.run(argv, check=True)


def _tar(lab: Lab, host: Host) -> Path:
    return lab.run / f"{host.name}.own.tar"


def command_line(lab: Lab, host: Host) -> list[str]:
    """QEMU's arguments for the host."""
    boot = lab.image / "boot"
    argv = [
        find("qemu-system-x86_64"),
        "-name",
        host.name,
        "-daemonize",
        "-D",
        str(lab.run / f"{host.name}.log"),
        "-machine",
        "pc,hpet=off,vmport=off,usb=off",
        *_acceleration(host),
        "-smp",
        str(host.cpus),
        "-m",
        str(host.memory_mib),
        "-nodefaults",
        "-display",
        "none",
        "-no-user-config",
        "-rtc",
        "base=utc,clock=host",
        "-serial",
        f"file:{lab.run}/{host.name}.console",
        "-qmp",
        f"unix:{qmp_socket(lab, host)},server=on,wait=off",
        "-pidfile",
        str(pid_file(lab, host)),
        "-device",
        "virtio-rng-pci",
        *_drive("d0", current_disk(lab, host.name), "qcow2", "cache=unsafe,discard=unmap"),
        *_drive("d1", _tar(lab, host), "raw", "readonly=on"),
        *_network_cards(lab, host),
    ]
    if host.role == "san":
        argv += _drive("d2", current_disk(lab, f"{host.name}-data"), "qcow2", "cache=unsafe")
        return [
            *argv,
            "-kernel",
            f"{boot}/vmlinux",
            "-initrd",
            f"{boot}/initrd.cpio",
            "-append",
            f"{_LINUX} console=ttyS0",
        ]
    modules = f"{boot}/vmlinux {_LINUX} console=hvc0,{boot}/initrd.cpio"
    return [*argv, "-kernel", f"{boot}/xen", "-append", _XEN, "-initrd", modules]


def _acceleration(host: Host) -> list[str]:
    """KVM where the processor really offers it (Xen hosts: with nesting), else software.

    Under QEMU 7.2's software CPU dom0 faults with SMAP, and Xen's own SVM code loops on RDTSCP.
    """
    if _kvm_usable(nested=host.role == "host"):
        return ["-accel", "kvm", "-cpu", "host,-smap"]
    cache = f"tcg,thread=multi,tb-size={host.tcg_cache_mib}"
    return ["-accel", cache, "-cpu", "max,-smap,-rdtscp"]


def _kvm_usable(*, nested: bool) -> bool:
    flags = Path("/proc/cpuinfo").read_text().split()
    vendor = "kvm_intel" if "vmx" in flags else "kvm_amd" if "svm" in flags else None
    if vendor is None:
        return False
    try:
        with open("/dev/kvm", "r+b", buffering=0):
            pass
    except OSError:
        return False
    parameter = Path(f"/sys/module/{vendor}/parameters/nested")
    return not nested or (parameter.exists() and parameter.read_text().strip() in ("1", "Y"))


def _drive(name: str, path: Path, kind: str, options: str) -> list[str]:
    return [
        "-drive",
        f"file={path},if=none,id={name},format={kind},{options}",
        "-device",
        f"virtio-blk-pci,drive={name}",
    ]


def _network_cards(lab: Lab, host: Host) -> list[str]:
    """The administrator's card, which also leads to the BMCs, and one card a network."""
    relay = Path(__file__).parent / "relay.py"
    doors = "".join(
        f",guestfwd=tcp:{other.bmc_address}:443-cmd:{sys.executable} -S {relay} {other.bmc_port}"
        for other in lab.hosts
    )
    argv = [
        "-netdev",
        f"user,id=n0,restrict=on,hostfwd=tcp:127.0.0.1:{host.ssh_port}-:22{doors}",
        "-device",
        f"virtio-net-pci,netdev=n0,id={ADMIN_NIC},mac=52:54:00:00:00:{host.octet:02x},romfile=",
    ]
    for number, network in enumerate(NETWORKS, start=1):
        argv += [
            "-netdev",
            f"vde,id=n{number},sock={switch_socket(lab, network)}",
            "-device",
            f"virtio-net-pci,netdev=n{number},id={network.nic},"
            f"mac=52:54:00:00:{number:02x}:{host.octet:02x},romfile=",
        ]
    return argv
