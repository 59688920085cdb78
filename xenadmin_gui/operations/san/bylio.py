"""A SAN that LIO serves by itself: targetcli changes what runs, and saves it for the next start.

``targetcli saveconfig`` writes all that runs over the file. So nothing is begun, and nothing saved,
unless both are the same but for the LUN at hand (targetcli-fb 2.1.53, rtslib-fb 2.1.75).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from posixpath import dirname

from xenadmin_gui.domain import lioscripts
from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.keys import Key
from xenadmin_gui.domain.san import Lun, Replica
from xenadmin_gui.operations.condition import AllOf, AnyOf, Condition
from xenadmin_gui.operations.draft import Problem
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.commands import drbdadm, targetcli
from xenadmin_gui.operations.san.layout import SanLayout
from xenadmin_gui.operations.san.newlun import NewLun
from xenadmin_gui.operations.san.steps import LOCAL_S, StepRow, on
from xenadmin_gui.operations.sancondition import (
    HostSays,
    InitiatorAllowed,
    LunOffered,
    NoLun,
    NoSessions,
    ReplicaInSync,
    ReplicaSideIs,
    SanActive,
)

#: What targetcli calls the kernel's backstores of block devices.
BLOCK = "iblock"
_WHY = "Look what 'targetcli ls' and the kernel's log say there."


@dataclass(frozen=True, slots=True)
class ByLio:
    """Everything by targetcli on the server that serves."""

    layout: SanLayout

    @property
    def highest_number(self) -> int:
        """Access lists know no higher one (rtslib, MappedLUN.MAX_LUN)."""
        return 255

    def lun_problems(self, key: Key | None, *, read_only: bool) -> tuple[Problem, ...]:
        """Say what keeps any LUN from being made."""
        active = self.layout.active
        if active is None:
            step = "Bring the SAN back to health first."
            return (Problem("Nobody serves the SAN now.", step, key, "san-degraded"),)
        if not self.layout.iqn or self.layout.tag is None:
            sentence = f"{active} has several targets or portal groups, so it is not clear which."
            return (Problem(sentence, "Say which, or use targetcli.", key, "many-targets"),)
        return self._unkept(key)

    def withdrawal_problems(self, lun: Lun) -> tuple[Problem, ...]:
        """Say what keeps this LUN from being taken back."""
        if lun.server is None or lun.server != self.layout.active:
            sentence = f"No server offers the LUN {lun.wwid} now."
            return (Problem(sentence, "Look at the list again.", lun.key, "no-lun", "wwid"),)
        is_block = lun.store.partition("_")[0] == BLOCK
        if not is_block or lun.target != self.layout.iqn or self.layout.tag is None:
            sentence = f"The LUN {lun.wwid} is none that this program could make again."
            step = "Take it back with targetcli."
            return (Problem(sentence, step, lun.key, "foreign", "wwid"),)
        return self._unkept(lun.key)

    def name_of(self, lun: Lun) -> str:
        """Return the name of its backstore."""
        return lun.store.rpartition("/")[2]

    def offer(self, row: StepRow, new: NewLun, *guards: Condition) -> None:
        """Add the steps that offer a new LUN, and keep it for the next start."""
        store = _Store(self.layout, new.volume, new.besides)
        made = store.made(new.device, new.serial, read_only=new.read_only)
        row.add(store.copied(*guards, store.absent))
        row.add(made, undo=(store.deleted(), store.saved()))
        row.add(
            store.linked(new.number, new.wwid, *guards),
            undo=(store.unlinked(new.number, new.wwid),),
        )
        row.add(store.saved(LunOffered(new.wwid)))

    def begin_withdrawal(self, row: StepRow, lun: Lun, *guards: Condition) -> None:
        """Add the step that keeps a copy, and goes no further where saving would lose something."""
        store = _Store(self.layout, self.name_of(lun))
        row.add(store.copied(*guards))

    def withdraw(self, row: StepRow, lun: Lun, *guards: Condition) -> None:
        """Add the steps that offer a LUN no more, and have the next start know that."""
        store = _Store(self.layout, self.name_of(lun))
        back = store.linked(lun.number, lun.wwid, is_for_all=_is_plain(lun))
        lists = () if _is_plain(lun) else store.mapped(lun)
        row.add(store.unlinked(lun.number, lun.wwid, *guards), undo=(back, *lists, store.saved()))
        row.add(store.deleted(NoLun(lun.wwid)), undo=(store.restored(lun.serial),))
        row.add(store.saved(NoLun(lun.wwid)))

    def let_in(self, row: StepRow, initiator: str) -> None:
        """Add the steps that give an initiator an access list with every LUN."""
        lists = _Store(self.layout, initiator)
        row.add(lists.copied(SanActive(lists.server)))
        row.add(lists.listed(), undo=(lists.unlisted(), lists.saved()))
        row.add(lists.saved(InitiatorAllowed(self.layout.iqn, initiator, allowed=True)))

    def shut_out(self, row: StepRow, initiator: str) -> None:
        """Add the steps that take an initiator's access list away."""
        lists = _Store(self.layout, initiator)
        row.add(lists.copied(SanActive(lists.server)))
        gone = f"The settings of the access list of {initiator} stand in {lists.copy_path} only."
        row.add(lists.unlisted(), no_undo=gone)
        row.add(lists.saved(InitiatorAllowed(self.layout.iqn, initiator, allowed=False)))

    def take_replica_over(
        self,
        row: StepRow,
        group: str,
        replica: str,
        *,
        sync_s: float = 0.0,
        instead: bool = False,
    ) -> None:
        """Add the step that makes a replica primary where the SAN is served."""
        server = self.layout.active or ""
        row.add(self._promoted(replica, sync_s), undo=(_demoted(server, replica),))

    def leads(self, replica: Replica) -> bool:
        """Whether it is primary where the SAN is served."""
        return replica.primary is not None and replica.primary == self.layout.active

    def let_replica_go(self, row: StepRow, replica: Replica, *guards: Condition) -> None:
        """Add the steps after which a replica is primary nowhere, and down."""
        if not self.leads(replica):
            return
        server = self.layout.active or ""
        row.add(_demoted(server, replica.name, *guards), undo=(self._promoted(replica.name),))
        for side in replica.sides:
            up = ReplicaSideIs(replica.name, side.server, up=True)
            title = f"Bring the replica {replica.name} up on {side.server}"
            back = on(side.server, title, drbdadm("up", replica.name), up)
            row.add(_down(side.server, replica.name), undo=(back,))

    def _promoted(self, replica: str, sync_s: float = 0.0) -> Action:
        server = self.layout.active or ""
        is_primary = ReplicaSideIs(replica, server, roles=("Primary",))
        return on(
            server,
            f"Make {server} primary for the replica {replica}, and wait until it is in sync",
            drbdadm("primary", replica),
            AllOf((is_primary, ReplicaInSync(replica))),
            SanActive(server),
            accepted_when=is_primary,
            timeout_s=LOCAL_S + sync_s,
            watch=self.layout.servers,
            when_late=f"Look what 'drbdadm status {replica}' says.",
        )

    def _unkept(self, key: Key | None) -> tuple[Problem, ...]:
        """Why what is changed would not be there after the next start."""
        service, active = self.layout.service, self.layout.active
        if service is None:
            sentence = f"No service on {active} loads LIO's configuration when it starts."
            step = "Install targetcli-fb there, and enable rtslib-fb-targetctl.service."
        elif not service.is_enabled:
            sentence = (
                f"{service.unit} on {active}, which loads LIO's configuration, is not enabled."
            )
            step = f"Enable it: 'systemctl enable {service.unit}'."
        else:
            return ()
        return (Problem(sentence, step, key, "not-kept"),)


