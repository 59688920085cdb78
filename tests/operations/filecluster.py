"""A tiny cluster in a file: survives the death of the process that changes it.

It knows just enough of virsh, systemd-run and crm_resource to be told what a plan tells it, and
keeps a list of everything that really changed something.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from xenadmin_gui.domain.command import Command, CommandResult
from xenadmin_gui.domain.errors import UnreachableError
from xenadmin_gui.domain.host import Hypervisor, Role, Server
from xenadmin_gui.domain.pacemaker import ControlMode, Node, Pacemaker, Resource
from xenadmin_gui.domain.san import Multipath, San
from xenadmin_gui.domain.san import Path as SanPath
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import HostState, VmKind, VmState
from xenadmin_gui.domain.vm import Definition, Protection, Vm, VmDisk
from xenadmin_gui.jobs.context import JobContext

GIB = 1024**3
WEB, DB, HA, PV = (f"0000000{n}-0000-4000-8000-00000000000{n}" for n in range(1, 5))
AGENT = "ocf:heartbeat:VirtualDomain"
HOSTS, SANS = ("xen1", "xen2"), ("san1", "san2")
MIGRATION_S, START_S, SHUTDOWN_S, CLUSTER_S, SEEN_S = 20.0, 3.0, 8.0, 6.0, 4.0


def fresh_state() -> dict[str, Any]:
    """Two hosts, two SAN servers; web1 and pv1 run unprotected, db1 is off, ha1 is protected."""

    def vm(name: str, state: str, host: str | None, **more: Any) -> dict[str, Any]:
        base = {"name": name, "state": state, "host": host, "domain_id": 7, "kind": "pvh"}
        return (
            base
            | {"memory": 2 * GIB, "defined": ["xen1"], "role": None, "pin": None, "seen": host}
            | more
        )

    return {
        "time": 1000.0,
        "down": [],
        "free": {"xen1": 16 * GIB, "xen2": 16 * GIB},
        "vms": {
            WEB: vm("web1", "running", "xen1"),
            DB: vm("db1", "off", None),
            HA: vm("ha1", "running", "xen1", role="Started", defined=[], migrate=True),
            PV: vm("pv1", "running", "xen1", kind="pv"),
        },
        "units": {},
        "pending": [],
        "changes": [],
        "sent": [],
    }


class FileClock:
    """Time that goes on when somebody waits."""

    def __init__(self, cluster: FileCluster) -> None:
        self._cluster = cluster

    def now(self) -> float:
        return float(self._cluster.state["time"])

    def monotonic(self) -> float:
        return self.now()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        if not event.is_set():
            self._cluster.advance(seconds)
        return event.is_set()


class FileCluster:
    """A ClusterPort on a JSON file; ``before_run`` lets a test interfere at the last moment."""

    def __init__(self, path: Path, state: dict[str, Any] | None = None) -> None:
        self._path = path
        self.state: dict[str, Any] = state or (
            json.loads(path.read_text()) if path.exists() else fresh_state()
        )
        self.clock = FileClock(self)
        self.before_run: Callable[[str, Command], None] = lambda host, command: None
        self.after_run: Callable[[str, Command], None] = lambda host, command: None
        self._version = 0
        self.save()

    def context(self) -> JobContext:
        return JobContext(clock=self.clock)

    def save(self) -> None:
        spare = self._path.with_suffix(".new")
        spare.write_text(json.dumps(self.state))
        os.replace(spare, self._path)

    def advance(self, seconds: float) -> None:
        """Let time pass: what is due happens."""
        self.state["time"] += seconds
        due = sorted(p for p in self.state["pending"] if p[0] <= self.state["time"])
        self.state["pending"] = [p for p in self.state["pending"] if p not in due]
        for _, what, uuid, value in due:
            self._happen(what, uuid, value)
        self.save()

    # -- ClusterPort -------------------------------------------------------------------------

    @property
    def snapshot(self) -> Snapshot:
        state, down = self.state, self.state["down"]
        self._version += 1
        servers = {
            name: Server(
                name=name,
                roles=frozenset({Role.HOST if name in HOSTS else Role.SAN}),
                state=HostState.UNREACHABLE if name in down else HostState.UP,
                memory_bytes=32 * GIB if name in HOSTS else None,
                memory_free_bytes=None if name in down else state["free"].get(name),
                hypervisor=Hypervisor("xen", "4.17", False) if name in HOSTS else Hypervisor(),
            )
            for name in (*SANS, *HOSTS)
        }
        return Snapshot(
            cluster="files",
            version=self._version,
            taken_at=state["time"],
            servers=servers,
            vms={uuid: self._vm(uuid, vm) for uuid, vm in state["vms"].items()},
            san=San(
                multipaths=tuple(
                    Multipath(host, wwid(uuid), (SanPath("sda", "sana", "ready"),) * 2)
                    for host in HOSTS
                    for uuid in state["vms"]
                )
            ),
            pacemaker=Pacemaker(
                seen_from="san1",
                with_quorum=True,
                mode=ControlMode.AUTOMATIC,
                nodes=tuple(Node(name, online=True) for name in (*SANS, *HOSTS)),
                resources=tuple(
                    Resource(resource(vm), AGENT, "Started", (vm["seen"],))
                    for vm in state["vms"].values()
                    if vm["role"] and vm["seen"]
                ),
            ),
        )

    def refresh(self, hosts: Sequence[str] | None, context: JobContext) -> Snapshot:
        context.checkpoint()
        return self.snapshot

    def run(
        self,
        host: str,
        command: Command,
        context: JobContext,
        *,
        timeout_s: float,
        origin: str,
        plan_id: str,
    ) -> CommandResult:
        context.checkpoint()
        self.before_run(host, command)
        if host in self.state["down"]:
            raise UnreachableError(host, f"{host} does not answer.")
        argv = command.argv
        if argv[0] not in ("systemctl", "journalctl"):
            self.state["sent"].append([host, *argv])
        status, said = self._answer(host, argv)
        self.save()
        self.after_run(host, command)
        error = "" if status == 0 else said
        return CommandResult(host, command, status, said if status == 0 else "", error)

    # -- the tools ---------------------------------------------------------------------------

    def _answer(self, host: str, argv: tuple[str, ...]) -> tuple[int, str]:
        tool = {
            "virsh": self._virsh,
            "systemd-run": self._systemd_run,
            "systemctl": self._systemctl,
            "journalctl": self._journalctl,
            "crm_resource": self._crm_resource,
        }[argv[0]]
        return tool(host, argv)

    def _virsh(self, host: str, argv: tuple[str, ...]) -> tuple[int, str]:
        verb, word = argv[3], argv[argv.index("--domain") + 1]
        uuid, vm = self._find(word)
        here = vm["host"] == host
        starting = self._is_pending("running", uuid)
        if verb == "start":
            if here or starting:
                return 1, "error: Requested operation is not valid: domain is already running"
            return self._later(START_S, "running", uuid, host)
        if not here:
            return 1, "error: Requested operation is not valid: domain is not running"
        if verb in ("shutdown", "reboot"):
            value = "off" if verb == "shutdown" else "rebooted"
            if self._is_pending(value, uuid):
                return 0, ""
            return self._later(SHUTDOWN_S, value, uuid, None)
        self._happen({"destroy": "off", "suspend": "paused", "resume": "resumed"}[verb], uuid, None)
        return 0, ""

    def _systemd_run(self, host: str, argv: tuple[str, ...]) -> tuple[int, str]:
        unit = argv[1].partition("=")[2]
        if self.state["units"].get(f"{host}/{unit}", {}).get("state") in ("active", "failed"):
            return 1, f"Failed to start transient service unit: Unit {unit} was already loaded."
        uuid, vm = self._find(argv[argv.index("--domain") + 1])
        target = argv[-1].partition("//")[2].partition("/")[0]
        if vm["kind"] == "pv" and "--live" in argv:
            said = "error: internal error: Failed to send migration data to destination host"
            self.state["units"][f"{host}/{unit}"] = {"state": "failed", "said": said}
            return 0, f"Running as unit: {unit}.service"
        self.state["units"][f"{host}/{unit}"] = {"state": "active", "said": ""}
        return self._later(MIGRATION_S, "migrated", uuid, [host, target, unit])

    def _systemctl(self, host: str, argv: tuple[str, ...]) -> tuple[int, str]:
        unit = self.state["units"].get(f"{host}/{argv[-1].removesuffix('.service')}")
        state = unit["state"] if unit else "gone"
        load = "not-found" if state == "gone" else "loaded"
        active = {"gone": "inactive", "active": "active", "failed": "failed"}[state]
        result = "exit-code" if state == "failed" else "success"
        return 0, (
            f"LoadState={load}\nActiveState={active}\nSubState=running\nResult={result}\n"
            f"ExecMainStatus={int(state == 'failed')}\n"
        )

    def _journalctl(self, host: str, argv: tuple[str, ...]) -> tuple[int, str]:
        name = argv[1].partition("=")[2].removesuffix(".service")
        return 0, self.state["units"].get(f"{host}/{name}", {}).get("said", "")

    def _crm_resource(self, host: str, argv: tuple[str, ...]) -> tuple[int, str]:
        uuid = next(u for u, v in self.state["vms"].items() if resource(v) == argv[2])
        vm = self.state["vms"][uuid]
        if "--move" in argv:
            node = argv[argv.index("--node") + 1]
            if vm["seen"] == node:
                return 108, "Error performing operation: Requested item already exists"
            if vm["pin"] != node:
                self._note("pin", uuid, node)
                vm["pin"] = node
                if vm["host"] not in (None, node):
                    self._later(CLUSTER_S, "moved", uuid, node)
        elif "--clear" in argv:
            self._note("clear", uuid, None)
            vm["pin"] = None
        elif argv[5] == "allow-migrate":
            vm["migrate"] = argv[7] == "true"
        elif argv[5] == "target-role" and vm["role"] != argv[7]:
            vm["role"] = argv[7]
            started = argv[7] == "Started"
            home = vm["pin"] or "xen2" if started else None
            self._later(CLUSTER_S, "running" if started else "off", uuid, home)
        return 0, ""

    # -- the world ---------------------------------------------------------------------------

    def _later(self, seconds: float, what: str, uuid: str, value: Any) -> tuple[int, str]:
        self.state["pending"].append([self.state["time"] + seconds, what, uuid, value])
        return 0, ""

    def _is_pending(self, what: str, uuid: str) -> bool:
        return any(p[1] == what and p[2] == uuid for p in self.state["pending"])

    def _note(self, what: str, uuid: str, value: Any) -> None:
        self.state["changes"].append([what, self.state["vms"][uuid]["name"], value])

    def _happen(self, what: str, uuid: str, value: Any) -> None:
        vm = self.state["vms"][uuid]
        if what == "seen":
            vm["seen"] = value
            return
        self._note(what, uuid, value)
        if what == "off":
            vm.update(state="off", host=None, seen=None)
        elif what == "running":
            vm.update(state="running", host=value, seen=value, domain_id=vm["domain_id"] + 1)
        elif what == "rebooted":
            vm["domain_id"] += 1
        elif what == "migrated":
            source, target, unit = value
            del self.state["units"][f"{source}/{unit}"]
            vm.update(host=target, defined=[target], domain_id=vm["domain_id"] + 1)
        elif what == "moved":
            vm.update(host=value)
            self._later(SEEN_S, "seen", uuid, value)
        else:
            vm["state"] = {"paused": "paused", "resumed": "running"}[what]

    def _find(self, word: str) -> tuple[str, dict[str, Any]]:
        return next((u, v) for u, v in self.state["vms"].items() if word in (u, v["name"]))

    def _vm(self, uuid: str, vm: dict[str, Any]) -> Vm:
        lost = vm["host"] in self.state["down"]
        protection = None
        if vm["role"] is not None:
            protection = Protection(
                resource=resource(vm),
                target_role=vm["role"],
                allow_migrate=vm["migrate"],
                pinned_to=vm["pin"],
            )
        return Vm(
            uuid=uuid,
            name=vm["name"],
            state=VmState.UNKNOWN if lost else VmState(vm["state"]),
            host=vm["host"],
            kind=VmKind(vm["kind"]),
            domain_id=None if vm["host"] is None or lost else vm["domain_id"],
            memory_bytes=vm["memory"],
            protection=protection,
            disks=(VmDisk("xvda", f"/dev/mapper/{wwid(uuid)}", "xen", wwid=wwid(uuid)),),
            definitions=tuple(Definition(host, "libvirt", "0") for host in vm["defined"]),
            running_on=() if vm["host"] is None or lost else (vm["host"],),
        )


def resource(vm: dict[str, Any]) -> str:
    return f"vm_{vm['name']}"


def wwid(uuid: str) -> str:
    return f"3{uuid.replace('-', '')}"
