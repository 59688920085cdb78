"""New VMs as JSON text and back: what a plan keeps of them, so that the rest can be tried later.

No secret is kept: of a password's hash and of an installer's answers only that there were some.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.installer import Installer
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.operations.vminstall.newvm import NewVm


@dataclass(frozen=True, slots=True)
class Written:
    """What was asked for, without its secrets.

    Attributes:
        secret: What has to be given once more, ``password`` or ``answers``; empty: nothing.
    """

    vms: tuple[NewVm, ...]
    template: str
    iso: str
    installer: Installer | None
    secret: str = ""


def to_text(vms: tuple[NewVm, ...], template: str, iso: str, installer: Installer | None) -> str:
    """Return the draft's fields as one line of JSON."""
    bare = [replace(new, guest=replace(new.guest, password_hash="")) for new in vms]
    secret = "password" if any(new.guest.password_hash for new in vms) else ""
    if installer is not None and installer.answers:
        installer, secret = replace(installer, answers=""), "answers"
    data = {
        "vms": [asdict(new) for new in bare],
        "template": template,
        "iso": iso,
        "installer": None if installer is None else asdict(installer),
        "secret": secret,
    }
    return json.dumps(data, sort_keys=True)


def from_text(text: str) -> Written:
    """Read ``to_text`` back.

    Raises:
        ValueError, LookupError, TypeError: It is none.
    """
    data = json.loads(text)
    installer = data["installer"]
    if installer is not None:
        installer = Installer(**installer | {"kind": VmKind(installer["kind"])})
    vms = tuple(map(_vm, data["vms"]))
    return Written(vms, data["template"], data["iso"], installer, data["secret"])


def _vm(data: dict[str, Any]) -> NewVm:
    nics = tuple(GuestNic(**nic | {"dns": tuple(nic["dns"])}) for nic in data["nics"])
    guest = GuestSettings(**_tuples(data["guest"]))
    return NewVm(**_tuples(data) | {"nics": nics, "guest": guest})


def _tuples(data: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
