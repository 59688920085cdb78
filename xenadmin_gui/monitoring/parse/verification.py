"""Reads the schedules and results of comparisons, as ``grep -H`` shows the files."""

from __future__ import annotations

import math
import re

from xenadmin_gui.domain.verification import (
    RESULT_FOLDER,
    RESULT_SUFFIX,
    UNIT_FOLDER,
    UNIT_PREFIX,
    Verification,
)

_TIMER = re.compile(
    rf"{re.escape(UNIT_FOLDER)}/{UNIT_PREFIX}(?P<name>[^/:]+)\.timer:OnCalendar=(?P<value>.+)"
)
_RESULT = re.compile(
    rf"{re.escape(RESULT_FOLDER)}/(?P<name>[^/:]+){re.escape(RESULT_SUFFIX)}"
    r":(?P<key>[a-z_]+)=(?P<value>.*)"
)


def parse_schedules(text: str) -> dict[str, str]:
    """Return the schedule of each replica that has one; other lines are passed over."""
    found = (_TIMER.fullmatch(line) for line in text.splitlines())
    return {match["name"]: match["value"].strip() for match in found if match is not None}


def parse_results(text: str) -> dict[str, Verification]:
    """Return the last result by replica, the server left empty; a garbled one is passed over."""
    said: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        match = _RESULT.fullmatch(line)
        if match is not None:
            said.setdefault(match["name"], {})[match["key"]] = match["value"]
    return {name: made for name, values in said.items() if (made := _result(values)) is not None}


def _result(values: dict[str, str]) -> Verification | None:
    begun, ended = _number(values.get("begun", "")), _number(values.get("ended", ""))
    if begun is None or ended is None or not values.get("result"):
        return None
    kib = _number(values.get("out_of_sync_kib", ""))
    return Verification(
        "", begun, ended, values["result"], None if kib is None else int(kib) * 1024
    )


def _number(text: str) -> float | None:
    value = float(text) if text.isascii() and text.isdigit() and len(text) < 16 else math.nan
    return None if math.isnan(value) else value
