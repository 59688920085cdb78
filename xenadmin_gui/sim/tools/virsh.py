"""``virsh`` on libvirt 9.0 with the Xen driver: verbs, their texts and exit codes."""

from __future__ import annotations

import re
from collections.abc import Callable

from xenadmin_gui.sim import guests, load
from xenadmin_gui.sim.domainxml import live_xml, outline
from xenadmin_gui.sim.model import PAUSED, Definition, Run
from xenadmin_gui.sim.tools import capabilities, virshdisk, virshlive
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing, after_job, usage
from xenadmin_gui.sim.tools.virshorder import NOT_RUNNING, Order, read

_URI_HOST = re.compile(r"^[a-z+]+://(?:[^@/]*@)?([^/:]+)")


def virsh(call: Call) -> Answer | Ongoing:
    """``virsh [-c URI] [-q] VERB …``."""
    answer = _obey(read(call))
    if isinstance(answer, Answer) and answer.exit_status:
        return Answer(answer.exit_status, "\n", answer.stderr.rstrip("\n") + "\n")
    return answer


def _obey(order: Order) -> Answer | Ongoing:
    if order.verb in ("capabilities", "list", "version", "hostname", "uri", "domstats", "define"):
        return _HOST_VERBS[order.verb](order)
    act = _VERBS.get(order.verb)
    if act is None:
        return usage(order.call)
    if order.run is None and order.definition is None:
        return Answer(1, "", f"error: failed to get domain '{order.wanted}'\n")
    return act(order)


def _start(order: Order) -> Answer | Ongoing:
    if order.run is not None:
        return Answer(1, "", "error: Domain is already active\n")
    definition = order.definition
    if definition is None:
        return Answer(1, "", f"error: failed to get domain '{order.wanted}'\n")
    busy = guests.busy_job(order.call.world, order.call.host, definition.uuid)
    if busy is not None:
        return after_job(busy.id)
    return after_job(guests.begin_start(order.call.world, order.call.host, definition.xml).id)


def _create(order: Order) -> Answer | Ongoing:
    path = order.values.get("--file") or order.wanted
    xml = order.call.machine.files.get(path)
    if xml is None:
        return Answer(1, "", f"error: Failed to open file '{path}': No such file or directory\n")
    if outline(xml).uuid in order.call.state.runs[order.call.host]:
        return Answer(
            1,
            "",
            f"error: Failed to create domain from {path}\n"
            f"error: operation failed: domain '{outline(xml).name}' is already active\n",
        )
    return after_job(guests.begin_start(order.call.world, order.call.host, xml).id)


def _shutdown(order: Order) -> Answer | Ongoing:
    run = order.run
    if run is None:
        return Answer(1, "", f"error: Failed to shutdown domain '{order.name}'\n{NOT_RUNNING}")
    if guests.busy_job(order.call.world, order.call.host, run.uuid) is None:
        guests.begin_shutdown(order.call.world, order.call.host, run)
    return Answer(0, f"Domain '{run.name}' is being shutdown\n\n")


def _reboot(order: Order) -> Answer | Ongoing:
    run = order.run
    if run is None:
        return Answer(1, "", f"error: Failed to reboot domain '{order.name}'\n{NOT_RUNNING}")
    if guests.busy_job(order.call.world, order.call.host, run.uuid) is None:
        guests.begin_shutdown(order.call.world, order.call.host, run, then_start=True)
    return Answer(0, f"Domain '{run.name}' is being rebooted\n\n")


def _destroy(order: Order) -> Answer | Ongoing:
    run = order.run
    if run is None:
        return Answer(1, "", f"error: Failed to destroy domain '{order.name}'\n{NOT_RUNNING}")
    guests.destroy(order.call.world, order.call.host, run.uuid)
    return Answer(0, f"Domain '{run.name}' destroyed\n\n")


def _suspend(order: Order) -> Answer | Ongoing:
    run = order.run
    if run is None:
        return Answer(1, "", f"error: Failed to suspend domain '{order.name}'\n{NOT_RUNNING}")
    guests.suspend(order.call.world, order.call.host, run)
    return Answer(0, f"Domain '{run.name}' suspended\n\n")


def _resume(order: Order) -> Answer | Ongoing:
    run = order.run
    if run is None:
        return Answer(1, "", f"error: Failed to resume domain '{order.name}'\n{NOT_RUNNING}")
    guests.resume(order.call.world, order.call.host, run)
    return Answer(0, f"Domain '{run.name}' resumed\n\n")


