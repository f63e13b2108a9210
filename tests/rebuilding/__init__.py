"""Proof that a rebuild equals a clean build, byte for byte, after any sequence of edits.

A ``scene`` is a whole project (content, theme, code, settings, surroundings) with its clock. Edits
(``authors``, ``editors``, ``makers``, ``accidents``, ``mistakes``) change it as people and mishaps
do, each with all its choices from one seeded source. After them ``proof`` builds it twice, once
as it stands and once without anything kept, and compares. ``python -m tests.rebuilding`` goes on
for hours; a few seeds of it are tests.
"""
