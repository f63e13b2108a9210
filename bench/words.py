"""The words of the corpus: names of places and persons, and sentences with blanks."""

from __future__ import annotations

# Together they name no real place: the portal would give those pages of their own.
FIRST = (
    "Ái", "Bách", "Biên", "Cẩn", "Chính", "Đăng", "Diệu", "Hiếu", "Khuê", "Kính", "Lạc", "Ngân",
    "Nhã", "Quý", "Thục", "Uyển", "Việt",
)  # fmt: skip
SECOND = (
    "Am", "Bảng", "Đài", "Giáp", "Khánh", "Kiều", "Lĩnh", "Ngạn", "Nham", "Phổ", "Quế", "Tâm",
    "Tường", "Uyên", "Vọng",
)  # fmt: skip
FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Trịnh", "Đinh",
)  # fmt: skip
MIDDLE = (
    ("Văn", "Đức", "Minh", "Quốc", "Hữu", "Xuân", "Công", "Thanh"),
    ("Thị", "Thị Thu", "Thị Minh", "Ngọc", "Thị Kim", "Khánh", "Thị Hồng", "Thanh"),
)
GIVEN = (
    ("An", "Bảo", "Cường", "Dũng", "Hải", "Hùng", "Khang", "Long", "Nam", "Phúc", "Quân", "Tuấn"),
    ("Anh", "Châu", "Dung", "Hạnh", "Hiền", "Lan", "Mai", "Nga", "Phương", "Thảo", "Thúy", "Yến"),
)

DEPARTMENTS = (
    "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế", "Sở Công Thương",
    "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "Sở Nông nghiệp và Môi trường",
    "Sở Ngoại vụ", "Thanh tra", "Văn phòng UBND",
    "Trung tâm Phục vụ hành chính công",
)  # fmt: skip
OFFICES = ("Phòng Nội vụ", "Phòng Tư pháp", "Phòng Tài chính - Kế hoạch")

KINDS = ("tin", "tin", "tin", "tin", "kế hoạch", "phát động", "kiểm tra", "giao ước")
PLANS = (
    ("Kế hoạch", "KH-UBND"), ("Công văn", "UBND-NC"), ("Chỉ thị", "CT-UBND"),
    ("Quyết định", "QĐ-UBND"), ("Báo cáo", "BC-UBND"),
)  # fmt: skip
THEMES = (
    "Cải cách hành chính, vì Nhân dân phục vụ", "Một cửa thân thiện, hồ sơ đúng hẹn",
    "Cán bộ, công chức thi đua xây dựng văn hóa công sở", "Chuyển đổi số từ cơ sở",
    "Ngày không hẹn, giờ không chờ", "Nâng cao chỉ số hài lòng của người dân",
    "Dữ liệu đúng, đủ, sạch, sống", "Mỗi công chức một sáng kiến",
)  # fmt: skip

