"""/proc and /etc/os-release of a simulated machine."""

from __future__ import annotations

from collections.abc import Callable

from xenadmin_gui.sim import load
from xenadmin_gui.sim.tools import drbd
from xenadmin_gui.sim.tools.call import Call

_TICKS = 100
_KERNEL = "Linux version 6.1.0-56-amd64 (debian-kernel@lists.debian.org) #1 SMP PREEMPT_DYNAMIC\n"


def content(call: Call, path: str) -> str | None:
    """Return what the kernel shows under ``path``; None when it is an ordinary path."""
    show = _FILES.get(path)
    return show(call) if show is not None else None


def cpus(call: Call) -> int:
    """Return how many processors the machine's own system sees: on Xen those of Domain-0."""
    return min(2, call.machine.cpus) if call.machine.is_host else call.machine.cpus


def own_seconds(call: Call) -> float:
    """Return the processor seconds that the machine's own system has used since it booted."""
    machine = call.machine
    return load.used(machine.load, machine.powered_at, call.world.time)


def _uptime(call: Call) -> str:
    up = max(call.world.time - call.machine.powered_at, 0.0)
    idle = max(up * cpus(call) - own_seconds(call), 0.0)
    return f"{up:.2f} {idle:.2f}\n"


def _loadavg(call: Call) -> str:
    now = call.world.time
    one, five, fifteen = (
        max(load.use(call.machine.load, now - back), 0.0) for back in (30.0, 150.0, 450.0)
    )
    return f"{one:.2f} {five:.2f} {fifteen:.2f} 1/{150 + cpus(call)} {int(now) % 30000 + 1000}\n"


def _stat(call: Call) -> str:
    up = max(call.world.time - call.machine.powered_at, 0.0)
    number = cpus(call)
    busy = own_seconds(call) * _TICKS / number
    idle = max(up * _TICKS - busy, 0.0)
    row = [busy * 0.6, 0.0, busy * 0.35, idle, 0.0, 0.0, busy * 0.05, 0.0, 0.0, 0.0]
    total = " ".join(str(int(value * number)) for value in row)
    single = " ".join(str(int(value)) for value in row)
    lines = [f"cpu  {total}", *(f"cpu{core} {single}" for core in range(number))]
    lines += [
        f"intr {int(up * 400)} 0 0",
        f"ctxt {int(up * 900)}",
        f"btime {int(call.machine.powered_at)}",
        f"processes {int(up / 3) + 400}",
        "procs_running 1",
        "procs_blocked 0",
        f"softirq {int(up * 200)} 0 0 0 0 0 0 0 0 0 0",
    ]
    return "\n".join(lines) + "\n"


def _meminfo(call: Call) -> str:
    mib = call.machine.dom0_mib if call.machine.is_host else call.machine.memory_mib
    total = mib * 1024 - 49152
    available = total - total // 4 - 102400
    return (
        f"MemTotal:       {total:>8} kB\n"
        f"MemFree:        {available - total // 8:>8} kB\n"
        f"MemAvailable:   {available:>8} kB\n"
        f"Buffers:        {total // 50:>8} kB\n"
        f"Cached:         {total // 8:>8} kB\n"
        "SwapCached:            0 kB\n"
        "SwapTotal:             0 kB\n"
        "SwapFree:              0 kB\n"
    )


def _os_release(call: Call) -> str:
    return (
        f'PRETTY_NAME="{call.machine.os_name}"\n'
        'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nVERSION="12 (bookworm)"\n'
        "VERSION_CODENAME=bookworm\nID=debian\n"
        'HOME_URL="https://www.debian.org/"\nSUPPORT_URL="https://www.debian.org/support"\n'
        'BUG_REPORT_URL="https://bugs.debian.org/"\n'
    )


_FILES: dict[str, Callable[[Call], str | None]] = {
    "/proc/uptime": _uptime,
    "/proc/loadavg": _loadavg,
    "/proc/stat": _stat,
    "/proc/meminfo": _meminfo,
    "/proc/version": lambda _: _KERNEL,
    "/proc/drbd": drbd.proc_drbd,
    "/etc/os-release": _os_release,
    "/etc/hostname": lambda call: call.host + "\n",
}
