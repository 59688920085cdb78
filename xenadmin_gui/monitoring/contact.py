"""Whether a server answers us right now, apart from what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xenadmin_gui.monitoring.report import HostReport


class Contact(StrEnum):
    """How we stand with a server."""

    CONNECTING = "connecting"
    ANSWERING = "answering"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class HostContact:
    """A server as its watch sees it.

    Attributes:
        since: Clock seconds at which this contact began.
        reason: Why it is silent; one sentence or empty.
        report: Its last answer, however old; None when it never answered.
    """

    contact: Contact
    since: float
    reason: str = ""
    report: HostReport | None = None

    @property
    def fresh(self) -> HostReport | None:
        """The last answer of a server that answers; None of one that does not."""
        return self.report if self.contact is Contact.ANSWERING else None
