"""The lab as a cluster file of the application."""

from __future__ import annotations

from tests.lab.layout import NETWORKS, Host, Lab


def as_yaml(lab: Lab) -> str:
    """The cluster file; plain text, for the lab uses nothing but the standard library."""
    lines = [
        "version: 1",
        "name: lab",
        f"ssh: {{user: root, identity: {lab.ssh}/id, known_hosts: {lab.ssh}/known_hosts}}",
        "networks:",
        *(f"  - {{name: {n.label}, kind: {n.kind}, cidr: {n.cidr}}}" for n in NETWORKS),
        "san_servers:",
        *(f"  - {{{_access(h)}}}" for h in lab.with_role("san")),
        "hosts:",
        *(
            f'  - {{{_access(h)}, libvirt_uri: "xen:///system", '
            f'migration_uri: "xen+ssh://{h.name}/system"}}'
            for h in lab.with_role("host")
        ),
        # Software CPUs take seconds for a log-in.
        "intervals: {poll_s: 10, connect_timeout_s: 60, command_timeout_s: 120}",
    ]
    return "\n".join(lines) + "\n"


def _access(host: Host) -> str:
    networks = ", ".join(f"{n.label}: {host.address(n)}" for n in NETWORKS)
    return f"name: {host.name}, address: 127.0.0.1, port: {host.ssh_port}, networks: {{{networks}}}"
