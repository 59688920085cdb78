"""``python -m tests.bench [refresh] [window] [events] [san] [terminal]``: measure.

Each kind has a process of its own: there can be one QApplication in one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import events, refresh, san, terminal, window
from tests.transport.servers import LibvirtServer, SshServer, make_key


def _refresh(directory: Path) -> None:
    found = refresh.measure(directory)
    print(
        f"refresh of {found.hosts} hosts behind {found.round_trip_s * 1000:.0f} ms: "
        f"first {found.first_s:.2f} s, then {found.refresh_s:.2f} s with "
        f"{found.turns_per_host:.1f} round trips a host ({found.answered} answered)\n"
        f"  OpenSSH over kept connections, {found.openssh_commands} commands a host: "
        f"{found.openssh_s:.2f} s"
    )


def _window(directory: Path) -> None:
    directory.mkdir()
    node = window.domains_xml(directory / "500.xml")
    key = make_key(directory / "client")
    with (
        LibvirtServer(directory / "libvirt") as libvirt,
        SshServer(directory / "sshd", key) as sshd,
    ):
        uri = f"test+unix://{node}?socket={libvirt.socket}"
        results = [window.ours(directory, uri, sshd), window.virt_manager(directory, uri)]
    for found in results:
        if found is None:
            print("virt-manager is not installed: apt-get install virt-manager")
            continue
        print(
            f"{found.program}: window {found.window_s:.2f} s, filled {found.filled_s:.2f} s, "
            f"longest stall {found.stalls.longest_s * 1000:.0f} ms "
            f"(median {found.stalls.median_s * 1000:.1f} ms, {found.stalls.pings} pings), "
            f"peak memory {found.peak_bytes / 2**20:.0f} MiB"
        )


def _events(directory: Path) -> None:
    directory.mkdir()
    deeds, costs = events.measure(directory)
    for deed in deeds:
        print(f"{deed.name}: dearest event {deed.longest_s * 1000:.1f} ms ({deed.longest_event})")
    for found in costs:
        print(
            f"{found.view}: dearest of {found.events} events {found.longest_s * 1000:.1f} ms "
            f"({found.longest_event}), in the middle {found.median_s * 1000:.1f} ms, "
            f"dearest snapshot {found.snapshot_s * 1000:.1f} ms, load {found.load:.1f}"
        )


def _terminal(directory: Path) -> None:
    directory.mkdir()
    for found in terminal.measure(directory):
        print(
            f"{found.what}: {found.took_s:.1f} s, longest gap {found.longest_gap_s * 1000:.0f} ms, "
            f"dearest event {found.longest_event_s * 1000:.1f} ms ({found.event}), "
            f"load {found.load:.1f}",
            flush=True,
        )


def _san(directory: Path) -> None:
    directory.mkdir()
    found = san.measure()
    print(
        f"SAN of {found.volumes} volumes, {found.hosts} hosts, {found.multipaths} multipath "
        f"devices, {found.text_bytes / 2**20:.1f} MiB of answers a cycle; processor seconds:\n"
        f"  read {found.read_s:.3f}, unchanged {found.again_s:.3f} "
        f"(json and ElementTree on the same texts {found.floor_s:.3f})\n"
        f"  put together {found.first_s:.3f}, unchanged {found.same_s:.3f}, with {found.changed} "
        f"changed objects and the difference {found.changed_s:.3f}\n"
        f"  all of it {found.wall_s:.1f} s by the clock, at a load of {found.load:.1f}"
    )
    for tool, spent in found.by_tool:
        print(f"  {tool}: {spent:.3f}")
    for deed in san.apply(directory):
        print(f"{deed.name}: dearest event {deed.longest_s * 1000:.0f} ms ({deed.longest_event})")


_KINDS = {
    "refresh": _refresh,
    "window": _window,
    "events": _events,
    "san": _san,
    "terminal": _terminal,
}


def main() -> int:
    """Run the benchmarks named, or all; return 1 when one of them failed, 2 for an unknown one."""
    names = sys.argv[1:] or list(_KINDS)
    unknown = [name for name in names if name not in _KINDS]
    if unknown:
        print(f"no such kind: {', '.join(unknown)}; there are {', '.join(_KINDS)}", file=sys.stderr)
        return 2
    if len(names) > 1:
        runs = [
            subprocess.run([sys.executable, "-m", "tests.bench", name], check=False)
            for name in names
        ]
        return int(any(run.returncode for run in runs))
    with tempfile.TemporaryDirectory(prefix="xenadmin-bench-") as place:
        _KINDS[names[0]](Path(place) / names[0])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
