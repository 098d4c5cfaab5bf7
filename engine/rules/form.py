"""The form that the decree asks of a component: size, weight, slant, capitals, and what is told where it is missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.errors import Severity
from engine.model.ruleset import Pair
from engine.rules.finding import Fault, Place, Said, at
from engine.rules.letter import Part, PartName, Strip, plain
from engine.rules.measuring import is_centred
from engine.word.mends import Mend, SetLook, SetShape
from engine.word.values import Paragraph, Run

_FEW = 3
_NOTHING = Said("Không phải sửa; hãy tự xem lại chỗ này.", "Nothing to mend; look at it yourself.")


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked of the letters; None is not asked. Italic and bold are False where upright and light are asked."""

    sizes: Pair | None = None
    bold: bool | None = None
    italic: bool | None = None
    upper: bool = False
    size: float | None = None
    """What a machine sets where the size is out of range; None is the nearest end of the range."""


def number_words(value: float) -> str:
    """A number as Vietnamese write it: "12,5"; two decimals at most."""
    return f"{round(value, 2):g}".replace(".", ",")


def range_words(limits: Pair) -> str:
    """ "12–13", or "13" where both ends are one."""
    low, high = (number_words(v) for v in limits)
    return low if low == high else f"{low}–{high}"


def form_faults(part: Part, form: Form, strips: Sequence[Strip] | None = None) -> Iterator[Fault]:
    """One fault for each property that letters of the component miss, with the change that mends it."""
    pieces = part.strips if strips is None else tuple(strips)
    if form.sizes is not None:
        yield from _size_faults(pieces, part.name, form.sizes, form.size)
    yield from _flag_faults(pieces, part.name, form)
    if form.upper:
        yield from _case_faults(pieces, part.name)


def _size_faults(
    pieces: Sequence[Strip], name: PartName, limits: Pair, best: float | None
) -> Iterator[Fault]:
    low, high = limits
    wrong = [(s, r) for s in pieces for r in s.runs if not low <= r.look.size <= high]
    if wrong:
        sizes = ", ".join(number_words(v) for v in sorted({r.look.size for _, r in wrong}))
        said = Said(
            f"cỡ chữ {sizes}, phải là {range_words(limits)}",
            f"size {sizes} pt, asked {range_words(limits)} pt",
        )
        mends = _mended(wrong, lambda k, o, look: SetLook(k, o, size=best or min(max(look.size, low), high)))
        yield Fault(at(wrong[0][0], name), said, mends=mends)


def _flag_faults(pieces: Sequence[Strip], name: PartName, form: Form) -> Iterator[Fault]:
    weight = Said("chữ không đậm", "not bold") if form.bold else Said("chữ đậm", "bold")
    slant = Said("chữ không nghiêng", "not italic") if form.italic else Said("chữ nghiêng", "italic")
    for asked, said, has, pen in (
        (form.bold, weight, _is_bold, lambda k, o, _: SetLook(k, o, bold=form.bold)),
        (form.italic, slant, _is_italic, lambda k, o, _: SetLook(k, o, italic=form.italic)),
    ):
        wrong = [
            (s, r) for s in pieces for r in s.runs if asked is not None and has(r) != asked and has_letters(r)
        ]
        if wrong:
            yield Fault(at(wrong[0][0], name), _in_part(said, pieces, wrong), mends=_mended(wrong, pen))


def _is_bold(run: Run) -> bool:
    return run.look.bold


def _is_italic(run: Run) -> bool:
    return run.look.italic


def has_letters(run: Run) -> bool:
    """Whether a weight or a slant can be seen: letters or digits."""
    return any(c.isalnum() for c in run.text)


def _in_part(said: Said, pieces: Sequence[Strip], wrong: Sequence[tuple[Strip, Run]]) -> Said:
    """Names the words where only some of the component's letters miss the form."""
    letters = [r for s in pieces for r in s.runs if has_letters(r)]
    if len(wrong) == len(letters):
        return said
    words = plain(wrong[0][1].text)
    return Said(f"{said.vi} ở “{words}”", f"{said.en} at “{words}”")


