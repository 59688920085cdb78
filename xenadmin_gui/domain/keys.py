"""What an object is called inside the program: its kind and an id unique in that kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of object that the trees, the chain and the journal know."""

    CLUSTER = "cluster"
    HOST = "host"
    SAN_SERVER = "san-server"
    NETWORK = "network"
    VM = "vm"
    REPLICA = "replica"
    VOLUME_GROUP = "volume-group"
    VOLUME = "volume"
    TARGET = "target"
    LUN = "lun"
    SESSION = "session"
    MULTIPATH = "multipath"
    CLUSTER_IP = "cluster-ip"
    RESOURCE = "resource"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Identity of one object; stable while the object lives.

    Attributes:
        kind: What it is.
        id: A VM's UUID, a host's name, a volume's ``group/name``, a LUN's WWID …
    """

    kind: Kind
    id: str

    def __hash__(self) -> int:
        return hash(self.id)

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Key:
        """Read ``kind:id`` back.

        Raises:
            ValueError: The text has no such form.
        """
        kind, colon, identity = text.partition(":")
        if not colon:
            raise ValueError(f"{text!r} is not of the form kind:id")
        return cls(Kind(kind), identity)
