"""Writes a new cluster file; an existing one is the administrator's own and stays untouched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import yaml

from xenadmin_gui.domain.config import ClusterConfig, ServerConfig
from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.session.cluster_file import VERSION, parse
from xenadmin_gui.session.paths import make_private

_DEFAULTS = ClusterConfig("")


def write_new(config: ClusterConfig, path: Path) -> None:
    """Write ``config`` to ``path``, whole or not at all, readable for this user only.

    Raises:
        PreconditionError: The file is there already, or cannot be written.
        ConfigError: The values would not be read back.
    """
    text = render(config)
    parse(text, file=str(path), name=path.stem)
    make_private(path.parent)
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.link(temporary, path)
        finally:
            os.unlink(temporary)
    except FileExistsError as error:
        raise PreconditionError(
            f"The cluster file {path} is there already.",
            next_step="Choose another name, or edit the file.",
            code="exists",
        ) from error
    except OSError as error:
        raise PreconditionError(
            f"The cluster file {path} cannot be written: {error.strerror}.",
            next_step="See to the directory's permissions and free space.",
            code="directory",
        ) from error


def render(config: ClusterConfig) -> str:
    """Return the text of a cluster file that reads back as ``config``."""
    ssh = {
        key: getattr(config.ssh, key)
        for key in ("user", "port", "identity", "known_hosts", "config")
        if getattr(config.ssh, key) is not None
    }
    intervals = {
        "poll_s": config.poll_interval_s,
        "connect_timeout_s": config.connect_timeout_s,
        "command_timeout_s": config.command_timeout_s,
    }
    content: dict[str, object] = {"version": VERSION, "name": config.name}
    if config.title:
        content["title"] = config.title
    content["ssh"] = ssh
    content["networks"] = [
        {"name": n.name, "kind": n.kind, "cidr": n.cidr} for n in config.networks
    ]
    content["san_servers"] = [_server(s, Role.SAN) for s in config.servers if Role.SAN in s.roles]
    content["hosts"] = [_server(s, Role.HOST) for s in config.servers if Role.HOST in s.roles]
    content["intervals"] = intervals
    content["recycle_bin_days"] = config.recycle_bin_days
    body = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000)
    return f"# Written by xenadmin; every key is explained in the sample cluster file.\n{body}"


def _server(server: ServerConfig, role: Role) -> dict[str, object]:
    entry: dict[str, object] = {"name": server.name, "address": server.address}
    for key in ("port", "user", "jump"):
        if getattr(server, key) is not None:
            entry[key] = getattr(server, key)
    if server.node:
        entry["node"] = server.node
    if server.networks:
        entry["networks"] = dict(server.networks)
    if role is Role.HOST:
        entry["libvirt_uri"] = server.libvirt_uri
        if server.migration_uri:
            entry["migration_uri"] = server.migration_uri
    return entry
