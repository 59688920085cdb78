"""What a network installer needs: kernel, initrd, command line, answers, and the kind of VM."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from xenadmin_gui.domain.installer import INSTALLERS
from xenadmin_gui.domain.states import VmKind
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.page import InstallPage, put_below, put_text, text_box, wrapped

tr = QCoreApplication.translate
_NAMES = ("kernel", "initrd", "cmdline", "answers", "kind")
_LINES = 5


class InstallerFields:
    """Rows of a page.

    Attributes:
        load: Asks for a file with answers.
    """

    def __init__(self, page: InstallPage) -> None:
        self._page = page
        self.kernel, self.initrd, self.cmdline = QLineEdit(), QLineEdit(), QLineEdit()
        self.kernel.setPlaceholderText(f"{INSTALLERS}/debian-12/linux")
        self.initrd.setPlaceholderText(f"{INSTALLERS}/debian-12/initrd.gz")
        self.cmdline.setPlaceholderText("hostname=@name@")
        self.script = text_box(_LINES)
        self.load = QPushButton(tr("InstallerFields", "&Load a file…"))
        self.load.setAutoDefault(False)
        self.kind = QComboBox()
        for kind in (VmKind.PVH, VmKind.PV, VmKind.KVM):
            self.kind.addItem(wording.vm_kind_word(kind), kind)
        same = tr("InstallerFields", "The same files have to lie on every host.")
        page.add("kernel", tr("InstallerFields", "&Kernel on the hosts"), self.kernel)
        page.add("initrd", tr("InstallerFields", "&Initrd"), self.initrd, hint=wrapped(same))
        page.add("cmdline", tr("InstallerFields", "Command &line"), self.cmdline)
        about = tr(
            "InstallerFields",
            "Preseed, AutoYaST or Kickstart; put into the initrd on the hosts, and kept nowhere "
            "else. @name@ stands for the VM's name.",
        )
        held = page.add("answers", tr("InstallerFields", "&Answers"), self.script)
        layout = held.layout()
        if layout is not None:
            layout.addWidget(self.load)
            layout.setAlignment(self.load, Qt.AlignmentFlag.AlignLeft)
        put_below(held, wrapped(about))
        page.add("kind", tr("InstallerFields", "Kin&d of VM"), self.kind)

    def show(self, *, is_visible: bool) -> None:
        """Show the rows, or none of them."""
        for name in _NAMES:
            self._page.form.setRowVisible(self._page.fields[name], is_visible)

    def put(self, answers: Answers) -> None:
        """Put ``answers`` into the editors."""
        put_text(self.kernel, answers.kernel)
        put_text(self.initrd, answers.initrd)
        put_text(self.cmdline, answers.cmdline)
        put_text(self.script, answers.script)
        self.kind.setCurrentIndex(max(0, self.kind.findData(answers.kind)))

    def taken(self, answers: Answers) -> Answers:
        """Return ``answers`` with what was filled in."""
        return replace(
            answers,
            kernel=self.kernel.text(),
            initrd=self.initrd.text(),
            cmdline=self.cmdline.text(),
            script=self.script.toPlainText(),
            kind=VmKind(self.kind.currentData()),
        )
