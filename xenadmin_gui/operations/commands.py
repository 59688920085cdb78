"""The exact command lines of virsh and crm_resource (libvirt 9, Pacemaker 2.1)."""

from __future__ import annotations

import re

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.vm import Vm

MOVE_LIFETIME = "PT15M"

_UUID_CHARS = 36
_NUMBER = re.compile(r"\s*[+-]?\d+")


def domain_word(vm: Vm) -> str:
    """Return what virsh is given for ``vm``: its name, unless virsh would read that as an id.

    virsh tries a number as a running id, 36 characters as a UUID, then the name.
    """
    misleading = _NUMBER.fullmatch(vm.name) or len(vm.name.encode()) == _UUID_CHARS
    return vm.uuid if misleading or vm.name.startswith("-") or not vm.name else vm.name


def virsh(server: Server, verb: str, vm: Vm) -> Command:
    """Return ``virsh -c URI VERB --domain NAME`` for the libvirt of ``server`` itself."""
    return Command(("virsh", "-c", server.libvirt_uri, verb, "--domain", domain_word(vm)))


def virsh_migrate(source: Server, target: Server, vm: Vm, *, live: bool, unit: str) -> Command:
    """Return a migration as a unit of ``source`` that goes on without us, and speaks English.

    Without ``live`` the guest is suspended while its memory is copied.
    """
    words = ["systemd-run", f"--unit={unit}", "--setenv=LC_ALL=C"]
    words += ["virsh", "-c", source.libvirt_uri, "migrate"]
    words += ["--live"] if live else []
    words += ["--persistent", "--undefinesource", "--p2p", "--domain", domain_word(vm)]
    return Command((*words, "--desturi", target.migration_target))


def crm_set(resource: str, name: str, value: str) -> Command:
    """Return the command that sets a meta attribute of a resource."""
    setting = ("--set-parameter", name, "--parameter-value", value)
    return Command(("crm_resource", "--resource", resource, "--meta", *setting))


def crm_move(resource: str, node: str) -> Command:
    """Return the command that pins a resource to a node, for a quarter of an hour at most."""
    where = ("--node", node, "--lifetime", MOVE_LIFETIME)
    return Command(("crm_resource", "--resource", resource, "--move", *where))


def crm_clear(resource: str) -> Command:
    """Return the command that removes the constraints of moves."""
    return Command(("crm_resource", "--resource", resource, "--clear"))