def _is_plain(lun: Lun) -> bool:
    """Whether every access list has it as ``add_mapped_luns`` makes it."""
    return all((one.number, one.read_only) == (lun.number, False) for one in lun.access)


def _down(server: str, replica: str) -> Action:
    title = f"Take the replica {replica} down on {server}"
    return on(server, title, drbdadm("down", replica), ReplicaSideIs(replica, server, up=False))


def _demoted(server: str, replica: str, *only_if: Condition) -> Action:
    is_so = AnyOf(
        (
            ReplicaSideIs(replica, server, roles=("Secondary",)),
            ReplicaSideIs(replica, server, up=False),
        )
    )
    title = f"Make {server} secondary for the replica {replica}"
    return on(server, title, drbdadm("secondary", replica), is_so, *only_if)


@dataclass(frozen=True, slots=True)
class _Store:
    """A block backstore and its LUN, or an initiator's access list, and what can be done to them.

    Attributes:
        name: Of the backstore, or the initiator.
        besides: Backstores that other rows of the plan are at meanwhile.
    """

    layout: SanLayout
    name: str
    besides: tuple[str, ...] = ()

    @property
    def server(self) -> str:
        return self.layout.active or ""

    @property
    def path(self) -> str:
        """The file that is loaded at the start."""
        return "" if self.layout.service is None else self.layout.service.saved_path

    @property
    def copy_path(self) -> str:
        return f"{dirname(self.path)}/xenadmin-before-{self.name}.json"

    @property
    def _group(self) -> str:
        return f"/iscsi/{self.layout.iqn}/tpg{self.layout.tag}"

    @property
    def nothing_differs(self) -> Condition:
        """What runs and what is saved are the same, but for what other rows are at."""
        return self._same(self.besides)

    @property
    def only_it_differs(self) -> Condition:
        """What runs and what is saved are the same, but for this backstore and its LUN."""
        return self._same((self.name, *self.besides))

    @property
    def absent(self) -> HostSays:
        wrong = f"{self.server} has a backstore {self.name} already."
        return self._says(lioscripts.no_store(self.name), wrong)

    def copied(self, *only_if: Condition) -> Action:
        """Keep a copy of the file; one of earlier is good enough only while nothing differs."""
        there = self._says(
            ("cmp", "--silent", self.path, self.copy_path),
            f"{self.server} has no copy of LIO's saved configuration yet.",
        )
        return on(
            self.server,
            f"Keep a copy of LIO's saved configuration on {self.server}",
            Command(("cp", "--archive", "--", self.path, self.copy_path)),
            AllOf((there, self.nothing_differs)),
            self.nothing_differs,
            *only_if,
        )

    def made(self, device: str, serial: str, *, read_only: bool) -> Action:
        words = (f"name={self.name}", f"dev={device}", f"readonly={str(read_only).lower()}")
        return self._done(
            f"Make the backstore {self.name} over {device} on {self.server}",
            targetcli("/backstores/block", "create", *words, f"wwn={serial}"),
            self._is(serial),
            self.absent,
            if_left=f"The backstore {self.name} on {self.server} is gone after its next start.",
        )

    def restored(self, serial: str) -> Action:
        return self._done(
            f"Make the backstore {self.name} on {self.server} again as it was",
            lioscripts.restore_store(self.copy_path, self.name),
            self._is(serial),
        )

    def deleted(self, *only_if: Condition) -> Action:
        return self._done(
            f"Take the backstore {self.name} away on {self.server}",
            targetcli("/backstores/block", "delete", f"name={self.name}"),
            self._says(
                lioscripts.no_store(self.name),
                f"{self.server} still has the backstore {self.name}.",
            ),
            self._says(
                lioscripts.no_luns(self.name), f"{self.server} still offers a LUN of {self.name}."
            ),
            *only_if,
        )

    def linked(
        self, number: int, wwid: str, *only_if: Condition, is_for_all: bool = True
    ) -> Action:
        store = f"storage_object=/backstores/block/{self.name}"
        words = (store, f"lun={number}", f"add_mapped_luns={str(is_for_all).lower()}")
        return self._done(
            f"Offer {self.name} as LUN {number} on {self.server}",
            targetcli(f"{self._group}/luns", "create", *words),
            LunOffered(wwid, self.server),
            *only_if,
            if_left=f"The LUN {wwid} is offered until the next start of {self.server}.",
        )

    def mapped(self, lun: Lun) -> tuple[Action, ...]:
        """Put the LUN into each access list as it was there."""
        return tuple(
            self._done(
                f"Let {one.initiator} see the LUN as number {one.number}",
                targetcli(
                    f"{self._group}/acls/{one.initiator}",
                    "create",
                    f"mapped_lun={one.number}",
                    f"tpg_lun_or_backstore={lun.number}",
                    f"write_protect={int(one.read_only)}",
                ),
                self._says(
                    self._list(one.initiator, one.number),
                    f"The access list of {one.initiator} on {self.server} has no such LUN yet.",
                ),
            )
            for one in lun.access
        )

    def listed(self) -> Action:
        return self._done(
            f"Let {self.name} in to every LUN of {self.layout.iqn}",
            targetcli(f"{self._group}/acls", "create", f"wwn={self.name}", "add_mapped_luns=true"),
            InitiatorAllowed(self.layout.iqn, self.name, allowed=True),
            if_left=f"{self.name} is let in until the next start of {self.server}.",
        )

    def unlisted(self) -> Action:
        hosts = tuple(h.name for h in self.layout.snapshot.hosts if h.initiator == self.name)
        action = self._done(
            f"Let {self.name} in to {self.layout.iqn} no more",
            targetcli(f"{self._group}/acls", "delete", f"wwn={self.name}"),
            InitiatorAllowed(self.layout.iqn, self.name, allowed=False),
            *(NoSessions(host) for host in hosts),
        )
        # Whether they are logged in, the hosts themselves say.
        return replace(action, watch=(*action.watch, *hosts))

    def unlinked(self, number: int, wwid: str, *only_if: Condition) -> Action:
        return self._done(
            f"Offer the LUN {number} ({self.name}) on {self.server} no more",
            targetcli(f"{self._group}/luns", "delete", f"lun={number}"),
            NoLun(wwid),
            *only_if,
        )

    def saved(self, *only_if: Condition) -> Action:
        return self._done(
            f"Save LIO's configuration on {self.server} for its next start",
            targetcli("saveconfig"),
            self.nothing_differs,
            self.only_it_differs,
            *only_if,
        )

    def _says(self, argv: tuple[str, ...], wrong: str) -> HostSays:
        return HostSays(self.server, argv, 0, wrong)

    def _same(self, but: tuple[str, ...]) -> HostSays:
        wrong = (
            f"What LIO runs on {self.server} and what {self.path} holds differ in other objects, "
            "or targetcli's library cannot tell: saving would lose or add them."
        )
        return HostSays(self.server, lioscripts.same_config(self.path, but), 0, wrong)

    def _is(self, serial: str) -> HostSays:
        wrong = f"{self.server} has no backstore {self.name} with the serial number {serial}."
        return self._says(lioscripts.store_is(self.name, serial), wrong)

    def _list(self, initiator: str, number: int) -> tuple[str, ...]:
        group = f"/sys/kernel/config/target/iscsi/{self.layout.iqn}/tpgt_{self.layout.tag}"
        return ("test", "-d", f"{group}/acls/{initiator}/lun_{number}")

    def _done(
        self,
        title: str,
        command: Command,
        done_when: Condition,
        *only_if: Condition,
        if_left: str = "",
    ) -> Action:
        return on(self.server, title, command, done_when, *only_if, when_late=_WHY, if_left=if_left)
