"""The plan that an issue froze, and how today's differs from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_NAMES = {
    "spec_sha256": "tệp chỉ đạo",
    "materials": "mẫu Word hoặc hình ảnh",
    "addressees": "nơi nhận",
    "obligations": "nghĩa vụ",
    "targets": "chỉ tiêu",
    "tasks": "nhiệm vụ",
    "symbol": "ký hiệu",
    "issued_on": "ngày ban hành",
    "lineage": "mạch văn bản",
    "names": "tên cơ quan trong danh bạ",
    "per": "số bản soạn (per)",
}
_SHOWN = 3


def differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    """What differs, in a clerk's words; agencies that came or went are named."""
    return tuple(_differences(then, now))


def _differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for key, name in _NAMES.items():
        if then.get(key) == now.get(key):
            continue
        if key == "addressees":
            yield name + _moved(then.get(key) or (), now.get(key) or ())
        else:
            yield name


def _moved(then: Sequence[Mapping[str, Any]], now: Sequence[Mapping[str, Any]]) -> str:
    before, after = ({a["agency"]: a["name"] for a in them} for them in (then, now))
    gone = [name for agency, name in before.items() if agency not in after]
    come = [name for agency, name in after.items() if agency not in before]
    words = [f"{verb} {_listed(names)}" for verb, names in (("thêm", come), ("bớt", gone)) if names]
    return f" ({'; '.join(words)})" if words else ""


def _listed(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" và {more} cơ quan khác" if more > 0 else "")
