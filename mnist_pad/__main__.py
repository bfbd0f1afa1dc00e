"""`python -m mnist_pad` is the command `mnist-pad`."""

import sys

from mnist_pad.cli import main

if __name__ == "__main__":
    sys.exit(main())
