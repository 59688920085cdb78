"""Records to JSON and back; the types of the fields say how."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache, partial
from typing import Any, TypeVar

T = TypeVar("T")
Build = Callable[[Any], Any]


def to_json(record: object) -> str:
    """Return ``record`` as JSON text; its dataclasses have no slots."""
    return json.dumps(record, default=vars, separators=(",", ":"), ensure_ascii=False)


def from_json(cls: type[T], text: str) -> T:
    """Read a record of type ``cls`` back; fields that the text lacks keep their default.

    Raises:
        ValueError: The text is not JSON.
        TypeError: It is not such a record.
    """
    hint: Any = cls
    record = _build_for(hint)(json.loads(text))
    if not isinstance(record, cls):
        raise TypeError(f"the text holds no {cls.__name__}")
    return record


@cache
def _build_for(hint: Any) -> Build:
    """Return what makes a value of type ``hint`` of its JSON; asked once for each type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        build = _build_for(next(a for a in arguments if a is not type(None)))
        return lambda value: None if value is None else build(value)
    if origin is list:
        return partial(_list, _build_for(arguments[0]))
    if origin is tuple:
        return partial(_tuple, tuple(map(_build_for, arguments)))
    if origin is dict:
        return partial(_dict, arguments[0], _build_for(arguments[1]))
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_record, hint)
    return _as_it_is


def _list(build: Build, value: Any) -> list[Any]:
    return [build(item) for item in _expect(list, value)]


def _tuple(builds: tuple[Build, ...], value: Any) -> tuple[Any, ...]:
    items = _expect(list, value)
    return tuple(build(item) for build, item in zip(builds, items, strict=True))


def _dict(key_type: Build, build: Build, value: Any) -> dict[Any, Any]:
    return {key_type(key): build(item) for key, item in _expect(dict, value).items()}


def _record(cls: type, value: Any) -> Any:
    builds, items = _fields(cls), _expect(dict, value).items()
    return cls(**{key: builds[key](item) for key, item in items if key in builds})


@cache
def _fields(cls: type) -> dict[str, Build]:
    return {name: _build_for(hint) for name, hint in typing.get_type_hints(cls).items()}


def _expect(kind: type[T], value: Any) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{kind.__name__} expected")
    return value


def _as_it_is(value: Any) -> Any:
    return value
