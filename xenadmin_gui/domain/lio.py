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
class UnsavedChange:
    """A place in LIO's configuration where what runs and what was saved differ.

    Attributes:
        sign: ``+``: it runs and was not saved; ``-``: it was saved and does not run; ``~``: it is
            set otherwise than it was saved.
        place: Such as ``storage_objects/block/vm1``.
    """

    sign: str
    place: str

    @property
    def is_lost_by_saving(self) -> bool:
        """Whether something that stands in the file would be gone."""
        return self.sign != "+"

    @property
    def text(self) -> str:
        """As the server says it."""
        return f"{self.sign} {self.place}"


@dataclass(frozen=True, slots=True)
class LioService:
    """The service that loads LIO's configuration when ``server`` starts.

    Attributes:
        unit: Its name, such as ``rtslib-fb-targetctl.service``.
        is_enabled: Whether it is started by itself.
        unsaved: Where what runs differs from its file; None: not known, or Pacemaker serves.
    """

    server: str
    unit: str
    is_enabled: bool
    unsaved: tuple[UnsavedChange, ...] | None = None

    @property
    def saved_path(self) -> str:
        """The file that it loads."""
        return SAVED.get(self.unit, "")
