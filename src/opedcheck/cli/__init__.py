"""The command line: the only place that prints errors or ends the program."""

from __future__ import annotations


def main() -> None:
    """The console script. Whatever happens, the exit status means what `--help` says of it."""
    try:
        from opedcheck.cli.guard import ended, ready

        ready()
        try:
            from opedcheck.cli.app import app

            app(prog_name="opedcheck")
        except SystemExit as end:
            raise SystemExit(ended(end.code)) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as fault:
        from opedcheck.cli.guard import failed

        raise SystemExit(failed(fault)) from None
