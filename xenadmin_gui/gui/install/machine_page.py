"""The page of processors and memory, with what each host has free beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSpinBox

from xenadmin_gui.domain.states import Health
from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import MIB, Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight, wrapped
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.gui.install.proposals import HostRoom, host_rooms
from xenadmin_gui.gui.install.rooms import RoomLine, RoomLines
from xenadmin_gui.gui.sentences import server_sentence
from xenadmin_gui.gui.widgets.labels import section_title

tr = QCoreApplication.translate

_MOST_VCPUS = 512
_MOST_MIB = 64 * 1024**2
_STEP_MIB = 256


class MachinePage(InstallPage):
    """Processors and memory."""

    def __init__(self) -> None:
        super().__init__(
            Place.MACHINE,
            self.tr("CPU and memory"),
            self.tr("How large is the machine?"),
        )
        self.vcpus = QSpinBox()
        self.vcpus.setRange(1, _MOST_VCPUS)
        self.memory = QSpinBox()
        self.memory.setRange(1, _MOST_MIB)
        self.memory.setSingleStep(_STEP_MIB)
        self.memory.setSuffix(" MiB")
        self.memory.setGroupSeparatorShown(True)
        self.add("vcpus", self.tr("&Processors"), self.vcpus)
        self.least = wrapped("")
        self.add("memory_bytes", self.tr("&Memory"), self.memory, hint=self.least)
        self.title_of_hosts: QLabel = section_title(self.tr("What the hosts have free"))
        self.column.addWidget(self.title_of_hosts)
        self.hosts = RoomLines()
        self.column.addWidget(self.hosts)
        self.column.addStretch(1)

    def taken(self, answers: Answers) -> Answers:
        return replace(answers, vcpus=self.vcpus.value(), memory_bytes=self.memory.value() * MIB)

    def show_sight(self, sight: Sight) -> None:
        template = None if sight.source else sight.template
        self.least.setVisible(template is not None)
        if template is not None:
            text = self.tr(
                "The template needs {memory} and %n processor(s) at least.", "", template.min_vcpus
            )
            self.least.setText(text.format(memory=wording.size(template.min_memory_bytes)))
        rooms = host_rooms(sight.snapshot, sight.answers.memory_bytes)
        self.hosts.show_lines(tuple(host_line(room, sight.answers.memory_bytes) for room in rooms))
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        self.vcpus.setValue(answers.vcpus)
        self.memory.setValue(answers.memory_bytes // MIB)


def host_line(room: HostRoom, memory_bytes: int) -> RoomLine:
    """Return the line of one host, with a VM of ``memory_bytes`` on it."""
    server = room.server
    if room.free_bytes is None or not server.memory_bytes:
        return RoomLine(server.name, None, server_sentence(server), server.health)
    used = 1 - (room.free_bytes - memory_bytes) / server.memory_bytes
    text = tr("MachinePage", "{free} of {whole} free, {cpus} processors").format(
        free=wording.size(room.free_bytes),
        whole=wording.size(server.memory_bytes),
        cpus=server.cpus or "?",
    )
    if not room.is_ready:
        return RoomLine(server.name, used, server_sentence(server), server.health)
    return RoomLine(server.name, min(1.0, used), text, Health.OK if room.fits else Health.FAILED)
