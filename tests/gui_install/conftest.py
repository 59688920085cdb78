"""Qt without a screen, in English, and places that belong to one test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from openwizard import opened
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.gui.install.wizard import InstallWizard
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.session.opening import open_demo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    QLocale.setDefault(QLocale("en_GB"))


@pytest.fixture(scope="session")
def snapshot() -> Iterator[Snapshot]:
    session = open_demo()
    yield session.refresh(JobContext(clock=session.clock))
    session.close()


@pytest.fixture
def wizard(qtbot: QtBot, snapshot: Snapshot) -> InstallWizard:
    return opened(qtbot, snapshot)
