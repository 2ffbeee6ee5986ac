"""``python -m algebra_tnn`` is ``algebra-tnn``."""

import sys

from algebra_tnn.cli import main

if __name__ == "__main__":
    sys.exit(main())
