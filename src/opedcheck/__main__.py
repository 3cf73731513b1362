"""Run as `python -m opedcheck`."""

from opedcheck.cli import main

main()
