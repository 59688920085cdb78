"""Which cluster the contract suite speaks to: XENADMIN_CONTRACT is sim (default) or lab."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.contract.target import Laboratory, Simulated, Target


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Target:
    home: Path = tmp_path_factory.mktemp("contract")
    if os.environ.get("XENADMIN_CONTRACT") == "lab":
        return Laboratory(home)
    return Simulated(home)
