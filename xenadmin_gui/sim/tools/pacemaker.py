"""Pacemaker's programs on a simulated member: the real binaries on the world's CIB."""

from __future__ import annotations

import re
import time
from collections import OrderedDict

from xenadmin_gui.sim.pacemaker import binaries, engine
from xenadmin_gui.sim.pacemaker.cib import adopt, render, view
from xenadmin_gui.sim.pacemaker.timeshift import in_words
from xenadmin_gui.sim.tools.call import Answer, Call, Ongoing

_KEPT = 24
_READS = frozenset({"crm_mon", "crm_simulate", "crm_verify"})
_CLEANUPS = frozenset({"-C", "--cleanup", "-R", "--refresh", "--reprobe"})
_LAST_UPDATED = re.compile(r"\* Last updated: .{24}")
_LAST_UPDATE = re.compile(r'<last_update time="[^"]*"/>')
_SAYS_NOTHING = {
    "cibadmin": "Could not connect to the CIB: Transport endpoint is not connected\n"
    "Init failed, could not perform requested operations\n",
    "crm_mon": "crm_mon: Connection to cluster failed: Connection refused\n",
}


class Programs:
    """Runs Pacemaker's programs, and remembers what they said of a CIB that has not changed."""

    def __init__(self) -> None:
        self._rendered: dict[str, tuple[int, str]] = {}
        self._remembered: OrderedDict[tuple[tuple[str, ...], str], Answer] = OrderedDict()

    def run(self, call: Call) -> Answer | Ongoing:
        """Run ``call`` on the CIB as its machine sees it."""
        program, words = call.argv[0].rpartition("/")[2], set(call.arguments)
        member = call.state.pacemaker.members.get(call.host)
        if member is None or not call.state.pacemaker.configuration:
            return Answer(127, "", f"sh: 1: {program}: not found\n")
        if member.joins_at is not None:
            return _not_running(call, program)
        if program == "crm_resource" and "--wait" in words:
            return Ongoing(lambda world: Answer() if engine.is_idle(world) else None)
        if program == "crm_resource" and words & _CLEANUPS:
            return _clean_up(call)
        cib = self._cib(call)
        if program in _READS and not call.stdin:
            return _with_time(call, self._read(call, cib))
        return self._change(call, cib, program)

    def _cib(self, call: Call) -> str:
        """Return the CIB as the call's machine sees it: all of a partition see the same."""
        now = call.world.version
        version, text = self._rendered.get(call.host, (-1, ""))
        if version == now:
            return text
        others = (self._rendered.get(name, (-1, "")) for name in view(call.state, call.host)[0])
        text = next((text for version, text in others if version == now), "")
        text = text or render(call.state, call.host)
        self._rendered[call.host] = (now, text)
        return text

    def _read(self, call: Call, cib: str) -> Answer:
        key = (call.argv, cib)
        answer = self._remembered.pop(key, None)
        if answer is None:
            read = binaries.read if call.argv[0].endswith("crm_mon") else binaries.run
            ran = read(list(call.argv), cib, now=call.world.time, files=call.machine.files)
            if ran.files != {p: call.machine.files.get(p) for p in ran.files}:
                call.machine.files.update(ran.files)
                call.world.touch()
            answer = Answer(ran.exit_status, ran.stdout, ran.stderr)
        self._remembered[key] = answer
        while len(self._remembered) > _KEPT:
            self._remembered.popitem(last=False)
        return answer

    def _change(self, call: Call, cib: str, program: str) -> Answer:
        if call.arguments in (("--query",), ("-Q",)) and program == "cibadmin":
            return Answer(0, cib)
        ran = binaries.run(
            list(call.argv), cib, now=call.world.time, stdin=call.stdin, files=call.machine.files
        )
        if ran.cib == cib:
            return Answer(ran.exit_status, ran.stdout, ran.stderr)
        if not view(call.state, call.host)[1]:
            return Answer(1, "", "Error performing operation: Operation requires quorum\n")
        adopt(call.state, ran.cib, cib)
        call.state.pacemaker.is_dirty = True
        call.world.touch()
        return Answer(ran.exit_status, ran.stdout, ran.stderr)


def _not_running(call: Call, program: str) -> Answer:
    if program == "crm_mon" and "--output-as=xml" in call.arguments:
        request = " ".join(call.argv)
        return Answer(
            102,
            f'<pacemaker-result api-version="2.25" request="{request}">\n'
            '  <status code="102" message="Not connected">\n    <errors>\n'
            "      <error>error: Could not connect to launcher: Connection refused</error>\n"
            "      <error>crm_mon: Connection to cluster failed: Connection refused</error>\n"
            "    </errors>\n  </status>\n</pacemaker-result>\n",
        )
    otherwise = (
        f"{program}: Could not connect to the CIB: Transport endpoint is not connected\n"
        "Error performing operation: Not connected\n"
    )
    return Answer(102, "", _SAYS_NOTHING.get(program, otherwise))


def _with_time(call: Call, answer: Answer) -> Answer:
    """Put the world's time, and what only a live cluster says, into crm_mon's answer."""
    stamp = in_words(call.world.time)
    if "<pacemaker-result" not in answer.stdout:
        text = _LAST_UPDATED.sub(f"* Last updated: {stamp}", answer.stdout)
        return Answer(answer.exit_status, text, answer.stderr)
    text = _LAST_UPDATE.sub(f'<last_update time="{stamp}"/>', answer.stdout)
    updated = time.strftime("%Y-%m-%d %H:%M:%SZ", time.gmtime(call.world.time))
    daemon = f'  <pacemakerd sys_from="pacemakerd" state="running" last_updated="{updated}"/>\n'
    text = text.replace("  <summary>\n", daemon + "  <summary>\n", 1)
    return Answer(answer.exit_status, text, answer.stderr)


def _clean_up(call: Call) -> Answer:
    """Forget failures: the binary would need a live controller for this."""
    words = call.arguments
    wanted = _value(words, "-r", "--resource")
    node = _value(words, "-N", "--node")
    is_refresh = "-R" in words or "--refresh" in words
    cleaned = []
    for member in call.state.pacemaker.members.values():
        if node not in ("", member.name):
            continue
        for name in [
            n for n in member.attributes if n.startswith(("fail-count-", "last-failure-"))
        ]:
            if not wanted or f"-{wanted}#" in name:
                del member.attributes[name]
        for resource in [r for r in member.history if wanted in ("", r)]:
            operations = member.history[resource].operations
            if is_refresh or "last_failure_0" in operations:
                del member.history[resource]
                cleaned.append(f"Cleaned up {resource} on {member.name}\n")
    call.state.pacemaker.is_dirty = True
    call.world.touch()
    return Answer(0, "".join(cleaned))


def _value(words: tuple[str, ...], short: str, long: str) -> str:
    for index, word in enumerate(words):
        if word in (short, long) and index + 1 < len(words):
            return words[index + 1]
        if word.startswith(f"{long}="):
            return word.partition("=")[2]
    return ""
