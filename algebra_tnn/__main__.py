"""``python -m algebra_tnn`` is ``algebra-tnn``."""

import sys

from algebra_tnn.cli import program

if __name__ == "__main__":
    sys.exit(program())
