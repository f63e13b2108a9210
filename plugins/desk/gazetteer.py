"""Make the gazetteer of Vietnam's units of government from the package ``vietnamadminunits``.

``python -m plugins.desk.gazetteer DATA_FOLDER`` reads the package's own data files and writes
``plugins/registry/data/gazetteer.tsv``. The package itself is never imported: it would bring a
geocoder and 80 MB of libraries. An address that the file gave once stays with its unit.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from plugins.portal.addresses import slug
from plugins.registry.gazetteer import COLUMNS, FILE
from plugins.vocabulary import fold

HEAD = """\
# Units of government of Vietnam before and after 1 July 2025, for plugins/registry/gazetteer.py.
# Made by plugins/desk/gazetteer.py from vietnamadminunits (MIT licence); do not edit.
"""
_LEGACY = (
    "SELECT province, district, coalesce(ward, ''), provinceCode, districtCode,"
    " coalesce(wardCode, ''), provinceKey, districtKey, coalesce(wardKey, '')"
    " FROM admin_units_legacy"
)
_TODAY = "SELECT province, ward, provinceCode, wardCode, provinceKey, wardKey FROM admin_units"
_LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file; ``place`` are the names of the units above, for the address."""

    id: str
    name: str
    place: tuple[str, ...]
    old_code: str = ""
    new_code: str = ""
    old_parent: str = ""
    new_parent: str = ""
    successors: tuple[str, ...] = field(default=())


def rows(data: Path) -> Iterator[Row]:
    """Give all units: provinces, districts, communes that ended, communes of today."""
    with closing(sqlite3.connect(f"file:{data / 'dataset.db'}?mode=ro", uri=True)) as database:
        legacy = database.execute(_LEGACY).fetchall()
        today = database.execute(_TODAY).fetchall()
    changes = json.loads((data / "converter_2025.json").read_text("utf-8"))
    new_ids = {(one[4], one[5]): f"n{one[3]}" for one in today}
    became = _became(changes, new_ids)
    provinces = _provinces(legacy, today, changes["DICT_PROVINCE"])
    yield from provinces.values()
    old_communes = {
        f"w{code}": Row(
            id=f"w{code}",
            name=name,
            place=(district, province),
            old_code=code,
            old_parent=f"d{district_code}",
            successors=tuple(became[f"{key}_{district_key}_{commune_key}"]),
        )
        for province, district, name, _, district_code, code, key, district_key, commune_key in (
            legacy
        )
        if name
    }
    yield from _districts(legacy, old_communes, became)
    by_name = {row.name: row.id for row in provinces.values()}
    new_communes = {
        f"n{code}": Row(
            id=f"n{code}",
            name=name,
            place=(province,),
            new_code=code,
            new_parent=by_name[province],
        )
        for province, name, _, code, *_ in today
    }
    yield from _merged(old_communes, new_communes)


