"""Reads a report as a browser would: elements, their attributes and their text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"img", "meta", "col", "br"}


@dataclass
class Element:
    name: str
    attributes: dict
    children: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    def all(self, name=None, **attributes):
        """Return the elements within, in order, of a name and with these attributes."""
        found = []
        for each in self.children:
            if isinstance(each, str):
                continue
            wanted = {key.rstrip("_").replace("_", "-"): want for key, want in attributes.items()}
            if name in (None, each.name) and wanted.items() <= each.attributes.items():
                found.append(each)
            found += each.all(name, **attributes)
        return found

    def one(self, name=None, **attributes):
        (found,) = self.all(name, **attributes)
        return found

    @property
    def value(self):
        """The exact figure that is shown; None for a dash."""
        return float(self.attributes["value"]) if self.name == "data" else None


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        # Nothing may be left open, nor closed that is not.
        assert self.open.pop().name == tag

    def handle_data(self, data):
        self.open[-1].children.append(data)


def read_report(html):
    """Return the document; fails where elements are not nested as they are closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1
    return reader.root
