import type { DatasetGroup } from '#modules/open-data/index.ts';
import type { Lang } from '#platform/i18n/index.ts';

const vi = {
  title: 'Dữ liệu mở',
  description:
    'Tải toàn bộ hồ sơ di sản công khai dưới dạng CSV, JSON Lines, GeoJSON, theo loại, theo danh mục, theo tỉnh; kèm mã kiểm tra.',
  lead: 'Mọi hồ sơ công khai đều tải về được. Mỗi bản phát hành được giữ nguyên, có số hồ sơ và mã SHA-256 để đối chiếu.',
  none: 'Chưa có bản phát hành nào. Bản đầu tiên được lập trong vài phút sau lần khởi động đầu tiên; người vận hành có thể lập ngay bằng lệnh ./disan dumps.',
  latest: (name: string) => `Bản phát hành mới nhất: ${name}`,
  rhythm: 'Bản mới được lập mỗi ngày nếu có hồ sơ công khai thay đổi; mười hai bản gần nhất được giữ lại.',
  groups: {
    all: 'Tất cả',
    kind: 'Theo loại hồ sơ',
    list: 'Theo danh mục và hạng',
    province: 'Theo tỉnh, thành phố',
  } satisfies Record<DatasetGroup, string>,
  dataset: 'Bộ dữ liệu',
  records: 'Số hồ sơ',
  files: 'Tệp',
  empty: 'Chưa có hồ sơ công khai nào trong bộ này.',
  download: 'Tải về',
  format: 'Định dạng',
  size: 'Dung lượng',
  checksum: 'SHA-256',
  formats: {
    csv: 'CSV (mở bằng Excel)',
    jsonl: 'JSON Lines (hồ sơ đầy đủ)',
    geojson: 'GeoJSON (hồ sơ có tọa độ công khai)',
  },
  columns: 'Các cột',
  column: 'Cột',
  meaning: 'Ý nghĩa',
  preview: (count: number) => `Xem trước ${count} hồ sơ đầu`,
  earlier: 'Các bản trước',
  release: 'Bản phát hành',
  licence: 'Giấy phép',
  licenceText:
    'Dữ kiện dùng lại tự do khi ghi nguồn. Tọa độ có giấy phép riêng ghi ở cột position_licence; bỏ ba cột tọa độ nếu không dùng được giấy phép đó.',
  licenceMore: 'Điều khoản sử dụng',
  questions: 'Ví dụ câu hỏi',
  question: {
    search: 'Xem các hồ sơ này trên trang tìm kiếm',
    api: 'Hỏi cùng nội dung qua API',
    changes: 'Theo dõi hồ sơ mới và sửa đổi',
  },
  api: 'Tài liệu API',
  catalogue: 'Danh mục DCAT',
  fileOf: (title: string, format: string) => `${title}: ${format}`,
};

const en: typeof vi = {
  title: 'Open data',
  description:
    'Download all public heritage records as CSV, JSON Lines and GeoJSON, by kind, list and province, with checksums.',
  lead: 'Every public record can be downloaded. Each release stays as it is, with the number of records and an SHA-256 checksum.',
  none: 'There is no release yet. The first is made within minutes of the first start; the operator can make it at once with ./disan dumps.',
  latest: (name) => `Latest release: ${name}`,
  rhythm: 'A new release is made every day on which public records have changed; the latest twelve are kept.',
  groups: { all: 'Everything', kind: 'By kind of record', list: 'By list and rank', province: 'By province' },
  dataset: 'Dataset',
  records: 'Records',
  files: 'Files',
  empty: 'No public record belongs to this dataset yet.',
  download: 'Download',
  format: 'Format',
  size: 'Size',
  checksum: 'SHA-256',
  formats: {
    csv: 'CSV (opens in Excel)',
    jsonl: 'JSON Lines (whole records)',
    geojson: 'GeoJSON (records with a public position)',
  },
  columns: 'Columns',
  column: 'Column',
  meaning: 'Meaning',
  preview: (count) => `Preview of the first ${count} records`,
  earlier: 'Earlier releases',
  release: 'Release',
  licence: 'Licence',
  licenceText:
    'Facts may be reused freely with the source named. Positions have licences of their own, in the column position_licence; leave the three columns out where that licence does not suit you.',
  licenceMore: 'Terms of use',
  questions: 'Questions to try',
  question: {
    search: 'See these records on the search page',
    api: 'Ask the same of the API',
    changes: 'Follow new and changed records',
  },
  api: 'API reference',
  catalogue: 'DCAT catalogue',
  fileOf: (title, format) => `${title}: ${format}`,
};

export const openDataMessages: Record<Lang, typeof vi> = { vi, en };
