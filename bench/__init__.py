"""How fast the sandbox is, as ratios within one run: a figure of one machine alone says little about the next.

::

    python -m bench                       # every subject
    python -m bench s3 api --json out.json
    python -m bench s3 --quick            # fewer repetitions: whether it runs, not how fast

A subject is a module here with ``figures(run)``, which yields a ``Figure`` at a time (``figures.py``), and its name
in ``SUBJECTS`` (``__main__.py``). What is compared is measured in turn (``run.in_turn``), so that whatever else the
machine does falls on both alike.
"""
