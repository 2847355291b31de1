"""A comment about something else than the post it stands under. When unsure, silent.

It is about something else when it has words of a subject that the post has none of, the post has words of another subject (or enough of its
own), the two share no content word, and nothing in the comment points back at the post: thanks, wishes, "he", "you".

Options: `subjects`, a table of subject = [pieces of words]; a piece counts wherever it stands in a word (Dutch compounds), with `_` for where a
word begins or ends. `kin`: pairs of subjects that go together. `points_back`: a pattern of words that refer to the post. `talks`: words of a conversation, the same
unless there are `acts`. `shared`: how many letters two words must have in common at their begin to be the same word. `alone`: subjects that are brought along everywhere: one word of
them is enough under a post whose subject isn't known. `weak`: a pattern of words said under any post ("bus", "vote"): one such word alone says
nothing, and under a question one word of any kind doesn't. `acts`: a pattern of what begins something of one's own (an offer, a question to
everybody, a hobby horse): then one word, or a thing brought along (`own`), is enough and `kin` don't count; without it a comment under a question
is taken for an answer. `ties`: every word that makes a reaction of a comment; one of some length without any of them, under no question, is
apart from the post whatever its subject is. `tongue`, `foreign`: small words of the language of the rule, and of the other.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

if TYPE_CHECKING:
    from ..engine.text import Text

_WORD = re.compile(r"[a-z][a-z'-]+|\d[\d.,:]*")
_LETTERS = re.compile(r"(?<![@#\w])[a-z][a-z'-]*")
_LONGEST = 500
_PLURAL = "s?_"


class Lexicon(NamedTuple):
    """What tells a subject: plain pieces, found by one scan, with (subject, whether a word begins there, and ends), and the few that are patterns."""

    scan: ahocorasick_rs.AhoCorasick
    pieces: tuple[tuple[tuple[str, bool, bool], ...], ...]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]

    def read(self, view: str) -> dict[str, set[str]]:
        """The subjects of `view`, each with the words that tell it."""
        found: dict[str, set[str]] = defaultdict(set)
        for which, start, stop in self.scan.find_matches_as_indexes(view, overlapping=True):
            first, last = not view[start - 1 : start].isalnum(), not view[stop : stop + 1].isalnum()
            for subject, begins, ends in self.pieces[which]:
                if first >= begins and last >= ends:
                    found[subject].add(view[start:stop])
        for subject, pattern in self.patterns:
            if words := pattern.findall(view):
                found[subject].update(words)
        return found


def find(text: "Text", options: Mapping[str, object]) -> Iterable[tuple[int, int]]:
    post = text.replying_to
    if post is None or not text.view.strip() or len(text.view) > _LONGEST:
        return
    if not _in_its_tongue(text.view, options):
        return
    subjects = options["subjects"]
    assert isinstance(subjects, dict)
    lexicon = _lexicon(tuple((name, tuple(pieces)) for name, pieces in subjects.items()))
    mine, theirs = lexicon.read(text.view), lexicon.read(post.view)
    acts = _has("acts", text.view, options)
    if _related(mine.keys(), theirs.keys(), () if acts else options.get("kin", ())):
        return
    apart = _nothing_ties(text.view, post.view, options) or _brings_along(mine, theirs, text.view, post.view, options, acts)
    if apart and not _share_a_word(text.view, post.view, int(str(options["shared"]))):
        start = len(text.original) - len(text.original.lstrip())
        yield start, len(text.original.rstrip())


def _has(option: str, view: str, options: Mapping[str, object]) -> bool:
    return option in options and re.search(str(options[option]), view) is not None


def _in_its_tongue(view: str, options: Mapping[str, object]) -> bool:
    """Whether the comment has no fewer small words of the rule's language than of the other."""
    own = len(re.findall(str(options["tongue"]), view))
    return own > 0 and own >= len(re.findall(str(options["foreign"]), view))


def _nothing_ties(view: str, post: str, options: Mapping[str, object]) -> bool:
    """Whether it is a sentence of its own, under no question, without any word that a reaction has."""
    return (
        "ties" in options
        and "?" not in post
        and len(_content(post)) >= 2
        and len(_LETTERS.findall(view)) >= 4
        and not _has("ties", view, options)
        and not _has("points_back", view, options)
    )


def _brings_along(mine: Mapping[str, set[str]], theirs: Mapping[str, set[str]], view: str, post: str, options: Mapping[str, object], acts: bool) -> bool:
    """Whether it has a subject of its own, and nothing in it points back."""
    if not mine and not (acts and _has("own", view, options)):
        return False
    if _has("points_back", view, options) or (not acts and _has("talks", view, options)):
        return False
    if not acts and _too_little({word for found in mine.values() for word in found}, post, options):
        return False
    return bool(theirs) or _telling(mine, post, options, acts)


@lru_cache(maxsize=8)
def _lexicon(subjects: tuple[tuple[str, tuple[str, ...]], ...]) -> Lexicon:
    pieces: dict[str, list[tuple[str, bool, bool]]] = defaultdict(list)
    patterns = []
    for name, listed in subjects:
        odd = []
        for piece in listed:
            plain = piece.removesuffix(_PLURAL)
            if re.search(r"[\\?*+.(\[]", plain):
                odd.append(re.sub("^_|_$", r"\\b", piece))
                continue
            word = plain.strip("_")
            for form in (word, word + "s") if plain != piece else (word,):
                pieces[form].append((name, piece.startswith("_"), piece.endswith("_")))
        if odd:
            patterns.append((name, re.compile("|".join(odd))))
    return Lexicon(ahocorasick_rs.AhoCorasick(list(pieces)), tuple(map(tuple, pieces.values())), tuple(patterns))


def _too_little(words: set[str], post: str, options: Mapping[str, object]) -> bool:
    """Whether the words found could stand in an answer to the post as well. Without `weak` every word counts."""
    if "?" in post and "acts" in options:
        return True
    if "weak" not in options:
        return False
    if len(words) > 1:
        return False
    return "?" in post or all(re.fullmatch(str(options["weak"]), word) for word in words)


def _related(mine: Collection[str], theirs: Collection[str], kin: object) -> bool:
    assert isinstance(kin, list | tuple)
    return any(name in theirs for name in mine) or any((a in mine and b in theirs) or (b in mine and a in theirs) for a, b in kin)


def _telling(mine: Mapping[str, set[str]], post: str, options: Mapping[str, object], acts: bool) -> bool:
    """Whether the comment says enough of a subject of its own to be about something else than a post of no known subject."""
    alone = options.get("alone", ())
    assert isinstance(alone, list | tuple)
    least = 1 if acts or not mine.keys().isdisjoint(alone) else 2
    return len(_content(post)) >= least and (acts or "?" not in post)


def _content(view: str) -> set[str]:
    """Words that carry a subject: the longer ones."""
    return {w for w in _WORD.findall(view) if len(w) >= 5}


def _share_a_word(draft: str, post: str, letters: int) -> bool:
    """Whether a content word of the one begins like, or is a part of, a content word of the other ("fietspad", "fietser"; "paneel", "zonnepaneel")."""
    return any(a[:letters] == b[:letters] or a[:letters] in b or b[:letters] in a for a in _content(draft) for b in _content(post))