def _case_faults(pieces: Sequence[Strip], name: PartName) -> Iterator[Fault]:
    for strip in pieces:
        if not is_upper(strip):
            yield Fault(at(strip, name), Said("chữ không in hoa", "not in capitals"))
            return


def is_upper(strip: Strip) -> bool:
    """Whether all letters are shown as capitals, those made so by format included."""
    return all(run.look.caps or run.text == run.text.upper() for run in strip.runs)


def centre_faults(part: Part, *above: Part | None) -> Iterator[Fault]:
    """The component's lines that do not stand in the middle of their frame or below the parts named."""
    mates = [s for one in above if one is not None for s in one.strips]
    for strip in part.strips:
        centred = is_centred(strip, *mates)
        if centred is None:
            yield unknown(strip, part.name, Said("vị trí của dòng này", "where this line stands"))
            return
        if not centred:
            yield Fault(at(strip, part.name), Said("không canh giữa", "not centred"), mends=centring(strip))
            return


def unknown(strip: Strip, name: PartName, what: Said) -> Fault:
    """Says that something cannot be told from the file and so was not checked."""
    said = Said(
        f"Không xác định được {what.vi} nên không kiểm tra",
        f"{what.en} cannot be told, so it was not checked",
    )
    return Fault(at(strip, name), said, mend=_NOTHING, severity=Severity.INFO)


def centring(strip: Strip) -> tuple[Mend, ...]:
    """Centres a paragraph that holds nothing else; none where blanks or tabs push the piece."""
    text = strip.paragraph.text
    alone = not text[: strip.start].strip() and not text[strip.end :].strip()
    if not alone or "\t" in text or text != text.strip():
        return ()
    return (SetShape(strip.paragraph.key, align="center", left=0, right=0, first=0),)


_Pen = Callable[..., SetLook]


def _mended(wrong: Iterable[tuple[Strip, Run]], pen: _Pen) -> tuple[Mend, ...]:
    """One change for each run; none at all where a run belongs to something else too: half a mend is none."""
    found: dict[Mend, None] = {}
    for strip, run in wrong:
        if not owns_run(strip, run.ordinal):
            return ()
        found[pen(strip.paragraph.key, (run.ordinal,), run.look)] = None
    return tuple(found)


def owns_run(strip: Strip, ordinal: int) -> bool:
    """Whether the run's letters all lie inside the piece: a line set with tabs may share one run among two."""
    text = strip.paragraph.text
    return not any(
        text[run.start : strip.start].strip() or text[max(strip.end, run.start) : run.end].strip()
        for run in strip.paragraph.runs
        if run.ordinal == ordinal
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a fault that may be all over a letter: what is wrong there ("phông Arial"), and its change."""

    paragraph: Paragraph
    story: str
    what: Said
    mends: tuple[Mend, ...] = ()
    run: Run | None = None
    """The first run that is wrong, where it is not the whole paragraph."""
    part: PartName = PartName.OTHER

    @property
    def place(self) -> Place:
        piece = (
            Strip(self.paragraph, self.run.start, self.run.end) if self.run is not None else self.paragraph
        )
        return at(piece, self.part, self.story)


def gathered(spots: Sequence[Spot]) -> Iterator[Fault]:
    """Each place by itself while there are few; else one fault for each kind with the number of places.

    What a machine mends and what it leaves are told apart.
    """
    if len(spots) <= _FEW:
        yield from (Fault(s.place, s.what, mends=s.mends) for s in spots)
        return
    kinds: dict[tuple[Said, bool], list[Spot]] = {}
    for spot in spots:
        kinds.setdefault((spot.what, bool(spot.mends)), []).append(spot)
    for (what, _), several in kinds.items():
        mends = tuple(m for s in several for m in s.mends)
        if len(several) == 1:
            yield Fault(several[0].place, what, mends=mends)
            continue
        numbers = [str(s.paragraph.number) for s in several[:_FEW]]
        more = ", …" if len(several) > _FEW else ""
        vi = f"{what.vi} ở {len(several)} đoạn (đoạn {', '.join(numbers)}{more})"
        en = f"{what.en} in {len(several)} paragraphs (paragraphs {', '.join(numbers)}{more})"
        yield Fault(several[0].place, Said(vi, en), mends=mends)
