"""What makes a rebuild cost what changed; knows nothing of what it keeps.

In one ``database``, ``store`` keeps what was made of files, by their content and by the version
of the ``code`` that made it, and ``prints`` the fingerprints of the outputs; ``shelf`` keeps these
outputs themselves. ``fingerprint`` and ``templates`` tell when an output would be the same;
``pool`` shares work among the processors; ``snapshot`` sees that nothing has changed, while
something else is looked at ``beside``; ``litter`` keeps the interpreter from looking for it all the
time. Of use to any site generator. Import the modules: what only looks must not load what works.
"""
