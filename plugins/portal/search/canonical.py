"""Make Pagefind's index the same for the same pages.

Pagefind writes the values of a filter, and the filters of an index, in an order that is different
every time, and names files by their hash. Here both are sorted and the files named anew. Of its
format no more is known here than that: CBOR of texts, numbers and lists, packed with gzip.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

_SIGN = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4
_FILTERS = 3  # the place of the list of filters in the file of an index
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}


class UnknownFormatError(Exception):
    """The files are not those of the version of Pagefind that is known here."""


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index, by their paths in it, in one order and with names of it.

    Raises:
        UnknownFormatError: they are not what they should be.
    """
    result = dict(files)
    try:
        contents = json.loads(result["pagefind-entry.json"])
        for language in contents["languages"].values():
            name = f"pagefind.{language['hash']}.pf_meta"
            index = _unpacked(result.pop(name))
            index[_FILTERS] = sorted(
                [label, _renamed(result, old)] for label, old in index[_FILTERS]
            )
            data = _packed(index)
            language["hash"] = _name(language["hash"], data)
            result[f"pagefind.{language['hash']}.pf_meta"] = data
    except (KeyError, IndexError, ValueError, TypeError, OSError) as error:
        raise UnknownFormatError(str(error) or type(error).__name__) from error
    result["pagefind-entry.json"] = json.dumps(contents, ensure_ascii=False).encode()
    return result


def _renamed(files: dict[str, bytes], old: str) -> str:
    """Sort the values of a filter and return the name of its file."""
    label, values = _unpacked(files.pop(f"filter/{old}.pf_filter"))
    data = _packed([label, sorted(values)])
    name = _name(old, data)
    files[f"filter/{name}.pf_filter"] = data
    return name


def _name(old: str, data: bytes) -> str:
    return f"{old.partition('_')[0]}_{hashlib.sha256(data).hexdigest()[:10]}"


def _unpacked(data: bytes) -> Any:
    plain = gzip.decompress(data)
    if not plain.startswith(_SIGN):
        raise ValueError("không có dấu hiệu nhận biết")
    value, end = _decoded(plain, len(_SIGN))
    if end != len(plain):
        raise ValueError("thừa dữ liệu")
    return value


def _packed(value: Any) -> bytes:
    return gzip.compress(_SIGN + _encoded(value), mtime=0)


def _decoded(data: bytes, at: int) -> tuple[Any, int]:
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    if number in _SIZES:
        end = at + _SIZES[number]
        number, at = int.from_bytes(data[at:end]), end
    elif number > max(_SIZES):
        raise ValueError("độ dài không định trước")
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind == _LIST:
        items = []
        for _ in range(number):
            item, at = _decoded(data, at)
            items.append(item)
        return items, at
    raise ValueError(f"kiểu {kind}")


def _encoded(value: Any) -> bytes:
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        data = value.encode()
        return _head(_TEXT, len(data)) + data
    return _head(_LIST, len(value)) + b"".join(_encoded(one) for one in value)


def _head(kind: int, number: int) -> bytes:
    if number < min(_SIZES):
        return bytes([kind << 5 | number])
    size = next(sign for sign, length in _SIZES.items() if number < 1 << 8 * length)
    return bytes([kind << 5 | size]) + number.to_bytes(_SIZES[size])
