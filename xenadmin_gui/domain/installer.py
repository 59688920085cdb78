"""Installers that are started as a kernel, and the answers that they find in their initrd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from xenadmin_gui.domain.states import VmKind

#: Below it every VM that is being installed has a folder of its own on its hosts.
INSTALLERS = "/var/lib/xenadmin/installers"
MOST_ANSWERS = 256 * 1024
#: Stands for the VM's name, in answers and on the command line.
NAME_HOLE = "@name@"
PRESEED, AUTOYAST, KICKSTART = "preseed.cfg", "autoinst.xml", "ks.cfg"
#: What each kind of answers wants on the kernel's command line. The installers of Debian and
#: SUSE look into their initrd by themselves.
_WORDS = {
    PRESEED: ("auto=true", "priority=critical"),
    AUTOYAST: (),
    KICKSTART: ("inst.ks=file:/ks.cfg",),
}
_PRESEED = re.compile(r"^\s*(#_preseed_V1|(d-i|tasksel|popularity-contest)\s+\S)", re.MULTILINE)
_KICKSTART = re.compile(
    r"^\s*(%(packages|pre|post|addon)\b|(rootpw|autopart|part|clearpart|bootloader)\b)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Installer:
    """A kernel that installs a system onto the empty disk of a new VM.

    Attributes:
        kernel: Path on the hosts.
        initrd: Path on the hosts.
        cmdline: Of the kernel, besides what the answers and the console want.
        answers: Text of a preseed, AutoYaST or Kickstart file; may hold secrets; empty: none.
        kind: Of the VM: PVH, PV or KVM.
        boot: How the installed system is started: ``grub-pvh``, ``pygrub``, ``firmware``; empty: as
            fits the kind.
    """

    kernel: str
    initrd: str
    cmdline: str = ""
    answers: str = field(default="", repr=False)
    kind: VmKind = VmKind.PVH
    boot: str = ""

    @property
    def answers_name(self) -> str:
        """Name of the answers in the root of the initrd; empty: nobody knows what they are."""
        return answers_name(self.answers)

    @property
    def boot_method(self) -> str:
        """How the installed system is started."""
        usual = {VmKind.PV: "pygrub", VmKind.PVH: "grub-pvh"}
        return self.boot or usual.get(self.kind, "firmware")

    @property
    def words(self) -> str:
        """The whole command line; a word that was given is not added."""
        console = "console=ttyS0" if self.kind is VmKind.KVM else "console=hvc0"
        given = {word.partition("=")[0] for word in self.cmdline.split()}
        more = (*_WORDS.get(self.answers_name, ()), console)
        missing = [word for word in more if word.partition("=")[0] not in given]
        return " ".join([*self.cmdline.split(), *missing])

    def named(self, name: str) -> Installer:
        """Return it for the VM ``name``."""
        return replace(
            self,
            cmdline=self.cmdline.replace(NAME_HOLE, name),
            answers=self.answers.replace(NAME_HOLE, name),
        )


def answers_name(text: str) -> str:
    """Return the name under which an installer looks for such answers; empty: not known."""
    if text.lstrip("\ufeff \t\r\n").startswith("<") and "<profile" in text:
        return AUTOYAST
    if _PRESEED.search(text):
        return PRESEED
    return KICKSTART if _KICKSTART.search(text) else ""


def installer_faults(installer: Installer) -> Iterator[tuple[str, str, str]]:
    """Yield (field, sentence, next step) for what cannot be."""
    for name, path in (("kernel", installer.kernel), ("initrd", installer.initrd)):
        if not path.startswith("/") or not path.isprintable() or "/../" in path:
            sentence = f"{path!r} is no path of a file on the hosts."
            yield name, sentence, "Give one that begins with / and is there on every host."
    if not installer.cmdline.isprintable():
        yield "cmdline", "A command line is one line.", "Write it in one line."
    if (installer.kind is VmKind.KVM) != (installer.boot_method == "firmware"):
        sentence = f"A VM of the kind {installer.kind} is not started by {installer.boot_method}."
        yield "boot", sentence, "Leave it to the program."
    if not installer.answers:
        return
    if len(installer.answers.encode()) > MOST_ANSWERS or "\0" in installer.answers:
        yield "answers", "The answers are too long, or no text.", "Have them fetch the rest."
    elif not installer.answers_name:
        sentence = "The answers are neither preseed nor AutoYaST nor Kickstart."
        yield "answers", sentence, "Look whether it is the right file."


def installer_folder(uuid: str) -> str:
    """Return where the initrd of a VM lies on its hosts while it is being installed."""
    return f"{INSTALLERS}/{uuid}"
