"""The page of what the guest is told: its name, its users' keys, its time zone, its packages."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight, put_text, text_box, wrapped
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.sshkeys import PublicKey, key_title
from xenadmin_gui.gui.style import fonts, spacing

_KEY_LINES = 3
_SCRIPT_LINES = 6
_ZONE_CHARS = 28


class GuestPage(InstallPage):
    """Fields that the template cannot take are off, with the reason above."""

    def __init__(self) -> None:
        super().__init__(
            Place.GUEST, self.tr("Inside the guest"), self.tr("What is the guest told?")
        )
        self.cannot = wrapped("")
        self.column.insertWidget(0, self.cannot)
        self.hostname, self.user = QLineEdit(), QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.shown = QCheckBox(self.tr("Sh&ow it"))
        self.shown.toggled.connect(self._on_shown)
        self.keys: dict[str, QCheckBox] = {}
        self._known: tuple[PublicKey, ...] = ()
        self._key_lines = QVBoxLayout()
        self._key_lines.setSpacing(spacing.XS)
        self._no_keys = wrapped(self.tr("None in ~/.ssh."))
        self._key_lines.addWidget(self._no_keys)
        self.key_box = QWidget()
        self.key_box.setLayout(self._key_lines)
        self._key_lines.setContentsMargins(0, 0, 0, 0)
        self.more_keys = text_box(_KEY_LINES)
        self.more_keys.setFont(fonts.mono())
        self.more_keys.setPlaceholderText("ssh-ed25519 AAAA… name@host")
        self.timezone = QComboBox()
        self.timezone.setEditable(True)
        self.timezone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.timezone.setMinimumContentsLength(_ZONE_CHARS)
        self.packages = QLineEdit()
        self.first_boot = text_box(_SCRIPT_LINES)
        self.first_boot.setFont(fonts.mono())
        self.first_boot.setPlaceholderText("#!/bin/sh")
        self._build()

    def _build(self) -> None:
        secret = QWidget()
        line = QHBoxLayout(secret)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(spacing.S)
        line.addWidget(self.password, 1)
        line.addWidget(self.shown)
        secret.setFocusProxy(self.password)
        self.add("hostname", self.tr("&Host name"), self.hostname)
        self.add("user", self.tr("&User"), self.user)
        self.add("ssh_keys", self.tr("SSH keys"), self.key_box)
        self.add("more_keys", self.tr("&More keys"), self.more_keys)
        self.add("password", self.tr("Pass&word"), secret)
        self.add("timezone", self.tr("&Time zone"), self.timezone)
        self.add("packages", self.tr("&Packages"), self.packages)
        self.add("first_boot", self.tr("&First-boot script"), self.first_boot)
        self.password.setAccessibleName(self.tr("Password"))
        self.listen(self.password)
        if (edit := self.timezone.lineEdit()) is not None:
            edit.setPlaceholderText(self.tr("as in the template"))
        self.packages.setPlaceholderText(self.tr("such as qemu-guest-agent, vim"))
        self.column.addStretch(1)

    def taken(self, answers: Answers) -> Answers:
        return replace(
            answers,
            hostname=self.hostname.text(),
            user=self.user.text(),
            ssh_keys=tuple(line for line, box in self.keys.items() if box.isChecked()),
            more_keys=self.more_keys.toPlainText(),
            password=self.password.text(),
            timezone=self.timezone.currentText(),
            packages=self.packages.text(),
            first_boot=self.first_boot.toPlainText(),
        )

    def show_keys(self, keys: tuple[PublicKey, ...]) -> None:
        """Offer the keys of the person who sits here."""
        self._known = keys
        self._show_keys(tuple(key.line for key in keys), ())

    def show_timezones(self, names: tuple[str, ...]) -> None:
        """Offer the time zones that this machine knows."""
        with QSignalBlocker(self.timezone):
            typed = self.timezone.currentText()
            self.timezone.clear()
            self.timezone.addItem("")
            self.timezone.addItems(names)
            self.timezone.setCurrentText(typed)
        completer = self.timezone.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def show_sight(self, sight: Sight) -> None:
        names = sight.answers.vm_names
        self.hostname.setPlaceholderText(
            names[0] if len(names) == 1 else self.tr("as the VM; {name} stands for its name")
        )
        template = sight.template
        self.user.setPlaceholderText(template.default_user if template else "")
        told = sight.customise
        self.cannot.setText(
            self.tr("The guest is told nothing: its installer asks.")
            if sight.answers.begins_empty
            else self.tr("The template takes no settings: the guest starts as the image is.")
            if told == "none" and not sight.source
            else self.tr("The clone is told nothing: it keeps name, addresses and keys.")
            if told == "none"
            else self.tr("The template has no cloud-init: packages cannot be installed.")
            if told == "files"
            else ""
        )
        self.cannot.setVisible(bool(self.cannot.text()))
        for name, field in self.fields.items():
            off = told == "none" or (told == "files" and name == "packages")
            field.editor.setEnabled(not off)
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        for editor, text in (
            (self.hostname, answers.hostname),
            (self.user, answers.user),
            (self.more_keys, answers.more_keys),
            (self.password, answers.password),
            (self.packages, answers.packages),
            (self.first_boot, answers.first_boot),
        ):
            put_text(editor, text)
        if self.timezone.currentText() != answers.timezone:
            self.timezone.setCurrentText(answers.timezone)
        self._show_keys((*(k.line for k in self._known), *answers.ssh_keys), answers.ssh_keys)

    def _show_keys(self, lines: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        """Have a box for every line; those of ``chosen`` are ticked."""
        for line in dict.fromkeys(lines):
            if line not in self.keys:
                box = QCheckBox(key_title(line).replace("&", "&&"))
                box.setToolTip(line)
                box.toggled.connect(self.report)
                self.keys[line] = box
                self._key_lines.addWidget(box)
        for line, box in self.keys.items():
            with QSignalBlocker(box):
                box.setChecked(line in chosen)
        self._no_keys.setVisible(not self.keys)

    def _on_shown(self) -> None:
        mode = QLineEdit.EchoMode
        self.password.setEchoMode(mode.Normal if self.shown.isChecked() else mode.Password)
