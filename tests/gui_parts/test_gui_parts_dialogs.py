"""Add a cluster, host keys, preferences, about."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.config import ClusterConfig, NetworkConfig, ServerConfig
from xenadmin_gui.domain.errors import HostKeyChangedError, HostKeyUnknownError
from xenadmin_gui.domain.host import Role
from xenadmin_gui.gui import i18n
from xenadmin_gui.gui.dialogs.about import AboutDialog, version_lines
from xenadmin_gui.gui.dialogs.add_cluster import AddClusterDialog
from xenadmin_gui.gui.dialogs.host_key import ChangedHostKeyDialog, UnknownHostKeyDialog
from xenadmin_gui.gui.dialogs.preferences import PreferencesDialog
from xenadmin_gui.gui.style.palette import Appearance
from xenadmin_gui.gui.window import settings
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.check import Check, failed, passed
from xenadmin_gui.session.cluster_file import load
from xenadmin_gui.session.discovery import Discovery, Start
from xenadmin_gui.session.opening import cluster_path

UNKNOWN = HostKeyUnknownError("xen1", "ssh-ed25519", "SHA256:bv9k3ykQbZ0oG5yUO8a9mXDYVqYq7m")
FOUND = ClusterConfig(
    "prod",
    servers=(
        ServerConfig("san1", frozenset({Role.SAN}), "10.10.0.11", networks={"lan": "10.10.0.11"}),
        ServerConfig("xen1", frozenset({Role.HOST}), "10.10.0.21", networks={"lan": "10.10.0.21"}),
        ServerConfig("xen2", frozenset({Role.HOST}), "10.10.0.22", networks={"lan": "10.10.0.22"}),
    ),
    networks=(NetworkConfig("lan", "management", "10.10.0.0/24"),),
)


class PaperFinder:
    """Finds the cluster on paper, once its key is trusted."""

    def __init__(self) -> None:
        self.trusted: list[HostKeyUnknownError] = []
        self.starts: list[Start] = []
        self.hold = threading.Event()
        self.hold.set()

    def search(
        self,
        start: Start,
        account: str,
        password: str,
        context: JobContext,
        report: Callable[[Check], None],
    ) -> Discovery:
        self.starts.append(start)
        while not self.hold.wait(0.01):
            context.checkpoint()
        if not self.trusted:
            return Discovery(None, (), (UNKNOWN,))
        checks = (passed("xen1", "connect", "It answers."), failed("xen3", "connect", "No.", "Go."))
        for check in checks:
            report(check)
        return Discovery(FOUND, checks)

    def accept(self, error: HostKeyUnknownError) -> None:
        self.trusted.append(error)


@pytest.fixture
def finder() -> PaperFinder:
    return PaperFinder()


@pytest.fixture
def dialog(qtbot: QtBot, finder: PaperFinder) -> AddClusterDialog:
    dialog = AddClusterDialog(finder=finder)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def fill(dialog: AddClusterDialog) -> None:
    dialog.where.name.setText("prod")
    dialog.where.address.setText("10.10.0.21")


def question(qtbot: QtBot) -> UnknownHostKeyDialog:
    found: list[UnknownHostKeyDialog] = []

    def shown() -> bool:
        widgets = QApplication.topLevelWidgets()
        found[:] = [w for w in widgets if isinstance(w, UnknownHostKeyDialog) and w.isVisible()]
        return bool(found)

    qtbot.waitUntil(shown)
    return found[0]


def test_a_wrong_field_complains_beside_itself(
    dialog: AddClusterDialog, finder: PaperFinder
) -> None:
    dialog.where.address.setText("bad host!")
    dialog.next_button.click()
    assert "Expected" in dialog.where.address_field.complaint.text()
    assert dialog.where.name_field.complaint.isVisible()
    assert not dialog.where.user_field.complaint.isVisible()
    assert finder.starts == []


def test_a_cluster_is_found_corrected_and_written(
    qtbot: QtBot, dialog: AddClusterDialog, finder: PaperFinder
) -> None:
    fill(dialog)
    dialog.next_button.click()
    asked = question(qtbot)
    asked.compared.setChecked(True)
    asked.accept_button.click()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == 1)
    assert "1 check" in dialog.notice.text
    item = dialog.found.servers.item(2, 0)
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)
    name = dialog.found.networks.item(0, 0)
    assert name is not None
    name.setText("management")
    with qtbot.waitSignal(dialog.cluster_added) as added:
        dialog.next_button.click()
    assert added.args == ["prod"]
    written = load(cluster_path("prod"))
    assert [server.name for server in written.servers] == ["san1", "xen1"]
    assert written.server("xen1").networks == {"management": "10.10.0.21"}


def test_without_trust_nothing_is_searched_further(
    qtbot: QtBot, dialog: AddClusterDialog, finder: PaperFinder
) -> None:
    fill(dialog)
    dialog.next_button.click()
    question(qtbot).reject()
    assert finder.trusted == []
    assert "trust" in dialog.notice.text


def test_a_search_can_be_stopped(
    qtbot: QtBot, dialog: AddClusterDialog, finder: PaperFinder
) -> None:
    finder.hold.clear()
    fill(dialog)
    dialog.next_button.click()
    assert not dialog.where.isEnabled()
    dialog.cancel_button.click()
    qtbot.waitUntil(dialog.where.isEnabled)
    assert dialog.isVisible()
    assert "stopped" in dialog.notice.text


def test_a_file_that_is_there_is_not_written_over(
    qtbot: QtBot, dialog: AddClusterDialog, finder: PaperFinder
) -> None:
    finder.trusted.append(UNKNOWN)
    path = cluster_path("prod")
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")
    fill(dialog)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == 1)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: "there already" in dialog.notice.text)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_key_is_trusted_only_after_it_was_compared(qtbot: QtBot) -> None:
    dialog = UnknownHostKeyDialog(UNKNOWN)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.accept_button.isEnabled()
    default = next(b for b in dialog.findChildren(QPushButton) if b.isDefault())
    assert default is not dialog.accept_button
    dialog.compared.setChecked(True)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept_button.click()


def test_a_changed_key_offers_no_way_on(qtbot: QtBot) -> None:
    error = HostKeyChangedError("xen1", "xen1 shows another key than the known one.")
    dialog = ChangedHostKeyDialog(error)
    qtbot.addWidget(dialog)
    with qtbot.assertNotEmitted(dialog.accepted):
        for button in dialog.findChildren(QPushButton):
            button.click()


class Window(QWidget):
    """What the preferences need of a window."""

    appearance_requested = Signal(object)


def test_preferences_are_kept_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window()
    qtbot.addWidget(window)
    dialog = PreferencesDialog(window)  # type: ignore[arg-type]
    dialog.language.setCurrentIndex(dialog.language.findData("de"))
    assert i18n.kept_language(settings.window_settings()) == "de"
    with qtbot.waitSignal(window.appearance_requested) as asked:
        dialog.appearance.setCurrentIndex(dialog.appearance.findData(Appearance.DARK))
    assert asked.args == [Appearance.DARK]


def test_about_names_the_versions(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert "PySide6" in version_lines()
