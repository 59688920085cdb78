"""Records to JSON and back; the types of the fields say how."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def to_json(record: object) -> str:
    """Return ``record`` as JSON text."""
    return json.dumps(_plain(record), separators=(",", ":"), ensure_ascii=False)


def from_json(cls: type[T], text: str) -> T:
    """Read a record of type ``cls`` back; fields that the text lacks keep their default.

    Raises:
        ValueError: The text is not JSON.
        TypeError: It is not such a record.
    """
    record = _build(cls, json.loads(text))
    if not isinstance(record, cls):
        raise TypeError(f"the text holds no {cls.__name__}")
    return record


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls))


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _build(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    arguments = typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        return _build(next(a for a in arguments if a is not type(None)), value)
    if origin in (dict, list, tuple) and not isinstance(value, dict if origin is dict else list):
        raise TypeError(f"{origin.__name__} expected")
    if origin is list:
        return [_build(arguments[0], item) for item in value]
    if origin is tuple:
        return tuple(_build(a, item) for a, item in zip(arguments, value, strict=True))
    if origin is dict:
        return {arguments[0](key): _build(arguments[1], item) for key, item in value.items()}
    if isinstance(hint, type) and is_dataclass(hint):
        if not isinstance(value, dict):
            raise TypeError(f"{hint.__name__} expected")
        hints = _hints(hint)
        known = {key: item for key, item in value.items() if key in hints}
        return hint(**{key: _build(hints[key], item) for key, item in known.items()})
    return value
