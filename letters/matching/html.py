"""HTML mail as plain text: what a reader sees, a paragraph a line, what is quoted behind a “>”.

Pure.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_UNSEEN = {"script", "style", "head", "title", "template"}
_BLOCKS = {
    "p", "div", "br", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
    "hr", "section", "article", "header", "footer", "pre", "td",
}  # fmt: skip
_VOID = {"br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr", "source", "embed"}
_QUOTES = re.compile(
    r"gmail_quote|moz-cite-prefix|yahoo_quoted|divRplyFwdMsg|appendonsend|mail-quote", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s*:\s*none|font-size\s*:\s*0|mso-hide\s*:\s*all", re.IGNORECASE)
# A mail nested deeper than this is an attack on whoever follows it.
_DEEPEST = 500


def as_text(html: str) -> str:
    """The text of an HTML mail."""
    if not html:
        return ""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line = ""
        # The elements that are open: name, whether unseen, whether a quote.
        self._open: list[tuple[str, bool, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        given = {name: value or "" for name, value in attrs}
        unseen = tag in _UNSEEN or bool(_HIDDEN.search(given.get("style", "")))
        marked = f"{given.get('class', '')} {given.get('id', '')}"
        self._open.append((tag, unseen, tag == "blockquote" or bool(_QUOTES.search(marked))))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        names = [name for name, _, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not any(unseen for _, unseen, _ in self._open):
            self._line += re.sub(r"\s+", " ", data)

    def _break(self) -> None:
        line = self._line.strip()
        if line:
            quoted = any(quote for _, _, quote in self._open)
            self._lines.append(f"> {line}" if quoted else line)
        self._line = ""

    def text(self) -> str:
        """All that was seen."""
        self._break()
        return "\n".join(self._lines)
