"""What a web page's head says of its article: meta tags, canonical link, JSON-LD (schema.org NewsArticle). Pure."""

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html

from articles.reading.canonical import canonical
from articles.segmentation.dates import parse_date
from articles.segmentation.spans import CopyFacts

_ARTICLE = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Background|Review)?(?:News)?Article|BlogPosting|Report|LiveBlogPosting"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.I)
_LONGEST = 500


def facts_of_page(page: lxml.html.HtmlElement) -> CopyFacts:
    """Facts of the page's head; JSON-LD first, since outlets keep it for search engines, then meta tags, then the title."""
    meta = _meta(page)
    said = next(_news_articles(page), {})
    outlet = meta.get("og:site_name") or _name(said.get("publisher")) or meta.get("application-name", "")
    headline = _words(said.get("headline")) or meta.get("og:title") or _words(page.findtext(".//title"))
    return CopyFacts(
        headline=_without_outlet(headline, outlet),
        byline=_byline(said, meta),
        published=_date(
            _words(said.get("datePublished"))
            or meta.get("article:published_time")
            or meta.get("datepublished")
            or _time(page)
        ),
        url=_url(page, said, meta),
        outlet=outlet,
    )


def _meta(page: lxml.html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if name and (content := _words(tag.get("content"))):
            found.setdefault(name, content)
    return found


def _news_articles(page: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in page.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for _ in range(1000):  # things inside things; a hostile page has more
            if not waiting:
                break
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting.extend(thing)
            elif isinstance(thing, dict):
                kinds = thing.get("@type")
                if any(
                    isinstance(kind, str) and _ARTICLE.fullmatch(kind)
                    for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield thing
                waiting.extend(thing.get(inner) for inner in ("@graph", "mainEntity", "mainEntityOfPage"))


def _words(value: Any) -> str:
    return " ".join(canonical(value[: 4 * _LONGEST]).split())[:_LONGEST] if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """The name of a person or organisation in JSON-LD, which may be a string, an object or a list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, dict.fromkeys(_name(one) for one in value[:20])))
    return _name(value.get("name")) if isinstance(value, dict) else _words(value)


def _byline(said: dict[str, Any], meta: dict[str, str]) -> str:
    for words in (
        _name(said.get("author")),
        meta.get("author", ""),
        meta.get("article:author", ""),
        meta.get("byl", ""),
        meta.get("parsely-author", ""),
    ):
        words = re.sub(r"^by:? ", "", words, flags=re.I)
        if words and not _ADDRESS.search(words) and "@" not in words:
            return words
    return ""


def _date(words: str) -> str:
    when = parse_date(words)
    return when.isoformat() if when else ""


def _time(page: lxml.html.HtmlElement) -> str:
    return next((_words(tag.get("datetime")) for tag in page.iter("time") if tag.get("datetime")), "")


def _url(page: lxml.html.HtmlElement, said: dict[str, Any], meta: dict[str, str]) -> str:
    links = [tag.get("href") or "" for tag in page.iter("link") if (tag.get("rel") or "").lower() == "canonical"]
    for address in (*links, meta.get("og:url", ""), _words(said.get("url"))):
        if _ADDRESS.fullmatch(address.strip()):
            return address.strip()
    return ""


def _without_outlet(headline: str, outlet: str) -> str:
    """ "Bridge shut - The Harrowgate Courier" → "Bridge shut"."""
    if outlet and headline.casefold().endswith(outlet.casefold()):
        return re.sub(r"\s*[|–—·:-]\s*$", "", headline[: -len(outlet)].rstrip()) or headline
    return headline
