"""What makes a rebuild cost what changed; knows nothing of what it keeps.

``store`` keeps what was made of files, by their content and by the version of the ``code`` that
made it; ``pool`` gives work to all processors; ``snapshot`` sees that nothing has changed. Of use
to any site generator. Import the modules: what only looks must not load what works.
"""
