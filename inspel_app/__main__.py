"""`python -m inspel_app`, and the command `inspel`.

Child processes import this module too, so it loads nothing before it is asked to run.
"""

import os
import sys


def main() -> int:
    """Watch over the window where that is what is asked for, or run the command line."""
    # our matrices are small: more threads wait, and burn, longer than they work
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if getattr(sys, "frozen", False):
        from inspel_app.frozen import set_up  # noqa: PLC0415 - see above

        set_up()
    from inspel_app.gui import guard  # noqa: PLC0415 - see above

    if guard.is_wanted(sys.argv[1:]):
        return guard.watch(sys.argv[1:])
    from inspel_app.cli.main import main as run  # noqa: PLC0415 - the guard needs none of it

    return run()


if __name__ == "__main__":
    sys.exit(main())
