"""The archive: everything as one JSON text, out and in, complete and lossless both ways.

`export_text()` writes it, `read(text)` understands it or says where it is broken, `store(reading)` adds what
is new, all or nothing.
"""

from desk.archive.faults import ArchiveRefusedError, Fault
from desk.archive.reading import Reading, read
from desk.archive.storing import Report, store
from desk.archive.writing import export_text

__all__ = ["ArchiveRefusedError", "Fault", "Reading", "Report", "export_text", "read", "store"]
