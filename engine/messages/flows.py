"""Texts of what can go wrong while a run is carried out or its server is started."""

from __future__ import annotations

from engine.messages.catalogue import Text

TEXTS = {
    "FLOW-PART-FAILED": Text(
        "Chưa phát hành được cho “{part}” ({failed}/{total} phần bị lỗi).",
        "Xử lý lỗi ghi kèm rồi chạy lại lệnh issue: phần đã xong giữ nguyên, chỉ làm nốt phần còn thiếu.",
        "“{part}” was not issued ({failed} of {total} parts failed).",
        "Mend the problem shown with it and run issue again: what is done is kept, only the rest is made.",
    ),
    "FLOW-CRASHED": Text(
        "Lượt chạy bị dừng ngoài dự kiến: {detail}",
        "Chạy lại lệnh issue; nếu vẫn lỗi, dùng --direct (không qua Prefect) và báo lại dòng này.",
        "The run was stopped unexpectedly: {detail}",
        "Run issue again; if it fails again, run it with --direct (without Prefect) and report this message.",
    ),
    "FLOW-SERVER-LOST": Text(
        "Lưu ý: máy chủ theo dõi đã tắt giữa chừng; văn bản đã phát hành xong.",
        "Không phải làm gì thêm; trang theo dõi có thể ghi thiếu lượt chạy này.",
        "Note: the tracking server stopped during the run; everything was issued.",
        "Nothing is left to do; the tracking pages may not show all of this run.",
    ),
    "FLOW-SERVER-FAILED": Text(
        "Không khởi động được máy chủ theo dõi (Prefect): {detail}",
        "Xem nhật ký {log}; trong khi chờ, lệnh issue --direct vẫn phát hành được.",
        "The tracking server (Prefect) did not start: {detail}",
        "See the log {log}; meanwhile issue --direct still works.",
    ),
    "FLOW-PORT-IN-USE": Text(
        "Cổng {port} trên {host} đang có chương trình khác dùng.",
        "Chọn cổng khác, ví dụ: congvan serve --port {other}.",
        "Port {port} on {host} is used by another program.",
        "Choose another port, for example: congvan serve --port {other}.",
    ),
    "FLOW-ALREADY-SERVED": Text(
        "Thư mục dữ liệu này đã có máy chủ đang chạy tại {url} (tiến trình {pid}).",
        "Mở địa chỉ đó, hoặc dừng máy chủ cũ trước khi chạy lại.",
        "This home is already served at {url} (process {pid}).",
        "Open that address, or stop that server before starting another.",
    ),
    "FLOW-HOST-NOT-LOCAL": Text(
        "{host} không phải địa chỉ nội bộ của máy; máy chủ theo dõi không có mật khẩu nên không mở ra mạng.",
        "Dùng 127.0.0.1 và đặt máy chủ web có đăng nhập ở phía trước nếu cần xem từ máy khác.",
        "{host} is not a loopback address; the tracking server has no password and stays off the network.",
        "Use 127.0.0.1, and put a web server with a login in front of it to watch from another machine.",
    ),
}
