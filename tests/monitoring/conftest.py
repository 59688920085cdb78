"""The recorded lab under a monitor, ended properly after each test."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from recorded_lab import Lab


@pytest.fixture
def lab() -> Iterator[Lab]:
    made = Lab()
    before = threading.active_count()
    yield made
    for host in made.hosts.values():
        host.hang.clear()
    made.monitor.stop()
    assert threading.active_count() <= before
