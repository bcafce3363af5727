import { isVietnameseSyllable } from '#formats/vietnamese/index.ts';

const split = (text: string): string[] => text.trim().split(/\s*[|\n]\s*/);

/** Words of running text about heritage, the most frequent first: they are drawn by Zipf's law. */
export const TEXT_WORDS: readonly string[] = split(`
và | của | các | là | có | được | ở | trong | di tích | với | tại | người | thờ | làng | một | những | năm | đình | chùa | đền | xã
huyện | tỉnh | lễ hội | văn hóa | truyền thống | lịch sử | từ | đến | cho | theo | này | về | thế kỷ | xây dựng | kiến trúc | dân gian
nghệ thuật | nhân dân | trên | khi | đã | để | thời | vua | triều Nguyễn | triều Lê | triều Lý | triều Trần | địa phương | di sản | bảo tồn
giá trị | quốc gia | xếp hạng | đồng bào | dân tộc | cộng đồng | tín ngưỡng | thành hoàng | công trình | gỗ | đá | đồng | gốm | sứ | bia đá
chuông đồng | tượng | tượng Phật | hoành phi | câu đối | sắc phong | hậu cung | tiền tế | tam quan | gác chuông | nhà tổ | chạm khắc
chạm nổi | chạm lộng | rồng | phượng | lân | rùa | hoa sen | vân mây | hoa văn | sơn son thếp vàng | mái ngói | đầu đao | cột cái | vì kèo
bức chạm | bộ cửa | gian giữa | ba gian | năm gian | hai chái | sân đình | giếng cổ | cây đa | ao làng | khu vực | bảo vệ | trùng tu | tôn tạo
khảo cổ | khai quật | hố khai quật | tầng văn hóa | mộ táng | cư trú | công cụ đá | rìu đá | trống đồng | thạp đồng | lưỡi cày | dao găm | mũi tên
đồ trang sức | vòng đá | khuyên tai | hạt chuỗi | thủy tinh | gốm thô | gốm men ngọc | gốm hoa lam | gốm hoa nâu | bình vôi | lư hương | chân đèn
ấm rượu | bát đĩa | tiền cổ | ấn triện | kim sách | mộc bản | châu bản | gia phả | hương ước | địa bạ | thư tịch | kinh Phật | văn bia | minh văn
chữ Hán | chữ Nôm | quốc ngữ | phiên âm | dịch nghĩa | bản rập | lưu giữ | trưng bày | bảo tàng | hiện vật | sưu tập | bảo vật | cổ vật | di vật
hiến tặng | sưu tầm | kiểm kê | đăng ký | niên đại | tình trạng | nguyên vẹn | sứt mẻ | hoen gỉ | phục chế | kích thước | chiều cao | đường kính
trọng lượng | chất liệu | kỹ thuật | đúc | rèn | nung | dệt | thêu | đan lát | chạm bạc | khảm trai | sơn mài | tranh dân gian | in khắc gỗ
nghề thủ công | làng nghề | nghệ nhân | truyền dạy | thực hành | biểu diễn | hát then | hát xoan | quan họ | ca trù | chèo | tuồng | cải lương
đờn ca tài tử | múa rối nước | cồng chiêng | đàn tính | đàn bầu | trống cái | kèn sona | khèn bè | hát giao duyên | dân ca | sử thi | truyện cổ
tục ngữ | câu hò | hát ru | lễ cấp sắc | lễ cưới | lễ tang | lễ cúng | cầu mưa | cầu ngư | cầu mùa | mừng cơm mới | mở cửa rừng | xuống đồng
rước kiệu | tế lễ | dâng hương | rước nước | rước bánh | đua thuyền | chọi trâu | đấu vật | kéo co | đánh đu | cờ người | thổi cơm thi | bắt vịt
tháng giêng | tháng hai | tháng ba | tháng tám | âm lịch | hằng năm | ba năm một lần | ngày giỗ | danh nhân | danh tướng | anh hùng | liệt sĩ
khởi nghĩa | kháng chiến | cách mạng | chiến thắng | chiến dịch | căn cứ | địa đạo | nhà tù | nghĩa trang | tượng đài | lưu niệm | Chủ tịch
Hồ Chí Minh | Trần Hưng Đạo | Lê Lợi | Nguyễn Trãi | Quang Trung | Hai Bà Trưng | Hùng Vương | Lý Thường Kiệt | Phùng Hưng | Ngô Quyền
Đinh Tiên Hoàng | Nguyễn Du | Chu Văn An | Lý Quốc Sư | Bà Chúa Xứ | Thánh Gióng | Tản Viên | Liễu Hạnh | Quan Âm | Tam Thế | Thích Ca | Di Đà
Đông Sơn | Sa Huỳnh | Óc Eo | Phùng Nguyên | Đồng Đậu | Gò Mun | Hòa Bình | Bắc Sơn | Chăm Pa | Phù Nam | Đại Việt | Nam Đế | Gia Long
Minh Mạng | Thiệu Trị | Tự Đức | Thành Thái | Khải Định | Bảo Đại | Cảnh Hưng | Chính Hòa | Vĩnh Tộ | Hồng Đức | Thái Hòa | Quang Thuận
núi | sông | hang động | thác | biển | đảo | vịnh | hồ | suối | rừng nguyên sinh | danh lam | thắng cảnh | cảnh quan | địa chất | sinh thái
du khách | tham quan | mở cửa | vé vào cửa | đường bộ | đường thủy | bến thuyền | cầu ngói | phố cổ | nhà cổ | hội quán | chợ | bến cảng | thành cổ
hoàng thành | cung điện | lăng tẩm | miếu | văn miếu | văn chỉ | nhà thờ họ | nhà rông | nhà dài | nhà sàn | tháp Chăm | tháp gạch | linga | yoni
phù điêu | lá đề | đầu rồng | tượng sấu | sư tử đá | bệ thờ | cột kinh | tháp mộ | xá lị | y môn | ngai thờ | bài vị | long đình | kiệu bát cống
`);

