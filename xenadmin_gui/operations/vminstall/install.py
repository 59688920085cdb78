"""The draft of new VMs from a template."""

from __future__ import annotations

from dataclasses import dataclass

from xenadmin_gui.operations.vminstall.newvm import NewVm

__all__ = ["NewVm", "VmInstall"]


@dataclass(frozen=True, slots=True)
class VmInstall:
    """New VMs, all from one template; each is made, or not, by itself.

    Attributes:
        vms: In order.
        template: Name of a template of the library.
    """

    vms: tuple[NewVm, ...]
    template: str
