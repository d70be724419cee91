"""Work that ends its process; in a module of its own, which other processes can import."""

import os
import signal


def kills(number: int) -> int:
    """Ends its process for one number."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number