const ONSETS = split(
  'b | c | ch | d | đ | g | gi | h | k | kh | l | m | n | ng | ngh | nh | ph | qu | r | s | t | th | tr | v | x',
);
const RHYMES = split(`
a | à | á | ả | ã | ạ | ai | ài | ái | ải | ại | ao | ào | áo | ảo | ạo | an | àn | án | ản | ạn | ang | àng | áng | ảng | ạng | anh | ành | ánh | ạnh
ăn | ằn | ắn | ăng | ằng | ắng | ẳng | ặng | ăm | ắm | ặm | ân | ần | ấn | ẩn | ận | âm | ầm | ấm | ậm | ây | ầy | ấy | ậy | âu | ầu | ấu | ậu
e | è | é | ẻ | em | èm | en | én | ẹn | ê | ề | ế | ể | ễ | ệ | ên | ền | ến | ệnh | ênh | i | ì | í | ỉ | ị | in | ìn | ín | ịnh | inh | ình | ính
iên | iền | iến | iện | iêu | iều | iếu | iệu | iêm | iểm | iệm | iết | iệt | o | ò | ó | ỏ | õ | ọ | oan | oàn | oán | oạn | oa | òa | óa | ong | òng | óng
ô | ồ | ố | ổ | ỗ | ộ | ôn | ồn | ốn | ông | ồng | ống | ổng | ộng | ôi | ồi | ối | ổi | ội | ơ | ờ | ớ | ở | ợ | ơn | ờn | ơi | ời | ới | ợi
u | ù | ú | ủ | ũ | ụ | un | ung | ùng | úng | ụng | uôn | uồn | uốn | uộn | uân | uấn | uyên | uyền | uyện | ư | ừ | ứ | ử | ữ | ự | ưng | ừng | ứng
ương | ường | ướng | ưởng | ượng | ươi | ười | ưới | ươn | ườn | ác | ạc | ắc | ặc | ách | ạch | ích | ịch | óc | ọc | ốc | ộc | úc | ục | ước | ược | át | ạt | ất | ật
`);

/** Syllables that Vietnamese could spell, most of which it uses: the long tail of running text. */
const RARE_SYLLABLES: readonly string[] = ONSETS.flatMap((onset) =>
  RHYMES.map((rhyme) => onset + rhyme),
).filter(isVietnameseSyllable);

/** Every other one with a far one beside it: rare words of two syllables. */
export const RARE_WORDS: readonly string[] = RARE_SYLLABLES.flatMap((syllable, at) => {
  const other = RARE_SYLLABLES[(at * 7919) % RARE_SYLLABLES.length] ?? '';
  return at % 2 === 0 ? [`${syllable} ${other}`] : [];
});

/** First words of names of monuments and objects, with the kind that they name. */
export const NAME_HEADS: readonly { words: string; kind: string }[] = [
  ...split(
    'Đình | Chùa | Đền | Miếu | Nhà thờ họ | Lăng | Phủ | Quán | Nghè | Am | Thành | Cầu | Tháp | Văn chỉ | Di chỉ khảo cổ | Địa điểm | Mộ | Từ đường | Động | Hang',
  ).map((words) => ({ words, kind: 'monument' })),
  ...split(
    'Trống đồng | Thạp đồng | Tượng Phật | Tượng | Bia đá | Chuông | Bình gốm | Ấn | Bộ cửa | Ngai thờ | Bức chạm | Lư hương | Đĩa gốm | Rìu đá | Vòng đá | Sắc phong | Cây đèn | Kiệu | Bệ thờ | Phù điêu',
  ).map((words) => ({ words, kind: 'artefact' })),
  ...split('Lễ hội | Nghề | Hát | Múa | Lễ | Tục | Tri thức dân gian | Nghệ thuật | Dân ca | Hội').map(
    (words) => ({ words, kind: 'intangible' }),
  ),
  ...split('Mộc bản | Văn bia | Gia phả | Hương ước | Kinh').map((words) => ({ words, kind: 'documentary' })),
];

