"""Capital letters as a class for regular expressions; ranges would hold small ones as well."""

from __future__ import annotations

UPPER = "A-Z" + "".join(
    letter for letter in map(chr, range(0xC0, 0x1EFA)) if letter.isupper() and letter.isalpha()
)
