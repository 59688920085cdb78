"""Reads files of /proc and /etc/os-release (proc(5), os-release(5))."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from xenadmin_gui.monitoring.parse.errors import ParseError, lines_of, reading


@dataclass(frozen=True, slots=True)
class CpuTimes:
    """Processor time since the boot in ticks, and how many processors there are."""

    busy: int
    total: int
    cpus: int


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory as the kernel sees it (on Xen: Domain-0 only), in bytes."""

    total_bytes: int
    available_bytes: int


def parse_uptime(text: str) -> float:
    """Return seconds since the boot."""
    with reading("/proc/uptime"):
        uptime, _idle = lines_of("/proc/uptime", text)[0].split()
        return float(uptime)


def parse_loadavg(text: str) -> float:
    """Return the load average of the last minute."""
    with reading("/proc/loadavg"):
        words = lines_of("/proc/loadavg", text)[0].split()
        if len(words) != 5:
            raise ParseError("/proc/loadavg", "the line does not have five words")
        return float(words[0])


def parse_stat(text: str) -> CpuTimes:
    """Return the processor times; idle and I/O wait count as not busy."""
    with reading("/proc/stat"):
        lines = lines_of("/proc/stat", text)
        first = lines[0].split()
        if first[0] != "cpu" or len(first) < 6:
            raise ParseError("/proc/stat", "the first line is not that of all processors")
        if not any(line.startswith("softirq") for line in lines):
            raise ParseError("/proc/stat", "the answer breaks off")
        ticks = [int(word) for word in first[1:9]]
        cpus = sum(line[:3] == "cpu" and line[3:4].isdigit() for line in lines)
        total = sum(ticks)
        return CpuTimes(busy=total - ticks[3] - ticks[4], total=total, cpus=cpus)


def parse_meminfo(text: str) -> Memory:
    """Return total and available memory."""
    with reading("/proc/meminfo"):
        values: dict[str, int] = {}
        for line in lines_of("/proc/meminfo", text):
            name, _, rest = line.partition(":")
            values[name] = int(rest.split()[0]) * 1024
        return Memory(values["MemTotal"], values["MemAvailable"])


def parse_os_release(text: str) -> str:
    """Return PRETTY_NAME, or NAME where there is none."""
    with reading("os-release"):
        values: dict[str, str] = {}
        for line in lines_of("os-release", text):
            name, equals, value = line.partition("=")
            if equals and not line.startswith("#"):
                values[name] = "".join(shlex.split(value))
        if "PRETTY_NAME" in values:
            return values["PRETTY_NAME"]
        return values["NAME"]
