"""Whatever stands in a cluster file, the answer is a configuration or a ConfigError."""

from __future__ import annotations

import contextlib
import json
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from xenadmin_gui.domain.errors import ConfigError
from xenadmin_gui.session.cluster_file import parse

GOOD = (Path(__file__).parents[2] / "resources" / "clusters" / "sample.yaml").read_text()
SCRAPS = ["\t", ":", "- ", "&a ", "*a", "!!int ", "? ", "|\n", "{", "]", '"', "~", "<<: "]
SCRAPS += ["\x00", "é", "1e999", "0x", "%YAML 9\n", "no", "2026-01-01", "\u2028", "!<x> "]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def survive(text: str) -> None:
    with contextlib.suppress(ConfigError):
        parse(text, file="c.yaml", name="c")


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_text_at_all(text: str) -> None:
    survive(text)
    survive("version: 1\n" + text)


@settings(max_examples=300, deadline=None)
@given(st.integers(), st.lists(st.sampled_from(SCRAPS), min_size=1, max_size=4))
def test_a_good_file_with_scraps_thrown_in(seed: int, scraps: list[str]) -> None:
    throw = random.Random(seed)
    text = GOOD
    for scrap in scraps:
        at = throw.randrange(len(text))
        text = text[:at] + scrap + text[at + throw.randrange(3) :]
    survive(text)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["ssh", "networks", "san_servers", "hosts", "intervals", "name"]), JSON)
def test_values_of_the_wrong_kind(key: str, value: object) -> None:
    survive(f"version: 1\n{key}: {json.dumps(value)}\n")
    survive(f"version: 1\nhosts:\n  - name: a\n    {key}: {json.dumps(value)}\n")