TITLES = (
    "{unit} giải quyết sớm hạn {p}% hồ sơ trong tháng {month}",
    "{unit} cắt giảm thời gian của {n} thủ tục hành chính",
    "{unit} thí điểm nhận hồ sơ tại nhà cho người cao tuổi",
    "{unit}: {p}% hồ sơ được nộp trực tuyến trong quý",
    "{unit} kiểm tra công vụ tại {n} bộ phận chuyên môn",
    "{unit} đối thoại với {n} hộ kinh doanh về thủ tục đất đai",
    "{unit} ra mắt tổ công nghệ số cộng đồng tại {place}",
    "{unit} công khai kết quả khảo sát sự hài lòng của người dân",
    "{unit} số hóa {n} hồ sơ lưu trữ trước thời hạn",
    "{unit} tổ chức ngày thứ Bảy vì dân tại {place}",
)
AWARD_TITLES = (
    "{unit} khen thưởng tập thể, cá nhân tiêu biểu về cải cách hành chính năm {year}",
    "{unit} biểu dương điển hình trong phong trào thi đua năm {year}",
    "{unit} tặng thưởng những sáng kiến cải cách hành chính năm {year}",
)
CONTEST_TITLES = (
    "{unit} tổng kết hội thi cải cách hành chính năm {year}",
    "{unit} trao giải cuộc thi tìm hiểu cải cách hành chính năm {year}",
)
SUMMARIES = (
    "Sau {n} ngày thực hiện, {unit} ghi nhận tỷ lệ hồ sơ đúng hẹn đạt {p}% và số lượt đi lại của "
    "người dân giảm rõ rệt.",
    "Cách làm mới giúp người dân ở {place} bớt một lần đi lại; {unit} sẽ mở rộng sang các lĩnh vực "
    "khác trong quý tới.",
    "Qua rà soát {n} thủ tục, {unit} đề xuất bỏ những giấy tờ mà cơ quan nhà nước đã có trong cơ "
    "sở dữ liệu.",
    "{unit} đặt mục tiêu {p}% người dân hài lòng với sự phục vụ của bộ phận một cửa trong năm nay.",
)
SENTENCES = (
    "Bộ phận một cửa tiếp nhận {n} hồ sơ, giải quyết sớm hạn {p}%.",
    "Người dân có thể nộp hồ sơ tại nhà và nhận kết quả qua bưu chính công ích.",
    "Đơn vị rà soát {n} thủ tục, đề nghị cắt giảm thời gian của {m} thủ tục.",
    "Đoàn kiểm tra làm việc với {n} công chức và ghi nhận {m} kiến nghị.",
    "Tỷ lệ hồ sơ nộp trực tuyến tăng {m} điểm phần trăm so với cùng kỳ năm trước.",
    "Các tổ công nghệ số cộng đồng đã hướng dẫn {n} lượt người dân trong tháng {month}.",
    "Tại {place}, {n} hộ dân đã cài đặt ứng dụng định danh và biết cách tra cứu hồ sơ của mình.",
    "Công chức {field} giải thích từng bước, in sẵn tờ khai mẫu và dán ở nơi dễ nhìn.",
    "Theo {person}, {role} của đơn vị, phần lớn hồ sơ chậm là do thiếu giấy tờ ngay từ đầu.",
    "Mỗi phiếu hẹn ghi rõ người xử lý, số điện thoại của quầy và ngày trả kết quả.",
    "Thời gian chờ trung bình tại quầy {field} giảm từ {m} phút xuống còn {k} phút.",
    "Ở lĩnh vực {field}, {n} hồ sơ được trả trước hẹn ít nhất một ngày làm việc.",
    "Hằng tuần, lãnh đạo đơn vị dành một buổi để nghe người dân phản ánh và trả lời ngay.",
    "{person}, người dân {place}, cho biết lần này chỉ phải đến một lần.",
    "Kho hồ sơ giấy với {n} tập được quét, đặt tên thống nhất và gắn mã để dễ tìm.",
    "Những trường hợp trễ hẹn đều có thư xin lỗi, nêu lý do và ngày hẹn mới.",
    "Đơn vị thống nhất với {place} việc chia sẻ dữ liệu dân cư, tránh yêu cầu giấy tờ trùng lặp.",
    "Qua khảo sát {n} người, {p}% hài lòng với thái độ phục vụ, cao hơn kỳ trước {k} điểm.",
    "Việc luân phiên công chức giữa các quầy giúp không nơi nào quá tải vào đầu tuần.",
    "Hệ thống nhắn tin tự động báo cho người nộp khi hồ sơ chuyển sang bước tiếp theo.",
    "Lịch tiếp công dân được niêm yết tại trụ sở và trên trang thông tin điện tử.",
    "Trong {k} tháng, số cuộc gọi hỏi về thủ tục giảm một nửa vì hướng dẫn đã rõ hơn.",
    "Phần mềm cảnh báo màu vàng khi hồ sơ còn hai ngày, màu đỏ khi đến hạn.",
    "Các thôn, tổ dân phố ở {place} lập nhóm trao đổi để nhắc nhau nộp hồ sơ đúng mẫu.",
    "Đơn vị đề nghị cấp trên sớm kết nối dữ liệu {field} để người dân không phải khai lại.",
    "Một số nơi còn lúng túng khi xử lý hồ sơ liên thông, nhất là lĩnh vực {field}.",
    "Kinh nghiệm cho thấy khâu tiếp nhận kỹ giúp giảm hẳn số lần yêu cầu bổ sung.",
    "Đến hết tháng {month}, {n} hồ sơ {field} đã có bản điện tử dùng lại được.",
    "Người lớn tuổi được đưa vào quầy ưu tiên, có ghế ngồi và người đi cùng hướng dẫn.",
    "Lãnh đạo đơn vị đề nghị các bộ phận báo cáo tiến độ vào chiều thứ Sáu hằng tuần.",
)
HEADINGS = (
    "Cách làm", "Kết quả bước đầu", "Người dân nói gì", "Khó khăn còn lại", "Việc sắp tới",
    "Những con số", "Bài học", "Trách nhiệm của từng bộ phận",
)  # fmt: skip
ITEMS = (
    "Niêm yết đủ {n} thủ tục, cập nhật ngay khi có thay đổi.",
    "Trả kết quả {field} trong ngày với hồ sơ nộp trước 10 giờ.",
    "Bố trí công chức trực thứ Bảy tại {place}.",
    "Gọi điện hẹn lại khi hồ sơ cần bổ sung, không để người dân tự hỏi.",
    "Giảm ít nhất {p}% thời gian của nhóm thủ tục {field}.",
    "Hoàn thành số hóa {n} hồ sơ trước cuối quý.",
)
FIELDS = (
    "hộ tịch", "đất đai", "xây dựng", "chứng thực", "bảo trợ xã hội", "đăng ký kinh doanh",
    "cư trú", "lao động", "y tế", "giáo dục",
)  # fmt: skip
ROLES = (
    "chánh văn phòng", "trưởng phòng", "phó trưởng phòng", "chuyên viên", "công chức một cửa",
    "phó chủ tịch",
)  # fmt: skip
POSITIONS = (
    "Chuyên viên", "Trưởng phòng", "Phó Trưởng phòng", "Công chức tư pháp - hộ tịch",
    "Công chức văn phòng - thống kê", "Công chức địa chính - xây dựng",
)  # fmt: skip
