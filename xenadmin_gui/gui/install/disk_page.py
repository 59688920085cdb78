"""The page of the disk: its size and volume group, with what each SAN server has free."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import GIB, MIB, Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight, wrapped
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.proposals import GroupRoom, group_rooms
from xenadmin_gui.gui.install.rooms import RoomLine, RoomLines
from xenadmin_gui.gui.widgets.labels import section_title
from xenadmin_gui.gui.widgets.sizebox import SizeBox
from xenadmin_gui.operations.vminstall.clone import clone_size

tr = QCoreApplication.translate

_MOST_GIB = 1024.0 * 1024


class DiskPage(InstallPage):
    """How large, and where it is taken from."""

    def __init__(self) -> None:
        super().__init__(
            Place.DISK,
            self.tr("Disk"),
            self.tr("How large is the disk?"),
        )
        self._groups: tuple[str, ...] = ()
        self.disk_size = SizeBox()
        self.disk_size.setRange(MIB * 4 / GIB, _MOST_GIB)
        self.least = wrapped("")
        self.add("disk_bytes", self.tr("&Size"), self.disk_size, hint=self.least)
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
            disk_bytes=round(self.disk_size.value() * 1024) * MIB,
            group=self.group.currentData() or answers.group,
        )

    def show_sight(self, sight: Sight) -> None:
        groups = group_rooms(sight.snapshot)
        self._show_groups(groups, sight.answers.group)
        self.least.setText(self._least(sight))
        count = max(1, len(sight.answers.vm_names))
        need = sight.answers.disk_bytes * count
        chosen = next((g for g in groups if g.name == sight.answers.group), None)
        self.room.show_lines(_lines(chosen, need) if chosen else ())
        text = self.tr("%n disks need {size} together.", "", count)
        self.total.setText(text.format(size=wording.size(need)))
        self.total.setVisible(count > 1)
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        self.disk_size.setValue(answers.disk_bytes / GIB)
        self.group.setCurrentIndex(max(0, self.group.findData(answers.group)))

    def _least(self, sight: Sight) -> str:
        if sight.source is not None:
            size = clone_size(sight.snapshot, sight.source)
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