def _became(
    changes: Mapping[str, Mapping[str, Mapping[str, Any]]],
    new_ids: Mapping[tuple[str, str], str],
) -> defaultdict[str, list[str]]:
    """Return the communes of today by the key of the old one, its main part first."""
    became: defaultdict[str, list[str]] = defaultdict(list)
    for province, communes in changes["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in communes.items():
            for old in olds:
                became[old].append(new_ids[province, new])
    for province, communes in changes["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in communes.items():
            ordered = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
            became[old] += [new_ids[province, part["newWardKey"]] for part in ordered]
    return became


def _provinces(
    legacy: Iterable[tuple[str, ...]],
    today: Iterable[tuple[str, ...]],
    merged: Mapping[str, Iterable[str]],
) -> dict[str, Row]:
    """A province whose name lives on is the same unit before and after, though its code changed."""
    keys = {one[6]: Row(f"p{one[3]}", one[0], (), old_code=one[3]) for one in legacy}
    names = {one[4]: one[0] for one in today}
    codes = {one[4]: one[2] for one in today}
    by_name = {row.name: key for key, row in keys.items()}
    for new, olds in merged.items():
        heir = by_name[names[new]]
        keys[heir] = replace(keys[heir], new_code=codes[new])
        for old in olds:
            if old != heir:
                keys[old] = replace(keys[old], successors=(keys[heir].id,))
    return keys


def _districts(
    legacy: Iterable[tuple[str, ...]],
    communes: Mapping[str, Row],
    became: Mapping[str, list[str]],
) -> Iterator[Row]:
    """A district is succeeded by the communes that its own became."""
    districts: dict[str, Row] = {}
    heirs: defaultdict[str, list[str]] = defaultdict(list)
    for province, name, commune, province_code, code, commune_code, key, district_key, _ in legacy:
        identity = f"d{code}"
        districts[identity] = Row(
            id=identity,
            name=name,
            place=(province,),
            old_code=code,
            old_parent=f"p{province_code}",
        )
        heirs[identity] += (
            communes[f"w{commune_code}"].successors if commune else became[f"{key}_{district_key}_"]
        )
    for identity, row in districts.items():
        yield replace(row, successors=tuple(dict.fromkeys(heirs[identity])))


def _merged(old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[Row]:
    """A commune that the reform left as it was is one unit with two codes and two parents."""
    sources: defaultdict[str, list[Row]] = defaultdict(list)
    for row in old.values():
        for successor in row.successors:
            sources[successor].append(row)
    lasting: dict[str, str] = {}
    for identity, row in new.items():
        before = sources[identity]
        if len(before) == 1 and len(before[0].successors) == 1 and before[0].name == row.name:
            lasting[identity] = before[0].id
    kept = set(lasting.values())
    yield from (row for identity, row in old.items() if identity not in kept)
    for identity, row in new.items():
        if was := old.get(lasting.get(identity, "")):
            row = replace(row, old_code=was.old_code, old_parent=was.old_parent)  # noqa: PLW2901
        yield row


def known_slugs() -> dict[str, str]:
    """Return the addresses that the present file gives, by id."""
    if not FILE.exists():
        return {}
    lines = (line.split("\t") for line in FILE.read_text("utf-8").splitlines() if line[:1] != "#")
    return {fields[0]: fields[COLUMNS.index("slug")] for fields in lines}


def written(all_rows: Iterable[Row], known: Mapping[str, str]) -> str:
    """Return the file's text; new units get an address made of their name and place."""
    taken, lines = set(known.values()), []
    for row in sorted(all_rows, key=lambda row: ("pdwn".index(row.id[0]), row.id)):
        address = known.get(row.id) or _address(row, taken)
        taken.add(address)
        folded = fold(row.name)
        values = {
            "id": row.id,
            "name": row.name,
            "slug": address,
            "old_code": row.old_code,
            "new_code": row.new_code,
            "old_parent": row.old_parent,
            "new_parent": row.new_parent,
            "successors": " ".join(row.successors),
            "fold": "" if folded == row.name.lower() else folded,
        }
        lines.append("\t".join(values[column] for column in COLUMNS).rstrip("\t") + "\n")
    return HEAD + f"# {' '.join(COLUMNS)}\n" + "".join(lines)


def _address(row: Row, taken: set[str]) -> str:
    """``xa-khanh-son-nam-dan-nghe-an``: the name, then the places without their kinds."""
    places = (
        place.split(" ", 1)[1].removeprefix("xã ").removeprefix("phố ") for place in row.place
    )
    address = slug(" ".join((row.name, *places)))
    if address in taken or len(address) > _LONGEST_SLUG:
        address = f"{address[: _LONGEST_SLUG - 7].rstrip('-')}-{row.old_code or row.new_code}"
    return address


def main(arguments: list[str]) -> int:
    """Write the file; exit code 2 where the data cannot be read."""
    data = Path(arguments[0]) if arguments else Path()
    try:
        text = written(rows(data), known_slugs())
    except (OSError, sqlite3.Error, KeyError) as error:
        print(f"Không đọc được dữ liệu đơn vị hành chính ở {data}: {error!r}", file=sys.stderr)
        return 2
    FILE.write_text(text, encoding="utf-8")
    print(f"{FILE}: {text.count(chr(10)) - 3} đơn vị, {len(text.encode()) // 1024} kB.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
