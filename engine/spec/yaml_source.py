"""YAML → located data, with the traps of YAML 1.1 closed.

Only `true`, `false`, `null` (or nothing) and plain decimals are typed; all else stays the text that was
written: `no`, `07`, `7:30`, `2023-04-13`, `14.530` and citizen numbers keep their form. Keys are always text.
Duplicate keys, anchors, aliases, tags, merge keys and further documents are problems, never guesses. The
parser's events are read one by one on a stack of our own, so that depth and size are bounded beforehand.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from engine.errors import Problem, Where
from engine.spec.located import KeyPath, Located, Mark, display_name, path_text, problem_at
from engine.spec.slips import slip_in_line
from engine.spec.yaml_syntax import syntax_problems
from engine.spec.yaml_text import MAX_BYTES, clean, decode, lines_of, unfit_character

MAX_DEPTH = 32
MAX_NODES = 100_000
_MOST_TOLD = 100

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?")
# 14.530 is fourteen thousand to one reader and fourteen and a half to another: it stays text.
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_NULLS = frozenset({"", "~", "null"})
_BOOLEANS = {"true": True, "false": False}


def read_yaml(path: Path, shown_as: str = "") -> Located:
    """A file's data with positions; whatever is wrong with the file is in `problems`."""
    file = shown_as or display_name(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _unreadable(file, [problem_at(Where(file), "SPEC-NO-FILE")])
    except (OSError, ValueError) as error:
        return _unreadable(file, [problem_at(Where(file), "SPEC-UNREADABLE", reason=type(error).__name__)])
    return read_yaml_text(raw, file)


def read_yaml_text(source: str | bytes, file: str = "") -> Located:
    """The same from text or bytes at hand; `file` is only how problems name it."""
    if isinstance(source, str):
        if len(source.encode("utf-8", "surrogatepass")) > MAX_BYTES:
            return _unreadable(
                file, [problem_at(Where(file), "SPEC-TOO-LARGE", size=len(source), limit=MAX_BYTES)]
            )
        text, problems = clean(source, file)
    else:
        decoded, problems = decode(source, file)
        if decoded is None:
            return _unreadable(file, problems)
        text = decoded
    builder = _Builder(file, problems, lines_of(text))
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                break
    except yaml.YAMLError as error:
        return _unreadable(file, problems + syntax_problems(error, text, file))
    except ValueError:  # PyYAML's own scanner on "\U00110000": chr() out of range
        return _unreadable(file, [*problems, problem_at(Where(file), "SPEC-BAD-ESCAPE", text="")])
    return builder.result()


def _unreadable(file: str, problems: list[Problem]) -> Located:
    return Located(file, problems=tuple(problems), readable=False)


class _Frame:
    """A mapping or list that is being filled."""

    __slots__ = ("items", "key", "key_seen", "path", "skip")

    def __init__(self, items: Any, path: KeyPath):
        self.items = items
        self.path = path
        self.key: str | None = None
        self.key_seen = False
        self.skip = False


class _Builder:
    """Takes parser events in order and builds the data, its marks and its problems."""

    def __init__(self, file: str, problems: list[Problem], lines: list[str]):
        self.file = file
        self.lines = lines
        self.problems = problems
        self.values: dict[KeyPath, Mark] = {}
        self.keys: dict[KeyPath, Mark] = {}
        self.broken: set[KeyPath] = set()
        self.frames: list[_Frame] = []
        self.root: Any = None
        self.nodes = 0
        self.documents = 0
        self.ignored = 0  # depth inside a key or value that is not kept
        self.ignored_is_value = False
        self.cut_off = False

    def take(self, event: Any) -> bool:
        """Takes one event; false when the rest of the file is not worth reading."""
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.NodeEvent):
            return self._within_bounds(event) and self._node(event)
        return True

    def result(self) -> Located:
        if not self.cut_off and self.root is None:
            if not self.problems:
                self.problems.append(problem_at(Where(self.file, 1, 1), "SPEC-EMPTY"))
            self.cut_off = True
        return Located(
            self.file,
            self.root,
            self.values,
            self.keys,
            frozenset(self.broken),
            tuple(self.problems),
            not self.cut_off,
        )

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._tell("SPEC-SECOND-DOCUMENT", event, ())
            return False
        return True

    def _within_bounds(self, event: Any) -> bool:
        self.nodes += 1
        code = ""
        if len(self.frames) + self.ignored >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            code = "SPEC-TOO-DEEP"
        elif self.nodes > MAX_NODES:
            code = "SPEC-TOO-MANY"
        if code:
            self._tell(code, event, self._path(), limit=MAX_DEPTH if code == "SPEC-TOO-DEEP" else MAX_NODES)
            self.cut_off = True
            return False
        if len(self.problems) > _MOST_TOLD:
            self.cut_off = True
            return False
        return True

    def _node(self, event: Any) -> bool:
        if self.ignored:
            self.ignored += isinstance(event, yaml.CollectionStartEvent)
            return True
        frame = self.frames[-1] if self.frames else None
        if frame is not None and isinstance(frame.items, dict) and not frame.key_seen:
            self._key(frame, event)
        else:
            self._value(event)
        return True

    def _key(self, frame: _Frame, event: Any) -> None:
        frame.key_seen = True
        frame.key, frame.skip = None, True
        if isinstance(event, yaml.CollectionStartEvent):
            self._tell("SPEC-KEY-NOT-TEXT", event, frame.path, key="…")
            self.ignored, self.ignored_is_value = 1, False
            return
        if isinstance(event, yaml.AliasEvent):
            self._tell("SPEC-ALIAS", event, frame.path, name=event.anchor)
            return
        self._decorations(event, frame.path)
        key = unicodedata.normalize("NFC", event.value)
        path = (*frame.path, key)
        if _is_plain(event) and key == "<<":
            self._tell("SPEC-MERGE", event, path)
        elif _is_plain(event) and isinstance(_typed(key), bool | None):
            self._tell("SPEC-KEY-NOT-TEXT", event, path, key=key)
        elif self._unfit(event, key, path):
            pass
        elif key in frame.items:
            self._tell("SPEC-DUPLICATE-KEY", event, path, key=key, line=self.keys[path].line)
        else:
            frame.key, frame.skip = key, False
            frame.items[key] = None
            self.keys[path] = _mark(event)

    def _value(self, event: Any) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.skip:
            self._skip_value(frame, event)
            return
        path = self._path()
        self.values[path] = _mark(event)
        value = self._read(event, path)
        if frame is None:
            self.root = value
        elif isinstance(frame.items, list):
            frame.items.append(value)
        else:
            frame.items[frame.key] = value
        if isinstance(event, yaml.CollectionStartEvent):
            self.frames.append(_Frame(value, path))
        elif frame is not None:
            frame.key_seen = False

    def _skip_value(self, frame: _Frame, event: Any) -> None:
        frame.skip = False
        if isinstance(event, yaml.CollectionStartEvent):
            self.ignored, self.ignored_is_value = 1, True
        else:
            frame.key_seen = False

    def _read(self, event: Any, path: KeyPath) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._tell("SPEC-ALIAS", event, path, name=event.anchor)
            self.broken.add(path)
            return None
        self._decorations(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        return {} if isinstance(event, yaml.MappingStartEvent) else []

    def _scalar(self, event: Any, path: KeyPath) -> Any:
        value = unicodedata.normalize("NFC", event.value)
        if self._unfit(event, value, path):
            self.broken.add(path)
            return ""
        if _is_plain(event) and self._runs_on(event, path):
            self.broken.add(path)
        return _typed(value) if _is_plain(event) else value

    def _runs_on(self, event: Any, path: KeyPath) -> bool:
        """Whether the text took in a following line that was meant as an item of a list; tells it there."""
        end = event.end_mark
        for number in range(event.start_mark.line + 1, min(end.line + 1, len(self.lines))):
            line = self.lines[number]
            column = len(line) - len(line.lstrip())
            if number == end.line and end.column <= column:
                break
            code = "SPEC-RUNS-ON" if line.lstrip().startswith("- ") else slip_in_line(line)
            if code:
                place = Where(self.file, number + 1, column + 1, path_text(path))
                self.problems.append(Problem(code, place, {"text": line.strip()[:80]}))
                return True
        return False

    def _end(self) -> None:
        if self.ignored:
            self.ignored -= 1
            if not self.ignored and self.ignored_is_value:
                self.frames[-1].key_seen = False
            return
        self.frames.pop()
        if self.frames:
            self.frames[-1].key_seen = False

    def _decorations(self, event: Any, path: KeyPath) -> None:
        if event.anchor is not None:
            self._tell("SPEC-ANCHOR", event, path, name=event.anchor)
        if event.tag is not None:
            self._tell("SPEC-TAG", event, path, tag=event.tag)
            self.broken.add(path)

    def _unfit(self, event: Any, value: str, path: KeyPath) -> bool:
        found = unfit_character(value)
        if found is not None:
            self._tell(found[0], event, path, char=found[1])
        return found is not None

    def _path(self) -> KeyPath:
        if not self.frames:
            return ()
        frame = self.frames[-1]
        if isinstance(frame.items, list):
            return (*frame.path, len(frame.items))
        return (*frame.path, frame.key) if frame.key is not None else frame.path

    def _tell(self, code: str, event: Any, path: KeyPath, **params: Any) -> None:
        mark = _mark(event)
        place = Where(self.file, mark.line, mark.column, path_text(path))
        self.problems.append(Problem(code, place, params))


def _is_plain(event: Any) -> bool:
    return not event.style  # None from PyYAML's own parser, "" from libyaml's


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def _typed(value: str) -> Any:
    if value in _NULLS:
        return None
    if value in _BOOLEANS:
        return _BOOLEANS[value]
    if _DECIMAL.fullmatch(value) and not _THOUSANDS.fullmatch(value):
        return Decimal(value) if "." in value else int(value)
    return value
