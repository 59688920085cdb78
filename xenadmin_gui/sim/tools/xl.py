"""``xl info`` and ``xl list -v`` (Xen 4.17; captures xl-info.txt and xl-list.txt)."""

from __future__ import annotations

from xenadmin_gui.sim import guests, load
from xenadmin_gui.sim.model import PAUSED, RUNNING, Run
from xenadmin_gui.sim.tools import proc
from xenadmin_gui.sim.tools.call import Answer, Call, usage

_DOM0 = "00000000-0000-0000-0000-000000000000"


def xl(call: Call) -> Answer:
    """``xl info`` and ``xl list [-v]``."""
    words = call.arguments
    if words[:1] == ("info",):
        return Answer(0, _info(call))
    if words[:1] == ("list",) and set(words[1:]) <= {"-v", "--verbose"}:
        return Answer(0, _list(call, is_verbose=len(words) > 1))
    return usage(call)


def _info(call: Call) -> str:
    machine = call.machine
    free = max(guests.free_mib(call.world, machine), 0)
    rows = {
        "host": machine.name,
        "release": "6.1.0-56-amd64",
        "version": "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-16)",
        "machine": "x86_64",
        "nr_cpus": str(machine.cpus),
        "max_cpu_id": str(machine.cpus - 1),
        "nr_nodes": "1",
        "cores_per_socket": str(machine.cpus),
        "threads_per_core": "1",
        "cpu_mhz": f"{machine.cpu_mhz:.3f}",
        "hw_caps": "bfebfbff:77fef3ff:2c100800:00000121:0000000f:d39ffffb:00000008:00000100",
        "virt_caps": "pv hvm hap gnttab-v1 gnttab-v2",
        "total_memory": str(machine.memory_mib - 1),
        "free_memory": str(free),
        "sharing_freed_memory": "0",
        "sharing_used_memory": "0",
        "outstanding_claims": "0",
        "free_cpus": "0",
        "xen_major": "4",
        "xen_minor": "17",
        "xen_extra": ".7",
        "xen_version": "4.17.7",
        "xen_caps": "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 ",
        "xen_scheduler": "credit2",
        "xen_pagesize": "4096",
        "platform_params": "virt_start=0xffff800000000000",
        "xen_changeset": "",
        "xen_commandline": f"placeholder dom0_mem={machine.dom0_mib}M,max:{machine.dom0_mib}M",
        "cc_compiler": "x86_64-linux-gnu-gcc (Debian 12.2.0-14+deb12u1) 12.2.0",
        "cc_compile_by": "pkg-xen-devel",
        "cc_compile_domain": "lists.alioth.debian.org",
        "cc_compile_date": "Wed Nov  4 16:52:28 UTC 2026",
        "build_id": "151b373fd64b321593bf987fd923cd10dabadac4",
        "xend_config_format": "4",
    }
    return "".join(f"{name:<23}: {value}\n" for name, value in rows.items())


def _list(call: Call, *, is_verbose: bool) -> str:
    head = "Name                                        ID   Mem VCPUs\tState\tTime(s)"
    tail = "   UUID                            Reason-Code\tSecurity Label" if is_verbose else ""
    lines = [head + tail]
    dom0 = proc.own_seconds(call)
    lines.append(
        _row("Domain-0", 0, call.machine.dom0_mib, proc.cpus(call), "r-----", dom0)
        + (_tail(_DOM0) if is_verbose else "")
    )
    for run in sorted(call.state.runs[call.host].values(), key=lambda r: r.domain_id):
        curve = call.state.loads.get(run.uuid)
        spent = load.cpu_seconds(run, curve, call.world.time)
        row = _row(run.name, run.domain_id, run.memory_mib, run.vcpus, _flags(call, run), spent)
        lines.append(row + (_tail(run.uuid) if is_verbose else ""))
    return "\n".join(lines) + "\n"


def _row(name: str, number: int, mib: int, vcpus: int, flags: str, seconds: float) -> str:
    return f"{name:<40} {number:>5} {mib:>5} {vcpus:>5}     {flags:>6}  {seconds:>8.1f}"


def _tail(uuid: str) -> str:
    return f" {uuid} {'-':>8} {'-':>16}"


def _flags(call: Call, run: Run) -> str:
    if run.state == PAUSED:
        return "--p---"
    curve = call.state.loads.get(run.uuid)
    busy = load.use(curve, call.world.time) if curve is not None else 0.0
    is_running = run.state == RUNNING and busy > 0.4 * run.vcpus
    return "r-----" if is_running else "-b----"
