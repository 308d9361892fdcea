"""Has memory that was needed for a while given back, instead of kept for each thread that ever ran."""

from __future__ import annotations

import platform

# Of glibc’s malloc.h: how many heaps there may be, and from which size a block is mapped by itself.
_M_ARENA_MAX, _M_MMAP_THRESHOLD = -8, -3
_ONE, _FROM_BYTES = 1, 128 * 1024


def share_one_heap() -> bool:
    """Have all threads of this process share one heap; whether the C library does so.

    glibc makes up to eight heaps for each core, and what is free in one is of no use to another; once a large
    block was freed, it keeps those of its size as well. An import of 100,000 rows left 60 MiB so. Only one
    thread of Python’s runs at a time, so none has to wait for the heap. Other libraries are left as they are.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return bool(mallopt and mallopt(_M_ARENA_MAX, _ONE) and mallopt(_M_MMAP_THRESHOLD, _FROM_BYTES))
