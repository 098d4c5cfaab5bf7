"""What the operating system refuses, in the reader's language."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from engine.cli.language import say

_WORDS: Mapping[int, tuple[str, str]] = {
    errno.EACCES: ("không có quyền", "no permission"),
    errno.EPERM: ("không có quyền", "no permission"),
    errno.EROFS: ("đĩa chỉ cho đọc", "the disk is read-only"),
    errno.ENOENT: ("không có", "it does not exist"),
    errno.ENOTDIR: ("một phần của đường dẫn không phải thư mục", "part of the path is no folder"),
    errno.EISDIR: ("đây là thư mục", "it is a folder"),
    errno.ENAMETOOLONG: ("tên quá dài", "the name is too long"),
    errno.ELOOP: ("liên kết quẩn vòng", "links run in a circle"),
    errno.ENOSPC: ("đĩa đã đầy", "the disk is full"),
    errno.EDQUOT: ("hết hạn mức đĩa", "the disk quota is used up"),
    errno.EIO: ("lỗi đĩa", "a fault of the disk"),
    errno.EBUSY: ("đang được dùng", "it is in use"),
    errno.ENXIO: ("không có thiết bị", "no such device"),
}


def system_words(error: OSError) -> str:
    """Why it refused; its own words where they are not known here."""
    words = _WORDS.get(error.errno or 0)
    return say(*words) if words is not None else error.strerror or str(error)
