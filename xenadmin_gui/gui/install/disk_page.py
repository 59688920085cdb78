"""The page of the disks: sizes and volume group, with what each SAN server has free."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import GIB, MIB, Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight, wrapped
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.proposals import GroupRoom, group_rooms
from xenadmin_gui.gui.install.rooms import RoomLine, RoomLines
from xenadmin_gui.gui.style import icons, spacing
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.gui.widgets.sizebox import SizeBox
from xenadmin_gui.operations.vminstall.checks import MOST_DISKS
from xenadmin_gui.operations.vminstall.clone import clone_sizes

tr = QCoreApplication.translate

_MOST_GIB = 1024.0 * 1024
#: What a further disk begins with.
_NEXT_GIB = 10.0


class DiskPage(InstallPage):
    """How large each of them is, and where they are taken from."""

    def __init__(self) -> None:
        super().__init__(
            Place.DISK,
            self.tr("Disk"),
            self.tr("How large is the disk?"),
        )
        self._groups: tuple[str, ...] = ()
        self._is_clone = False
        self.disk_size = SizeBox()
        self.disk_size.setRange(MIB * 4 / GIB, _MOST_GIB)
        self.least = wrapped("")
        self.add("disk_bytes", self.tr("&Size"), self.disk_size, hint=self.least)
        self.more: list[SizeBox] = []
        self._rows: dict[SizeBox, QWidget] = {}
        self._more_lines = QVBoxLayout()
        self._more_lines.setSpacing(spacing.S)
        self.add_disk = QPushButton(icons.action_icon("add"), self.tr("&Add a disk"))
        self.add_disk.setAutoDefault(False)
        self.add_disk.clicked.connect(self._on_add)
        others = QWidget()
        column = QVBoxLayout(others)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._more_lines)
        column.addWidget(self.add_disk, 0, Qt.AlignmentFlag.AlignLeft)
        self.add("more_disks", self.tr("More disks"), others)
        self.group = QComboBox()
        self.add("group", self.tr("Volume &group"), self.group)
        self.column.addWidget(section_title(self.tr("What the SAN has free")))
        self.room = RoomLines()
        self.column.addWidget(self.room)
        self.total = wrapped("")
        self.column.addWidget(self.total)
        self.column.addStretch(1)

    def taken(self, answers: Answers) -> Answers:
        return replace(
            answers,
            disk_bytes=_bytes(self.disk_size),
            more_disks=tuple(map(_bytes, self.more)),
            group=self.group.currentData() or answers.group,
        )

    def show_sight(self, sight: Sight) -> None:
        groups = group_rooms(sight.snapshot)
        self._show_groups(groups, sight.answers.group)
        self.least.setText(self._least(sight))
        count = max(1, len(sight.answers.vm_names))
        disks = sight.answers.disks
        need = sum(disks) * count
        self._is_clone = sight.source is not None
        self._show_more()
        chosen = next((g for g in groups if g.name == sight.answers.group), None)
        self.room.show_lines(_lines(chosen, need) if chosen else ())
        count *= len(disks)
        text = self.tr("%n disks need {size} together.", "", count)
        self.total.setText(text.format(size=wording.size(need)))
        self.total.setVisible(count > 1)
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        self.disk_size.setValue(answers.disk_bytes / GIB)
        while len(self.more) > len(answers.more_disks):
            self._drop(self.more[-1])
        while len(self.more) < len(answers.more_disks):
            self._make()
        for box, size in zip(self.more, answers.more_disks, strict=True):
            box.setValue(size / GIB)
        self.group.setCurrentIndex(max(0, self.group.findData(answers.group)))

    def _make(self) -> SizeBox:
        box = SizeBox()
        box.setRange(MIB * 4 / GIB, _MOST_GIB)
        text = self.tr("Disk {number}").format(number=len(self.more) + 2)
        box.setAccessibleName(text)
        self.listen(box)
        remove = QPushButton(self.tr("Remove"))
        remove.setAutoDefault(False)
        remove.setAccessibleName(f"{remove.text()}: {text}")
        remove.clicked.connect(lambda: self._on_remove(box))
        line = QHBoxLayout()
        for part in (box, remove):
            line.addWidget(part)
        line.addStretch(1)
        row = QWidget()
        line.setContentsMargins(0, 0, 0, 0)
        row.setLayout(line)
        self.more.append(box)
        self._rows[box] = row
        self._more_lines.addWidget(row)
        return box

    def _drop(self, box: SizeBox) -> None:
        row = self._rows.pop(box)
        self.more.remove(box)
        self._more_lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_more(self) -> None:
        """A clone has the other VM's disks, no more and no fewer."""
        is_shown = bool(self.more) or not self._is_clone
        self.form.setRowVisible(self.fields["more_disks"], is_shown)
        self.add_disk.setVisible(not self._is_clone)
        self.add_disk.setEnabled(len(self.more) + 1 < MOST_DISKS)
        for row in self._rows.values():
            for button in row.findChildren(QPushButton):
                button.setVisible(not self._is_clone)

    def _on_add(self) -> None:
        box = self._make()
        box.setValue(_NEXT_GIB)
        self.report()
        box.setFocus()

    def _on_remove(self, box: SizeBox) -> None:
        self._drop(box)
        self.report()
        self.add_disk.setFocus()

    def _least(self, sight: Sight) -> str:
        if sight.source is not None:
            size = next(iter(clone_sizes(sight.snapshot, sight.source)), 0)
            text = self.tr("The disk that is copied has {size}; it cannot become smaller.")
            return text.format(size=wording.size(size)) if size else ""
        template = sight.template
        if template is None:
            return ""
        text = self.tr(
            "The template needs {size} at least; its file system grows to the size here."
        )
        return text.format(size=wording.size(template.needed_disk_bytes))

    def _show_groups(self, groups: tuple[GroupRoom, ...], chosen: str) -> None:
        names = tuple(group.name for group in groups)
        self.form.setRowVisible(self.fields["group"], len(names) > 1)
        if names == self._groups:
            return
        self._groups = names
        self._is_filling = True
        self.group.clear()
        for name in names:
            self.group.addItem(name, name)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self._is_filling = False


def _bytes(box: SizeBox) -> int:
    return round(box.value() * 1024) * MIB


def _lines(group: GroupRoom, need_bytes: int) -> tuple[RoomLine, ...]:
    text = tr("DiskPage", "{free} of {whole} free in {group}")
    return tuple(
        RoomLine(
            server,
            min(1.0, 1 - (free - need_bytes) / size) if size else None,
            text.format(free=wording.size(free), whole=wording.size(size), group=group.name),
            Health.OK if need_bytes <= free else Health.FAILED,
        )
        for server, free, size in group.servers
    )
