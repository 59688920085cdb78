"""LIO of a server as systemd brings it up: the service, and the file that it loads."""

from __future__ import annotations

from dataclasses import dataclass

#: Services that load LIO's saved configuration at the start, with the file of each (Debian's
#: python3-rtslib-fb; upstream's targetcli).
SAVED = {
    "rtslib-fb-targetctl.service": "/etc/rtslib-fb-target/saveconfig.json",
    "target.service": "/etc/target/saveconfig.json",
}


@dataclass(frozen=True, slots=True)
class LioService:
    """The service that loads LIO's configuration when ``server`` starts.

    Attributes:
        unit: Its name, such as ``rtslib-fb-targetctl.service``.
        is_enabled: Whether it is started by itself.
    """

    server: str
    unit: str
    is_enabled: bool

    @property
    def saved_path(self) -> str:
        """The file that it loads."""
        return SAVED.get(self.unit, "")
