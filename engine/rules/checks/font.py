"""Font, colour and encoding of every visible letter (Phụ lục I, I.4): TT-06, TT-07, TT-08."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from engine.errors import Severity
from engine.rules.case import Case
from engine.rules.finding import Fault, Said, nowhere
from engine.rules.form import Spot, gathered
from engine.rules.letter import PartName
from engine.rules.registry import rule
from engine.rules.visible import stamped, visible_paragraphs, visible_runs
from engine.word.encodings import has_own_code
from engine.word.mends import SetLook, SetShape, SetText
from engine.word.values import Look, Paragraph, Run, WordFile

_CLAUSE = "Phụ lục I, I.4"
_BLACK = frozenset({"", "000000"})
_WHITE = frozenset({"", "FFFFFF"})
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff]+")
_BLANKS = re.compile("[ \u00a0]+")
_MANY_HARD_BLANKS = 8
"""As many no-break spaces as this, more than there are blanks, are no ties between words but pasted web pages."""
_LEGACY_FONT = re.compile(r"^(\.vn|vni[- ])", re.IGNORECASE)
_ENOUGH = 3
"""Words of an old encoding from which on a paragraph is surely set in it: Noël and Citroën are not."""
_TCVN3 = re.compile("[A-Za-z][µ¸¶·¹¨»¾¼½©ªÆ«¬®§][A-Za-z]{0,8}")
_VNI = re.compile("[A-Za-z]{0,8}(?:[aeiouyAEIOUY][øûïäåëØÛÏÄÅË]|[öÖ][ùøûõïÙØÛÕÏ])[A-Za-z]{0,8}")


@rule(
    "TT-06",
    Severity.ERROR,
    _CLAUSE,
    asks=("Phông chữ tiếng Việt {font}.", "The font {font}."),
    mend=(
        "Ctrl+A rồi Home → Font → {font}; làm lại trong đầu trang, chân trang, hộp chữ và chú thích.",
        "Ctrl+A, then Home → Font → {font}; again in headers, footers, text boxes and notes.",
    ),
    wrong="Nội dung bằng phông Arial",
    right="Toàn bộ văn bản bằng phông Times New Roman",
    why="Xét chữ nhìn thấy được, kể cả đầu trang, chân trang, hộp chữ, chú thích. Ký hiệu không phải chữ, số "
    "(dấu tích, mũi tên) được dùng phông khác.",
)
def font_is_times(case: Case) -> Iterator[Fault]:
    spots: list[Spot] = []
    for paragraph, story in visible_paragraphs(case.letter.word):
        wrong: dict[str, list[Run]] = {}
        for run in visible_runs(paragraph):
            for font in _wrong_fonts(run, case.law.font):
                wrong.setdefault(font, []).append(run)
        for font, runs in wrong.items():
            mends = _in_font(paragraph, runs, case.law.font)
            part = case.parts.part_at(paragraph, runs[0].start)
            spots.append(Spot(paragraph, story, _font_words(font), mends, runs[0], part))
    yield from gathered(spots)


def _in_font(paragraph: Paragraph, runs: Sequence[Run], font: str) -> tuple[SetLook, ...]:
    """Nothing is set where a run's font has a code of its own: in another font its words would be others."""
    if any(has_own_code(r.look.ascii) or has_own_code(r.look.hansi) for r in runs):
        return ()
    return (SetLook(paragraph.key, tuple(dict.fromkeys(r.ordinal for r in runs)), font=font),)


def _wrong_fonts(run: Run, asked: str) -> tuple[str, ...]:
    """Fonts of its letters and digits that are another family. Vietnamese letters are set in `hansi`."""
    look = run.look
    if _is_family(look.ascii, asked) and _is_family(look.hansi, asked):
        return ()
    used = (look.ascii if c < "\x80" else look.hansi for c in run.text if c.isalnum())
    return tuple(font for font in dict.fromkeys(used) if not _is_family(font, asked))


def _is_family(font: str, asked: str) -> bool:
    return font == asked or font.casefold().startswith(asked.casefold())


def _font_words(font: str) -> Said:
    if _LEGACY_FONT.match(font):
        return Said(
            f"phông {font} (mã TCVN3 hoặc VNI, không phải Unicode)", f"font {font} (TCVN3 or VNI, no Unicode)"
        )
    return Said(f"phông {font or 'không rõ tên'}", f"font {font or 'without a name'}")


