"""`python -m inspel_app`, and the command `inspel`.

Child processes import this module too, so it loads nothing before it is asked to run.
"""

import sys


def main() -> int:
    """Run the command line."""
    from inspel_app.cli.main import main as run  # noqa: PLC0415 - see above

    return run()


if __name__ == "__main__":
    sys.exit(main())
