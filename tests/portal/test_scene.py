from __future__ import annotations

import pytest

from plugins.portal.scene import Scene
from tests.conftest import Workshop


def test_what_is_known_of_the_last_build_comes_back(workshop: Workshop) -> None:
    scene = workshop.scene()
    assert Scene.decode(scene.encode()) == scene
    with pytest.raises((KeyError, TypeError)):
        Scene.decode({})