/** Syllables that names of villages, people and temples are made of. */
export const NAME_SYLLABLES: readonly string[] = split(`
An | Bình | Đông | Tây | Nam | Bắc | Thượng | Hạ | Trung | Phú | Phúc | Lộc | Thọ | Xuân | Hòa | Thanh | Vĩnh | Long | Sơn | Hà | Giang | Hải | Kim
Ngọc | Bảo | Minh | Quang | Đức | Nghĩa | Hưng | Thịnh | Thái | Tân | Cổ | Đại | Tiểu | Yên | Mỹ | Mai | Lan | Liên | Trúc | Tùng | Bách | Hoàng
Bạch | Thạch | Kiếm | Lũ | Ngà | Hương | Hồng | Lam | Châu | Diên | Diễm | Dương | Đa | Đình | Định | Đô | Đồng | Động | Gia | Hiền | Hiệp | Hội
Hữu | Khánh | Khê | Khương | Kiên | Kỳ | La | Lai | Lâm | Lập | Lễ | Lệ | Linh | Lĩnh | Lương | Lưu | Mạc | Mão | Mễ | Nga | Nghi | Nhân | Nhuệ
Ninh | Nội | Ngoại | Phong | Phụng | Phương | Quan | Quán | Quế | Quỳnh | Sài | Sinh | Tam | Tảo | Thắng | Thiên | Thiện | Thổ | Thủy | Tiên | Tiến
Tín | Tiết | Trà | Trạch | Tràng | Trì | Triều | Trường | Tú | Từ | Tứ | Uy | Vân | Văn | Viên | Việt | Võ | Vọng | Vũ | Xá | Xuyên | Ý | Bồng | Cẩm
Cao | Chí | Chiêu | Chính | Chu | Công | Cúc | Cương | Danh | Dực | Duy | Đạo | Đào | Đằng | Điềm | Đoan | Độ | Đường | Giáp | Hạc | Hành | Hào | Hiến
Hoa | Hoằng | Hùng | Huy | Huyền | Khang | Khoái | Khúc | Lạc | Lãng | Lý | Nguyên | Nhật | Nhị | Nhuận | Pháp | Phổ | Quý | Tế | Tháp | Thần | Thi
`);

/** The 34 provinces of today with the former ones whose land they have. */
export const PROVINCES: readonly {
  code: string;
  name: string;
  former: readonly (readonly [string, string])[];
}[] = split(`
01:Hà Nội:01=Hà Nội | 04:Cao Bằng:04=Cao Bằng | 08:Tuyên Quang:02=Hà Giang;08=Tuyên Quang | 11:Điện Biên:11=Điện Biên
12:Lai Châu:12=Lai Châu | 14:Sơn La:14=Sơn La | 15:Lào Cai:10=Lào Cai;15=Yên Bái | 19:Thái Nguyên:06=Bắc Kạn;19=Thái Nguyên
20:Lạng Sơn:20=Lạng Sơn | 22:Quảng Ninh:22=Quảng Ninh | 24:Bắc Ninh:24=Bắc Giang;27=Bắc Ninh | 25:Phú Thọ:17=Hòa Bình;25=Phú Thọ;26=Vĩnh Phúc
31:Hải Phòng:30=Hải Dương;31=Hải Phòng | 33:Hưng Yên:33=Hưng Yên;34=Thái Bình | 37:Ninh Bình:35=Hà Nam;36=Nam Định;37=Ninh Bình
38:Thanh Hóa:38=Thanh Hóa | 40:Nghệ An:40=Nghệ An | 42:Hà Tĩnh:42=Hà Tĩnh | 44:Quảng Trị:44=Quảng Bình;45=Quảng Trị | 46:Huế:46=Thừa Thiên Huế
48:Đà Nẵng:48=Đà Nẵng;49=Quảng Nam | 51:Quảng Ngãi:51=Quảng Ngãi;62=Kon Tum | 52:Gia Lai:52=Bình Định;64=Gia Lai | 56:Khánh Hòa:56=Khánh Hòa;58=Ninh Thuận
66:Đắk Lắk:54=Phú Yên;66=Đắk Lắk | 68:Lâm Đồng:60=Bình Thuận;67=Đắk Nông;68=Lâm Đồng | 75:Đồng Nai:70=Bình Phước;75=Đồng Nai
79:Hồ Chí Minh:74=Bình Dương;77=Bà Rịa - Vũng Tàu;79=Hồ Chí Minh | 80:Tây Ninh:72=Tây Ninh;80=Long An | 82:Đồng Tháp:82=Tiền Giang;87=Đồng Tháp
86:Vĩnh Long:83=Bến Tre;84=Trà Vinh;86=Vĩnh Long | 91:An Giang:89=An Giang;91=Kiên Giang | 92:Cần Thơ:92=Cần Thơ;93=Hậu Giang;94=Sóc Trăng
96:Cà Mau:95=Bạc Liêu;96=Cà Mau
`).map((line) => {
  const [code = '', name = '', former = ''] = line.split(':');
  return { code, name, former: former.split(';').map((pair) => [pair.slice(0, 2), pair.slice(3)] as const) };
});