@rule(
    "TT-07",
    Severity.ERROR,
    _CLAUSE,
    asks=("Chữ màu đen, không tô nền.", "Black letters, no highlight, no shading."),
    mend=(
        "Chọn chữ, Home → Font Color → Automatic; Text Highlight Color → No Color; Shading → No Color.",
        "Select the text, Home → Font Color → Automatic; Text Highlight Color → No Color; Shading → No Color.",
    ),
    wrong="Thời hạn in màu đỏ",
    right="Thời hạn in đậm, màu đen",
    why="Hình ảnh, dấu chỉ độ khẩn, độ mật và dấu đến không bị xét.",
)
def letters_are_black(case: Case) -> Iterator[Fault]:
    spots: list[Spot] = []
    free = stamped(case.letter)
    for paragraph, story in visible_paragraphs(case.letter.word):
        if paragraph.key not in free:
            spots.extend(_coloured(case, paragraph, story))
    yield from gathered(spots)


def _coloured(case: Case, paragraph: Paragraph, story: str) -> Iterator[Spot]:
    runs = [r for r in visible_runs(paragraph) if not _is_plain(r.look)]
    if runs:
        mends = (SetLook(paragraph.key, tuple(dict.fromkeys(r.ordinal for r in runs)), plain_colour=True),)
        part = case.parts.part_at(paragraph, runs[0].start)
        yield Spot(paragraph, story, _colour_words(runs[0].look), mends, runs[0], part)
    elif paragraph.shape.shading not in _WHITE and not paragraph.is_blank:
        said = Said(f"đoạn tô nền {paragraph.shape.shading}", f"paragraph shaded {paragraph.shape.shading}")
        shaded = (SetShape(paragraph.key, plain_colour=True),)
        yield Spot(paragraph, story, said, shaded, part=case.parts.part_at(paragraph))


def _is_plain(look: Look) -> bool:
    return look.colour in _BLACK and not look.highlight and look.shading in _WHITE


_COLOURS = {
    "FF0000": ("đỏ", "red"),
    "C00000": ("đỏ sẫm", "dark red"),
    "0000FF": ("xanh lam", "blue"),
    "0070C0": ("xanh lam", "blue"),
    "00B0F0": ("xanh da trời", "light blue"),
    "002060": ("xanh đậm", "dark blue"),
    "000080": ("xanh đậm", "dark blue"),
    "0563C1": ("xanh của liên kết", "hyperlink blue"),
    "00B050": ("xanh lá", "green"),
    "008000": ("xanh lá", "green"),
    "92D050": ("xanh nõn chuối", "light green"),
    "FFFF00": ("vàng", "yellow"),
    "FFC000": ("cam", "orange"),
    "7030A0": ("tím", "purple"),
    "FFFFFF": ("trắng", "white"),
    "808080": ("xám", "grey"),
    "7F7F7F": ("xám", "grey"),
}


def _colour_words(look: Look) -> Said:
    if look.colour not in _BLACK:
        vi, en = _COLOURS.get(look.colour.upper(), ("", ""))
        code = look.colour.upper()
        return (
            Said(f"chữ màu {vi} ({code})", f"{en} letters ({code})")
            if vi
            else Said(f"chữ màu {code}", f"letters in colour {code}")
        )
    if look.highlight:
        return Said(f"tô nền chữ {look.highlight}", f"highlight {look.highlight}")
    return Said(f"tô nền chữ {look.shading}", f"shading {look.shading}")