def _migrate(order: Order) -> Answer | Ongoing:
    run = order.run
    uri = order.values.get("--desturi") or (order.plain[-1] if order.plain else "")
    target = _URI_HOST.match(uri)
    if run is None:
        return Answer(1, "", NOT_RUNNING)
    if target is None:
        return Answer(1, "", f"error: invalid argument: unable to parse URI {uri}\n")
    busy = guests.busy_job(order.call.world, order.call.host, run.uuid)
    if busy is not None:
        return Answer(
            1, "", "error: Timed out during operation: cannot acquire state change lock\n"
        )
    flags = frozenset(flag[2:] for flag in order.flags)
    machine = _machine_of(order.call, target[1])
    job = guests.begin_migration(order.call.world, order.call.host, run, machine, flags)
    return after_job(job.id)


def _machine_of(call: Call, name: str) -> str:
    for machine in call.state.machines.values():
        if name in (machine.name, *machine.addresses.values()):
            return machine.name
    return name


def _domstate(order: Order) -> Answer | Ongoing:
    run = order.run
    text = "shut off" if run is None else ("paused" if run.state == PAUSED else "running")
    if "--reason" in order.flags:
        text += {"shut off": " (shutdown)", "paused": " (user)"}.get(text, " (booted)")
    return Answer(0, f"{text}\n\n")


def _dominfo(order: Order) -> Answer | Ongoing:
    run, definition = order.run, order.definition
    xml = run.xml if run is not None else definition.xml if definition is not None else ""
    what = outline(xml)
    state = _domstate(Order(order.call, "domstate", order.values, set(), order.plain))
    kib = what.memory_mib * 1024
    curve = order.call.state.loads.get(what.uuid)
    seconds = load.cpu_seconds(run, curve, order.call.world.time) if run is not None else 0.0
    autostart = definition is not None and definition.autostart
    os_type = {"pv": "xen", "pvh": "xenpvh"}.get(what.kind, "hvm")
    rows = {
        "Id": str(run.domain_id) if run is not None else "-",
        "Name": what.name,
        "UUID": what.uuid,
        "OS Type": os_type,
        "State": state.stdout.strip() if isinstance(state, Answer) else "",
        "CPU(s)": str(what.vcpus),
        **({"CPU time": f"{seconds:.1f}s"} if run is not None else {}),
        "Max memory": f"{kib} KiB",
        "Used memory": f"{kib if run is None else run.memory_mib * 1024} KiB",
        "Persistent": "yes" if definition is not None else "no",
        "Autostart": "enable" if autostart else "disable",
        "Managed save": "no",
    }
    return Answer(0, "".join(f"{key + ':':<15} {value}\n" for key, value in rows.items()) + "\n")


def _dumpxml(order: Order) -> Answer | Ongoing:
    run, definition = order.run, order.definition
    if run is not None and ("--inactive" not in order.flags or definition is None):
        return Answer(0, live_xml(run.xml, run.domain_id) + "\n")
    return Answer(0, (definition.xml if definition is not None else "") + "\n")


def _domid(order: Order) -> Answer | Ongoing:
    run = order.run
    return Answer(0, f"{run.domain_id if run is not None else '-'}\n\n")


def _domuuid(order: Order) -> Answer | Ongoing:
    found = order.run or order.definition
    return Answer(0, f"{found.uuid if found is not None else ''}\n\n")


def _domjobinfo(order: Order) -> Answer | Ongoing:
    run = order.run
    busy = guests.busy_job(order.call.world, order.call.host, run.uuid) if run is not None else None
    if busy is None or run is None:
        return Answer(0, "Job type:         None        \n\n")
    elapsed = round((order.call.world.time - busy.started_at) * 1000)
    return Answer(0, f"Job type:         Unbounded   \nTime elapsed:     {elapsed:<12} ms\n\n")


def _undefine(order: Order) -> Answer | Ongoing:
    definition = order.definition
    if definition is None:
        return Answer(
            1, "", f"error: Failed to undefine domain '{order.name}'\n"
            "error: Requested operation is not valid: cannot undefine transient domain\n",
        )  # fmt: skip
    del order.call.state.definitions[order.call.host][definition.uuid]
    order.call.world.touch()
    return Answer(0, f"Domain '{definition.name}' has been undefined\n\n")


def _autostart(order: Order) -> Answer | Ongoing:
    definition = order.definition
    if definition is None:
        return Answer(1, "", "error: cannot set autostart for transient domain\n")
    definition.autostart = "--disable" not in order.flags
    order.call.world.touch()
    word = "marked" if definition.autostart else "unmarked"
    return Answer(0, f"Domain '{definition.name}' {word} as autostarted\n\n")


