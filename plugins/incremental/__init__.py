"""What makes a rebuild cost what changed; knows nothing of what it keeps.

A :class:`Store` keeps what was made of files, by their content and by the code that made it;
:func:`spread` gives work to all processors. Of use to any site generator.
"""

from plugins.incremental.code import code_version
from plugins.incremental.pool import spread
from plugins.incremental.store import Look, Store, look

__all__ = ["Look", "Store", "code_version", "look", "spread"]