@rule(
    "TT-08",
    Severity.WARNING,
    _CLAUSE,
    asks=(
        "Bộ mã ký tự Unicode theo TCVN 6909:2001, chữ dựng sẵn; không có ký tự ẩn.",
        "Unicode by TCVN 6909:2001, composed letters; no invisible characters.",
    ),
    mend=(
        "Đặt bộ gõ ở bảng mã “Unicode dựng sẵn” và gõ lại, hoặc dùng công cụ chuyển mã (UniKey: Ctrl+Shift+F6). "
        "Ký tự ẩn: Home → Replace, tìm ^s (dấu cách không ngắt) thay bằng dấu cách.",
        "Set the keyboard to composed Unicode and type again, or convert (UniKey: Ctrl+Shift+F6). Invisible "
        "characters: Home → Replace, find ^s (no-break space), replace by a blank.",
    ),
    wrong="“Cộng hòa” gõ bằng Unicode tổ hợp: o + ̣ + ̂",
    right="“Cộng hòa” gõ bằng Unicode dựng sẵn",
    why="Unicode tổ hợp, chữ gõ bằng bảng mã TCVN3 hoặc VNI, ký tự rộng bằng không, nhiều dấu cách không ngắt "
    "liền nhau. Chỗ để trống ở số và ngày không bị xét. Sửa đổi chưa chấp nhận (Track Changes) là lưu ý ở đây: như "
    "ký tự ẩn, chúng đi theo tệp mà bản in không cho thấy.",
    sure=False,
)
def text_is_composed_unicode(case: Case) -> Iterator[Fault]:
    spots: list[Spot] = []
    letter = case.letter
    yield from _tracked(letter.word)
    blanks = {s.paragraph.key for p in (letter.number, letter.place_date) if p is not None for s in p.strips}
    for paragraph, story in visible_paragraphs(letter.word):
        if paragraph.text.isascii():
            continue
        text, part = _shown(paragraph), case.parts.part_at(paragraph)
        for said in _encodings(text):
            spots.append(Spot(paragraph, story, said, part=part))
        for said, mends in _unseen(paragraph, text, paragraph.key in blanks):
            spots.append(Spot(paragraph, story, said, mends, part=part))
    yield from gathered(spots)


def _tracked(word: WordFile) -> Iterator[Fault]:
    """Changes that nobody has accepted yet: read as accepted."""
    if word.insertions or word.deletions:
        told = Said(
            f"tệp còn {word.insertions} chỗ chèn, {word.deletions} chỗ xóa chưa chấp nhận (Track Changes); đã kiểm tra "
            "như khi chấp nhận hết",
            f"{word.insertions} insertions and {word.deletions} deletions are not accepted; read as if they were",
        )
        yield Fault(nowhere(PartName.BODY), told, _ACCEPT, Severity.INFO)


_ACCEPT = Said(
    "Review → Accept → Accept All Changes and Stop Tracking, rồi lưu lại trước khi gửi.",
    "Review → Accept → Accept All Changes and Stop Tracking, then save before sending.",
)


def _shown(paragraph: Paragraph) -> str:
    """The text with hidden letters as line ends, so that places stay what they are."""
    shown = "".join("\n" * len(r.text) if r.look.hidden else r.text for r in paragraph.runs)
    return shown if len(shown) == len(paragraph.text) else paragraph.text


def _encodings(text: str) -> Iterator[Said]:
    if not unicodedata.is_normalized("NFC", text):
        yield Said("chữ Unicode tổ hợp (dấu tách rời)", "decomposed Unicode (separate marks)")
    elif len(set(_TCVN3.findall(text))) >= _ENOUGH:
        yield Said("chữ gõ bằng bảng mã TCVN3 (ABC)", "letters in the encoding TCVN3 (ABC)")
    elif len(set(_VNI.findall(text))) >= _ENOUGH:
        yield Said("chữ gõ bằng bảng mã VNI", "letters in the encoding VNI")


def _unseen(
    paragraph: Paragraph, text: str, may_be_blank: bool
) -> Iterator[tuple[Said, tuple[SetText, ...]]]:
    found = list(_INVISIBLE.finditer(text))
    if found:
        mends = tuple(SetText(paragraph.key, m.start(), m.end(), "") for m in found)
        yield Said("ký tự ẩn rộng bằng không", "zero-width characters"), mends
    if "\u00a0" not in text:
        return
    hard = [m for m in _BLANKS.finditer(text) if m.group().count("\u00a0") > 1]
    if not hard and text.count("\u00a0") >= max(_MANY_HARD_BLANKS, text.count(" ")):
        hard = list(re.finditer("\u00a0", text))
    if hard and not may_be_blank:
        mends = tuple(SetText(paragraph.key, m.start(), m.end(), " ") for m in hard)
        yield Said("dấu cách không ngắt dùng thay dấu cách", "no-break spaces instead of blanks"), mends
