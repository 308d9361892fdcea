"""Letters of which nobody knows whether they went out, looked up in the Sent folder of the mailbox.

Not every provider puts there what was sent: found, a letter went out; not found, I am still asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters import inbox, outbox
from letters.models import Leaving, Outgoing

if TYPE_CHECKING:
    from letters.account import Account


def look_up(account: Account) -> int:
    """Settle those that are there. Returns how many are still not known. Raises MailboxError."""
    asked = {row.message_id: row for row in Outgoing.objects.filter(state=Leaving.UNKNOWN).defer("content")}
    if not asked:
        return 0
    found = inbox.among_the_sent(account, list(asked))
    for message_id in found:
        outbox.settle(asked[message_id].letter, went=True)
    return len(asked) - len(found)
