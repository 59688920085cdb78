"""``systemd-run`` and ``systemctl show`` for transient units; ``journalctl``."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

from xenadmin_gui.sim import verify
from xenadmin_gui.sim.model import Unit
from xenadmin_gui.sim.tools import targetcli
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing, usage
from xenadmin_gui.sim.world import World

if TYPE_CHECKING:
    from xenadmin_gui.sim.tools.call import Tool

_TRANSIENT = "/run/systemd/transient"
_TAKES_VALUE = frozenset({"-p", "--property", "-u", "--unit", "--description", "-E", "--setenv"})


def systemd_run(call: Call, tools: dict[str, Tool]) -> Answer | Ongoing:
    """``systemd-run --unit=NAME [options] COMMAND …``: the command goes on without us."""
    options, argv = _split(call.arguments)
    if not argv:
        return Answer(1, "", "Command line to execute required.\n")
    name = _full(options.get("--unit") or options.get("-u") or f"run-r{call.world.number():032x}")
    units = call.state.units.setdefault(call.host, {})
    if name in units and (units[name].is_active or units[name].exit_status):
        return Answer(
            1,
            "",
            f"Failed to start transient service unit: Unit {name} was already loaded or has a "
            "fragment file.\n",
        )
    tool = tools.get(argv[0].rpartition("/")[2])
    if tool is None:
        return Answer(1, "", f"Failed to find executable {argv[0]}: No such file or directory\n")
    argv = [word.replace("$$", "$") for word in argv]
    if "--on-active" in options:
        return _alarm(call, name, options["--on-active"], argv)
    unit = Unit(name, argv, call.world.time)
    units[name] = unit
    before = set(call.state.jobs)
    answer = tool(Call(call.world, call.machine, tuple(argv), call.stdin))
    call.world.touch()
    if isinstance(answer, Ongoing):
        unit.job = max(set(call.state.jobs) - before, default=None)
    else:
        _end(unit, answer, call.world.time)
    said = f"Running as unit: {name}\n"
    if "--wait" in options or "--pipe" in options or "-P" in options:
        return Ongoing(lambda world: _look(world, call.host, name, said))
    return Answer(0, "", said)


def _alarm(call: Call, name: str, after: str, argv: list[str]) -> Answer:
    """A timer that runs something once; its file is there until then."""
    path = _timer_file(name)
    if path in call.machine.files:
        return Answer(1, "", f"Failed to start transient timer unit: Unit {name} exists.\n")
    call.machine.files[path] = json.dumps(argv)
    call.world.schedule(call.world.time + float(after.rstrip("s")), "alarm", call.host, path)
    call.world.touch()
    return Answer(0, f"Running timer as unit: {path.rpartition('/')[2]}\n")


def on_alarm(world: World, subject: str, detail: str, *, tools: dict[str, Tool]) -> None:
    """The time of a timer has come, unless somebody stopped it."""
    machine = world.state.machines[subject]
    text = machine.files.pop(detail, None)
    if text is not None:
        argv = tuple(json.loads(text))
        tools[argv[0]](Call(world, machine, argv))
        world.touch()


def _timer_file(name: str) -> str:
    return f"{_TRANSIENT}/{name.removesuffix('.service').removesuffix('.timer')}.timer"


def settle(world: World) -> None:
    """End the units whose job has ended."""
    for units in world.state.units.values():
        for unit in units.values():
            job = world.state.jobs.get(unit.job) if unit.is_active and unit.job else None
            if job is not None and job.is_done:
                _end(unit, Answer(*job.answer), world.time)
                world.touch()


def systemctl(call: Call) -> Answer:
    """``systemctl show -p A,B UNIT``, ``is-active``, ``stop`` and ``reset-failed``."""
    words = list(call.arguments)
    if not words:
        return usage(call)
    names = [_full(w) for w in words[1:] if not w.startswith("-") and "," not in w]
    units = call.state.units.get(call.host, {})
    if words[0] == "list-unit-files":
        return targetcli.services(call)
    if words[0] == "show":
        return _show(call, words[1:])
    if words[0] == "is-active" and names:
        unit = units.get(names[-1])
        state = _states(unit)["ActiveState"]
        return Answer(0 if state == "active" else 3, f"{state}\n")
    if words[0] == "stop" and words[-1].endswith(".timer"):
        if call.machine.files.pop(_timer_file(words[-1]), None) is not None:
            call.world.touch()
        return Answer()
    if words[0] in ("stop", "reset-failed") and names:
        unit = units.get(names[-1])
        if unit is not None and words[0] == "stop" and unit.is_active:
            _end(unit, Answer(143, "", "Terminated\n"), call.world.time)
        if unit is not None:
            del units[names[-1]]
            call.world.touch()
        return Answer()
    return usage(call)


def analyze(call: Call) -> Answer:
    """``systemd-analyze calendar WHEN``, for the schedules that the simulation knows."""
    if call.arguments[:1] != ("calendar",) or len(call.arguments) != 2:
        return usage(call)
    when = call.arguments[1]
    due = verify.next_run(when, call.world.time)
    if due is None:
        return Answer(1, "", f"Failed to parse calendar specification '{when}': Invalid argument\n")
    stamp = time.strftime("%a %Y-%m-%d %H:%M:%S UTC", time.gmtime(due))
    return Answer(0, f"  Original form: {when}\n    Next elapse: {stamp}\n")


def journalctl(call: Call) -> Answer:
    """``journalctl -u UNIT [-o cat] …``, or entries of the kernel and Pacemaker as JSON."""
    words = list(call.arguments)
    if "--output=json" in words:
        return _entries(call, words)
    names = [w.partition("=")[2] for w in words if w.startswith("--unit=")]
    names += [words[i + 1] for i, w in enumerate(words[:-1]) if w in ("-u", "--unit")]
    if not names:
        return usage(call)
    unit = call.state.units.get(call.host, {}).get(_full(names[-1]))
    if unit is None:
        return Answer(0, "-- No entries --\n")
    lines = [f"Started {unit.name} - {' '.join(unit.argv)}.", *unit.output.strip().splitlines()]
    if "cat" in words or "--output=cat" in words:
        return Answer(0, "".join(f"{line}\n" for line in lines))
    stamp = time.strftime("%b %d %H:%M:%S", time.gmtime(unit.ended_at or unit.started_at))
    program = unit.argv[0].rpartition("/")[2]
    return Answer(0, "".join(f"{stamp} {call.host} {program}[4711]: {line}\n" for line in lines))


def _entries(call: Call, words: list[str]) -> Answer:
    """``--grep`` with ``--lines``: the newest first, and 1 when there is none."""
    options = dict(word.split("=", 1) for word in words if word.startswith("--") and "=" in word)
    matches = {word.partition("=")[2] for word in words if word[:1] != "-" and "=" in word}
    pattern = re.compile(options.get("--grep", ""))
    known = [
        entry
        for entry in sorted(call.state.logs.get(call.host, []), key=lambda entry: entry.at)
        if entry.source in matches and pattern.search(entry.message)
    ][-int(options.get("--lines", "1000")) :]
    lines = [
        json.dumps(
            {
                "__REALTIME_TIMESTAMP": str(round(entry.at * 1e6)),
                "_BOOT_ID": f"{entry.boot:032x}",
                "MESSAGE": entry.message.strip(),
            }
        )
        for entry in reversed(known)
    ]
    return Answer(0 if lines else 1, "".join(f"{line}\n" for line in lines))


def _split(words: tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    options: dict[str, str] = {}
    rest = list(words)
    while rest and rest[0].startswith("-"):
        word = rest.pop(0)
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if not equals and name in _TAKES_VALUE and rest:
            value = rest.pop(0)
        options[name] = value
    return options, rest


def _full(name: str) -> str:
    return name if name.endswith(".service") else f"{name}.service"


def _end(unit: Unit, answer: Answer, now: float) -> None:
    unit.is_active = False
    unit.exit_status = answer.exit_status
    unit.ended_at = now
    unit.output = answer.stdout + answer.stderr


def _look(world: World, host: str, name: str, said: str) -> Answer | None:
    unit = world.state.units.get(host, {}).get(name)
    if unit is None:
        return Answer(1, "", said)
    return None if unit.is_active else Answer(unit.exit_status, "", said + unit.output)


def _states(unit: Unit | None) -> dict[str, str]:
    """Return what ``systemctl show`` prints: an ended unit that succeeded is gone from memory."""
    if unit is None or (not unit.is_active and unit.exit_status == 0):
        return {
            "LoadState": "not-found", "ActiveState": "inactive", "SubState": "dead",
            "Result": "success", "ExecMainStatus": "0", "ExecMainCode": "0",
        }  # fmt: skip
    if unit.is_active:
        return {
            "LoadState": "loaded", "ActiveState": "active", "SubState": "running",
            "Result": "success", "ExecMainStatus": "0", "ExecMainCode": "0",
        }  # fmt: skip
    return {
        "LoadState": "loaded", "ActiveState": "failed", "SubState": "failed",
        "Result": "exit-code", "ExecMainStatus": str(unit.exit_status), "ExecMainCode": "1",
    }  # fmt: skip


def _show(call: Call, words: list[str]) -> Answer:
    wanted: list[str] = []
    names: list[str] = []
    values_only = "--value" in words
    rest = [word for word in words if word != "--value"]
    while rest:
        word = rest.pop(0)
        if word in ("-p", "--property") and rest:
            wanted += rest.pop(0).split(",")
        elif word.startswith("--property="):
            wanted += word.partition("=")[2].split(",")
        elif not word.startswith("-"):
            names.append(_full(word))
    states = _states(call.state.units.get(call.host, {}).get(names[-1]) if names else None)
    states = {"Id": names[-1] if names else "", **states}
    keys = [key for key in states if not wanted or key in wanted]
    return Answer(
        0, "".join(f"{states[k]}\n" if values_only else f"{k}={states[k]}\n" for k in keys)
    )
