from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.portal.manifest import Manifest, ManifestError, succession

ADDRESS = st.sampled_from(["/a/", "/b/", "/c/", "/d/"])
IDENTITY = st.sampled_from(["tin:1", "tin:2", "tin:3"])


@pytest.mark.parametrize(
    ("previous", "pages", "moved", "gone"),
    [
        (Manifest(pages={"tin:1": "/a/"}), {"tin:1": "/a/"}, {}, ()),
        (Manifest(pages={"tin:1": "/a/"}), {"tin:1": "/b/"}, {"/a/": "/b/"}, ()),
        (Manifest(pages={"tin:1": "/a/"}), {}, {}, ("/a/",)),
        # Moved twice.
        (
            Manifest(pages={"tin:1": "/b/"}, moved={"/a/": "/b/"}),
            {"tin:1": "/c/"},
            {"/a/": "/c/", "/b/": "/c/"},
            (),
        ),
        # Moved, then removed.
        (Manifest(pages={"tin:1": "/b/"}, moved={"/a/": "/b/"}), {}, {}, ("/a/", "/b/")),
        # Moved and back.
        (
            Manifest(pages={"tin:1": "/b/"}, moved={"/a/": "/b/"}),
            {"tin:1": "/a/"},
            {"/b/": "/a/"},
            (),
        ),
        # The address is used by another page.
        (Manifest(pages={"tin:1": "/a/"}), {"tin:1": "/b/", "tin:2": "/a/"}, {}, ()),
        (Manifest(gone=("/a/",)), {"tin:2": "/a/"}, {}, ()),
    ],
)
def test_where_old_addresses_lead(
    previous: Manifest, pages: dict[str, str], moved: dict[str, str], gone: tuple[str, ...]
) -> None:
    assert succession(previous, pages, pages.values()) == (moved, gone)


@given(
    st.lists(
        st.dictionaries(IDENTITY, ADDRESS).filter(lambda one: len(set(one.values())) == len(one))
    )
)
def test_an_address_once_published_is_never_lost(builds: list[dict[str, str]]) -> None:
    manifest, seen = Manifest(), set()
    for pages in builds:
        moved, gone = succession(manifest, pages, pages.values())
        manifest = Manifest(pages=pages, moved=moved, gone=gone)
        seen |= set(pages.values())
        answered = [*pages.values(), *moved, *gone]
        assert sorted(answered) == sorted(seen)
        assert set(moved.values()) <= set(pages.values())


def test_a_manifest_comes_back() -> None:
    manifest = Manifest(("a",), {"tin:1": "/a/"}, {"/b/": "/a/"}, ("/c/",))
    assert Manifest.decode(manifest.encode()) == manifest


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 99}', '{"format": 1, "x": 2}'])
def test_what_is_no_manifest(text: str) -> None:
    with pytest.raises(ManifestError):
        Manifest.decode(text)


def test_a_manifest_may_be_made_of_strings_that_are_there() -> None:
    manifest = Manifest(files=("tin/a/index.html", "rss.xml"), pages={"tin:a": "/tin/a/"})
    there = ["".join(("tin", "/a/index.html")), "".join(("tin", ":a")), "".join(("/tin", "/a/"))]
    shared = manifest.sharing(there)
    assert shared == manifest
    assert shared.files[0] is there[0]
    assert [(key is there[1], at is there[2]) for key, at in shared.pages.items()] == [(True, True)]
