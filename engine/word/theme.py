"""The theme: the fonts and colours that styles and runs name by their part in it (ISO 29500-1 §20.1.6)."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from engine.word.xml import attr, child, local, path, q

_SLOTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
_SCHEME_NAMES = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", "text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2",
}  # fmt: skip
_ROUNDING = 4
_USUAL_MAPPING = {"t1": "dk1", "bg1": "lt1", "t2": "dk2", "bg2": "lt2"}
# What a language of w:themeFontLang asks of the theme's list of fonts by script.
_SCRIPTS = {
    "ja-JP": "Jpan", "zh-CN": "Hans", "zh-TW": "Hant", "ko-KR": "Hang", "vi-VN": "Viet", "ar-SA": "Arab",
    "he-IL": "Hebr", "th-TH": "Thai", "lo-LA": "Laoo", "km-KH": "Khmr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by "major-latin", "minor-cs" …; colours by their scheme names (dk1, accent1 …) as RRGGBB."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def font(self, part: str) -> str:
        """The font that "minorHAnsi", "majorEastAsia" … stand for; "" where the theme has none."""
        kind, slot = ("major", part[5:]) if part.startswith("major") else ("minor", part[5:])
        return self.fonts.get(f"{kind}-{_SLOTS.get(slot, '')}", "")

    def colour(self, name: str, tint: str = "", shade: str = "") -> str:
        """The colour that "accent1", "text1" … stands for, lightened or darkened; "" where the theme has none."""
        scheme = _SCHEME_NAMES.get(name, name)
        found = self.colours.get(scheme, "")
        return toned(found, tint, shade) if found else ""


def toned(colour: str, tint: str, shade: str) -> str:
    """RRGGBB with w:themeTint (towards white) and w:themeShade (towards black), hexadecimal 00–FF."""
    lighter, darker = _share(tint), _share(shade)
    if (lighter is None and darker is None) or not is_hex(colour):
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    if lighter is not None:
        light = light * lighter + (1 - lighter)
    if darker is not None:
        light *= darker
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def is_hex(colour: str) -> bool:
    """RRGGBB."""
    return len(colour) == 6 and all(c in "0123456789abcdefABCDEF" for c in colour)


def _share(text: str) -> float | None:
    try:
        return min(255, max(0, int(text, 16))) / 255
    except ValueError:
        return None


def read_theme(root: etree._Element | None, settings: etree._Element | None) -> Theme:
    """The theme of `theme1.xml`, its parts mapped as the settings say."""
    elements = child(root, "a:themeElements")
    languages = child(settings, "w:themeFontLang")
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        fonts.update(_fonts(kind, path(elements, "a:fontScheme", f"a:{kind}Font"), languages))
    return Theme(fonts, _colours(child(elements, "a:clrScheme"), child(settings, "w:clrSchemeMapping")))


def _fonts(kind: str, scheme: etree._Element | None, languages: etree._Element | None) -> dict[str, str]:
    if scheme is None:
        return {}
    by_script = {attr(f, "script"): attr(f, "typeface") for f in scheme.findall(q("a:font"))}
    found = {}
    for slot, language in (
        ("latin", ""),
        ("ea", attr(languages, "w:eastAsia")),
        ("cs", attr(languages, "w:bidi")),
    ):
        face = attr(child(scheme, f"a:{slot}"), "typeface") or by_script.get(_SCRIPTS.get(language, ""), "")
        found[f"{kind}-{slot}"] = face
    return found


def _colours(scheme: etree._Element | None, mapping: etree._Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in scheme if scheme is not None else ():
        for given in entry:
            # windowText and window are what Windows draws with; lastClr is what they were when saved.
            colour = attr(given, "lastClr") or attr(given, "val")
            if is_hex(colour):
                found[local(entry)] = colour.upper()
    for name, usual in _USUAL_MAPPING.items():
        told = attr(mapping, f"w:{name}")
        scheme_name = _SCHEME_NAMES.get(told, told) if told else usual
        if scheme_name in found:
            found[name] = found[scheme_name]
    return found


def shading_fill(shd: etree._Element | None, theme: Theme) -> str:
    """The colour that a w:shd lays behind: RRGGBB, "" for none. Patterns are told by the colour seen from afar."""
    if shd is None:
        return ""
    pattern = attr(shd, "w:val", "clear")
    if pattern == "nil":
        return ""
    fill = theme.colour(
        attr(shd, "w:themeFill"), attr(shd, "w:themeFillTint"), attr(shd, "w:themeFillShade")
    ) or _given(attr(shd, "w:fill"))
    ink = theme.colour(
        attr(shd, "w:themeColor"), attr(shd, "w:themeTint"), attr(shd, "w:themeShade")
    ) or _given(attr(shd, "w:color"))
    share = _pattern_share(pattern)
    return fill if share == 0 else _mixed(ink or "000000", fill or "FFFFFF", share)


def colour_of(element: etree._Element, theme: Theme) -> str:
    """The colour of a w:color: RRGGBB, "" for automatic."""
    named = theme.colour(
        attr(element, "w:themeColor"), attr(element, "w:themeTint"), attr(element, "w:themeShade")
    )
    given = _given(attr(element, "w:val"))
    # The colour that Word wrote beside it is the same but for Word's rounding, unless the theme was changed since.
    return given if not named or (given and _alike(named, given)) else named


def _alike(one: str, other: str) -> bool:
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    return all(abs(a - b) <= _ROUNDING for a, b in pairs)


def _given(text: str) -> str:
    return text.upper() if is_hex(text) else ""


def _pattern_share(pattern: str) -> float:
    if pattern == "solid":
        return 1.0
    digits = pattern.removeprefix("pct")
    if pattern.startswith("pct") and digits.isascii() and digits.isdigit():
        return min(1.0, int(digits) / 100)
    return 0.0 if pattern in ("clear", "") else 0.25  # stripes and crosses


def _mixed(ink: str, paper: str, share: float) -> str:
    pairs = ((int(ink[i : i + 2], 16), int(paper[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)
