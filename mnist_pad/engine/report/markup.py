"""HTML made of elements: whatever is not made here is text, and escaped."""

from html import escape
from typing import Final

from mnist_pad.base.wording import printable

_VOID: Final = ("img", "meta", "col")


class Markup(str):
    """A text that is HTML, made by `tag`; nothing else may make one of what is given."""

    __slots__ = ()


Child = str | Markup


def tag(name: str, /, *children: Child, **attributes: object) -> Markup:
    """Return an element; children that are no Markup, and attributes, are escaped.

    An attribute's name may end with an underscore, where Python has a word like it; underscores
    within stand for hyphens.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_markup(value)}"'
        for key, value in attributes.items()
    )
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{together(*children)}</{name}>")


def together(*children: Child) -> Markup:
    """Return children one after the other, escaped where they are no Markup."""
    return Markup("".join(map(_markup, children)))


def data(shown: str, value: float | None, **attributes: object) -> Markup:
    """Return a figure as people read it, with its exact value for programs."""
    if value is None:
        return tag("span", shown, **attributes)
    return tag("data", shown, value=repr(value), **attributes)


def _markup(value: object) -> str:
    if isinstance(value, Markup):
        return value
    # What cannot be printed, a lone surrogate or what turns the direction round, goes as well.
    return escape(printable(str(value)), quote=True)
