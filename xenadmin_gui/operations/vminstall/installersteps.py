"""The steps around the first start of a VM whose system a network installer makes.

It starts with the installer's kernel; what it starts with the next time is defined while it runs.
libvirt's Xen driver takes up the new definition when the guest starts anew (libxl_domain.c,
libxlDomainShutdownHandleRestart). Pacemaker's agent makes domains that libvirt forgets, and QEMU
starts anew by itself: those end with the installer, and start from their definition after that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.installer import Installer, installer_folder
from xenadmin_gui.domain.installerscripts import append_answers
from xenadmin_gui.domain.secretfiles import FOLDER, forget_secret, has_secret, keep_secret
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.domain.template import Boot
from xenadmin_gui.operations.plan import Action, WhenCancelled
from xenadmin_gui.operations.san.onceunit import once, stopped, tidied
from xenadmin_gui.operations.san.steps import StepRow, on
from xenadmin_gui.operations.sancondition import HostSays
from xenadmin_gui.operations.vminstall.newdefinition import Machine, Source, definition_text
from xenadmin_gui.operations.vminstall.newvm import NewVm

APPEND_S = 300.0


@dataclass(frozen=True, slots=True)
class InstallerSteps:
    """Makes the steps of one VM.

    Attributes:
        installer: For this VM (``Installer.named``).
        hosts: Where it may be started for the first time.
    """

    snapshot: Snapshot
    new: NewVm
    installer: Installer
    hosts: tuple[str, ...]

    @property
    def initrd(self) -> str:
        """Path on the hosts of what it is started with."""
        return f"{self._folder}/initrd" if self.installer.answers else self.installer.initrd

    def xml(self, source: Source, wwids: tuple[str, ...]) -> str:
        """Return the definition for the first start."""
        installer, kind = self.installer, self.installer.kind
        boot = Boot("kernel", installer.kernel, self.initrd, installer.words)
        ends = self.new.protect or kind is VmKind.KVM
        machine = Machine(kind, boot, source, on_reboot="destroy" if ends else "restart")
        return definition_text(self.snapshot, self.new, machine, wwids)

    def add_before(self, row: StepRow) -> None:
        """Add what has to be there before the first start."""
        if not self.installer.answers:
            return
        for host in self.hosts:
            row.add(self._keep(host), undo=(self._forget(host),))
            unit = f"xenadmin-new-{self.new.uuid[:8]}-initrd"
            name = self.installer.answers_name
            command = append_answers(self.installer.initrd, self._secret, name, self.initrd)
            title = f"Put the answers for {self.new.name} as {name} behind its initrd on {host}"
            made = once(host, title, command, f"{unit}-{host}", timeout_s=APPEND_S)
            row.add(
                replace(made, if_left=self._left(host), when_cancelled=WhenCancelled.STOP),
                undo=(stopped(host, made.unit, self.initrd), self._remove(host)),
            )
            row.add(tidied(host, made.unit))
            row.add(self._forget(host))

    def add_after(self, row: StepRow) -> None:
        """Add what takes away again what only the first start needs."""
        if self.installer.answers:
            for host in self.hosts:
                row.add(self._remove(host))

    @property
    def _folder(self) -> str:
        return installer_folder(self.new.uuid)

    @property
    def _secret(self) -> str:
        return f"{FOLDER}/{self.new.uuid}.answers"

    def _left(self, host: str) -> str:
        return f"{self._folder} on {host} holds the answers."

    def _keep(self, host: str) -> Action:
        said = f"{host} has no answers for {self.new.name}."
        return on(
            host,
            f"Keep the answers for {self.new.name} in the memory of {host}",
            keep_secret(self._secret, self.installer.answers),
            HostSays(host, has_secret(self._secret).argv, 0, said),
            if_left=f"{self._secret} on {host} holds the answers until the host boots.",
            needs_input=True,
        )

    def _forget(self, host: str) -> Action:
        said = f"{self._secret} is still on {host}."
        return on(
            host,
            f"Have {host} forget the answers for {self.new.name}",
            forget_secret(self._secret),
            HostSays(host, ("test", "-e", self._secret), 1, said),
        )

    def _remove(self, host: str) -> Action:
        said = f"{self._folder} is still on {host}."
        return on(
            host,
            f"Remove the initrd of {self.new.name} from {host}",
            Command(("rm", "-rf", "--", self._folder)),
            HostSays(host, ("test", "-e", self._folder), 1, said),
        )
