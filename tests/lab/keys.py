"""SSH keys of the lab: the administrator's, the hosts' own, and the one between the hosts."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.lab.layout import NETWORKS, Lab
from tests.lab.requirements import find


def create_keys(lab: Lab) -> None:
    """Make every key that is not there yet and write known_hosts.

    Three Xen hosts get keys even when two run, so that the image does not depend on their number.
    """
    lab.ssh.mkdir(mode=0o700, parents=True, exist_ok=True)
    full = Lab(lab.root, 3)
    for name in ("id", "cluster", *(f"host-{h.name}" for h in full.hosts)):
        _create(lab.ssh / name)
    (lab.ssh / "authorized_keys").write_text(
        (lab.ssh / "id.pub").read_text() + (lab.ssh / "cluster.pub").read_text()
    )
    lines = [f"[127.0.0.1]:{h.ssh_port} {host_key(lab, h.name)}" for h in full.hosts]
    (lab.ssh / "known_hosts").write_text("\n".join(lines) + "\n")
    if not (lab.ssh / "bmc.pem").exists():
        _create_certificate(lab.ssh / "bmc.pem")


def host_key(lab: Lab, name: str) -> str:
    """Public key of a host: type and key, without a comment."""
    return " ".join((lab.ssh / f"host-{name}.pub").read_text().split()[:2])


def cluster_known_hosts(lab: Lab) -> str:
    """known_hosts as the hosts see one another: by name and by every address."""
    lines = []
    for host in lab.hosts:
        names = [host.name, *(host.address(n) for n in NETWORKS)]
        lines.append(f"{','.join(names)} {host_key(lab, host.name)}")
    return "\n".join(lines) + "\n"


def _create(path: Path) -> None:
    if not path.exists():
        subprocess.run(
            [
                find("ssh-keygen"),
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-C",
                f"lab {path.name}",
                "-f",
                str(path),
            ],
            check=True,
        )


def _create_certificate(path: Path) -> None:
    """Self-signed certificate of the BMCs: fence_redfish speaks nothing but https."""
    subprocess.run(
        [
            find("openssl"),
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "3650",
            "-subj",
            "/CN=bmc.lab",
            "-keyout",
            str(path),
            "-out",
            str(path) + ".crt",
        ],
        check=True,
        capture_output=True,
    )
    certificate = Path(str(path) + ".crt")
    path.write_text(path.read_text() + certificate.read_text())
    path.chmod(0o600)
    certificate.unlink()
