"""The page of the name: one, or a pattern that means many; title, description, tags."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from xenadmin_gui.gui import wording
from xenadmin_gui.gui.install.answers import Answers
from xenadmin_gui.gui.install.page import InstallPage, Sight, put_text, text_box, wrapped
from xenadmin_gui.gui.install.places import Place
from xenadmin_gui.operations.vmedit.edit import TITLE_CHARS

_DESCRIPTION_LINES = 5
_SHOWN_NAMES = 6


class NamePage(InstallPage):
    """Says at once which names a pattern means."""

    def __init__(self, *, many: bool) -> None:
        super().__init__(
            Place.NAME,
            self.tr("Name"),
            self.tr("What is it called?"),
        )
        self.name = QLineEdit()
        self.title_line = QLineEdit()
        self.title_line.setMaxLength(TITLE_CHARS)
        self.description = text_box(_DESCRIPTION_LINES)
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("such as web, production"))
        self.meant = wrapped("")
        self.add("name", self.tr("Na&me"), self.name, hint=self.meant)
        self._is_many = many
        self.add("title", self.tr("&Title"), self.title_line)
        self.add("description", self.tr("&Description"), self.description)
        found = wrapped(self.tr("Words that it is found by: the filter then knows tag:web."))
        self.add("tags", self.tr("Ta&gs"), self.tags, hint=found)
        self.column.addStretch(1)

    def taken(self, answers: Answers) -> Answers:
        return replace(
            answers,
            names=self.name.text(),
            title=self.title_line.text(),
            description=self.description.toPlainText(),
            tags=self.tags.text(),
        )

    def show_sight(self, sight: Sight) -> None:
        names = sight.answers.vm_names
        if len(names) > 1:
            text = self.tr("%n VMs: {names}", "", len(names))
            self.meant.setText(text.format(names=wording.listing(list(names), _SHOWN_NAMES)))
        elif self._is_many:
            self.meant.setText(
                self.tr("Its volume is called the same. For several VMs write web{01..05}.")
            )
        else:
            self.meant.setText(self.tr("Its volume is called the same."))
        super().show_sight(sight)

    def _put(self, answers: Answers) -> None:
        put_text(self.name, answers.names)
        put_text(self.title_line, answers.title)
        put_text(self.description, answers.description)
        put_text(self.tags, answers.tags)
