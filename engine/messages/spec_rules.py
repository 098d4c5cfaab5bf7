"""Texts of what can be wrong in a rule set."""

from engine.messages.catalogue import Text

TEXTS = {
    "SPEC-RULESET-LIMITS-BACKWARDS": Text(
        "Số nhỏ nhất lớn hơn số lớn nhất: {value}.",
        "Viết [nhỏ nhất, lớn nhất].",
        "The least is greater than the most: {value}.",
        "Write [least, most].",
    ),
    "SPEC-RULESET-PERIOD-BACKWARDS": Text(
        "Ngày hết hiệu lực (until) đứng trước ngày có hiệu lực (from).",
        "Xem lại from và until của bộ quy tắc.",
        "The last day (until) comes before the first day (from).",
        "Mend from and until of the rule set.",
    ),
    "SPEC-RULESET-OVERLAP": Text(
        "Bộ quy tắc “{id}” đã có ở {file}:{line} cho cùng thời gian.",
        "Đặt until cho bộ cũ trước ngày from của bộ mới, hoặc dùng mã khác.",
        "The rule set “{id}” stands at {file}:{line} already for the same time.",
        "Let the older one end (until) before the newer begins (from), or use another id.",
    ),
    "SPEC-UNKNOWN-RULE": Text(
        "Không có quy tắc “{name}”.",
        "Xem các quy tắc: congvan list rules.",
        "There is no rule “{name}”.",
        "See the rules: congvan list rules.",
    ),
    "SPEC-WRONG-COUNT": Text(
        "Chỗ này cần đúng {limit} giá trị, ví dụ [20, 25].",
        "Viết [nhỏ nhất, lớn nhất].",
        "Exactly {limit} values are wanted here, e.g. [20, 25].",
        "Write [least, most].",
    ),
}