def _define(order: Order) -> Answer | Ongoing:
    path = order.values.get("--file") or order.wanted
    xml = order.call.stdin if path == "/dev/stdin" else order.call.machine.files.get(path)
    if xml is None:
        return Answer(1, "", f"error: Failed to open file '{path}': No such file or directory\n")
    try:
        clash = _clash(order, xml)
        if clash:
            said = f"error: Failed to define domain from {path}\nerror: operation failed: {clash}\n"
            return Answer(1, "", said)
        was = order.call.state.definitions[order.call.host].get(outline(xml).uuid)
        autostart = was is not None and was.autostart
        definition = guests.define(order.call.world, order.call.host, xml, autostart=autostart)
    except ValueError as error:
        return Answer(1, "", f"error: Failed to define domain from {path}\nerror: {error}\n")
    return Answer(0, f"Domain '{definition.name}' defined from {path}\n\n")


def _clash(order: Order, xml: str) -> str:
    """What libvirt (virDomainObjListAdd) says to a known UUID or name of another domain."""
    what, host = outline(xml), order.call.host
    known: list[Definition | Run] = list(order.call.state.definitions[host].values())
    known += order.call.state.runs[host].values()
    for one in known:
        if one.uuid == what.uuid and one.name != what.name:
            return f"domain '{one.name}' is already defined with uuid {one.uuid}"
        if one.name == what.name and one.uuid != what.uuid:
            return f"domain '{one.name}' already exists with uuid {one.uuid}"
    return ""


def _list(order: Order) -> Answer | Ongoing:
    state = order.call.state
    runs = sorted(state.runs[order.call.host].values(), key=lambda r: r.domain_id)
    rows = [("0", "Domain-0", "running")]
    rows += [(str(r.domain_id), r.name, "paused" if r.state == PAUSED else "running") for r in runs]
    if "--all" in order.flags:
        active = {r.uuid for r in runs}
        known = state.definitions[order.call.host].values()
        off = sorted(d.name for d in known if d.uuid not in active)
        rows += [("-", name, "shut off") for name in off]
    if "--name" in order.flags or "--uuid" in order.flags:
        return Answer(0, "".join(f"{name}\n" for _, name, _ in rows) + "\n")
    ids = max(len(row[0]) for row in rows)
    names = max(len(row[1]) for row in rows)
    states = max(len(row[2]) for row in rows)
    lines = [f" {'Id':<{max(ids, 2)}}   {'Name':<{names}}   State"]
    lines.append("-" * (max(ids, 2) + names + states + 8))
    lines += [f" {i:<{max(ids, 2)}}   {n:<{names}}   {s}" for i, n, s in rows]
    return Answer(0, "\n".join(lines) + "\n\n")


def _version(_: Order) -> Answer | Ongoing:
    return Answer(
        0,
        "Compiled against library: libvirt 9.0.0\nUsing library: libvirt 9.0.0\n"
        "Using API: Xen 9.0.0\nRunning hypervisor: Xen 4.17.0\n\n",
    )


def _domstats(_: Order) -> Answer | Ongoing:
    said = "error: this function is not supported by the connection driver: "
    return Answer(1, "\n", said + "virConnectGetAllDomainStats\n")


_HOST_VERBS: dict[str, Callable[[Order], Answer | Ongoing]] = {
    "capabilities": lambda order: Answer(0, capabilities.text(order.call.machine) + "\n"),
    "list": _list,
    "version": _version,
    "hostname": lambda order: Answer(0, f"{order.call.host}\n\n"),
    "uri": lambda _: Answer(0, "xen:///system\n\n"),
    "domstats": _domstats,
    "define": _define,
}
_VERBS: dict[str, Callable[[Order], Answer | Ongoing]] = {
    "attach-disk": virshdisk.change,
    "change-media": virshdisk.change_media,
    "domblklist": virshdisk.block_list,
    "detach-disk": virshdisk.change,
    "attach-interface": virshlive.change_nic,
    "detach-interface": virshlive.change_nic,
    "domiflist": virshlive.list_nics,
    "setvcpus": virshlive.set_vcpus,
    "vcpucount": virshlive.count_vcpus,
    "setmem": virshlive.set_memory,
    "start": _start,
    "shutdown": _shutdown,
    "reboot": _reboot,
    "destroy": _destroy,
    "suspend": _suspend,
    "resume": _resume,
    "migrate": _migrate,
    "domstate": _domstate,
    "dominfo": _dominfo,
    "dumpxml": _dumpxml,
    "domid": _domid,
    "domuuid": _domuuid,
    "domjobinfo": _domjobinfo,
    "undefine": _undefine,
    "autostart": _autostart,
}
