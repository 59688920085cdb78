"""The demonstration cluster with virtual time, and what tests do with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sim_bench import Bench


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.close()
