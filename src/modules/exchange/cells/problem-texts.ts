export type Text = readonly [vi: string, en: string];

/** Texts with `{name}` are filled from the words given. */
export const PROBLEMS = {
  'unknown-term': [
    ['“{given}” không có trong danh mục {list}.', '“{given}” is not in the list {list}.'],
    ['Hãy dùng nhãn hoặc mã có trong danh mục.', 'Use a label or code of the list.'],
  ],
  'similar-term': [
    ['“{given}” không có trong danh mục {list}.', '“{given}” is not in the list {list}.'],
    ['Ý bạn là: {candidates}?', 'Did you mean: {candidates}?'],
  ],
  'unlisted-term': [
    ['“{given}” không có trong danh mục {list}.', '“{given}” is not in the list {list}.'],
    ['Hãy ghi một trong các mục: {candidates}.', 'Write one of these: {candidates}.'],
  ],
  'ambiguous-term': [
    [
      '“{given}” có thể là nhiều mục của danh mục {list}.',
      '“{given}” may be several entries of the list {list}.',
    ],
    ['Hãy ghi mã của đúng mục: {candidates}.', 'Write the code of the right one: {candidates}.'],
  ],
  'not-a-boolean': [
    ['“{given}” không phải là có hay không.', '“{given}” is neither yes nor no.'],
    ['Hãy ghi: có, không.', 'Write: yes, no.'],
  ],
  'not-an-integer': [
    ['“{given}” không phải là số nguyên.', '“{given}” is not a whole number.'],
    [
      'Hãy chỉ ghi chữ số, không có dấu chấm, dấu phẩy hay đơn vị.',
      'Write digits only, without points, commas or units.',
    ],
  ],
  'not-a-number': [
    ['“{given}” không phải là số.', '“{given}” is not a number.'],
    [
      'Hãy chỉ ghi số, ví dụ 63.5; đơn vị có cột riêng.',
      'Write the number alone, for example 63.5; units have a column of their own.',
    ],
  ],
  'ambiguous-number': [
    [
      '“{given}” có thể đọc theo hai cách: {small} hoặc {large}.',
      '“{given}” can be read in two ways: {small} or {large}.',
    ],
    ['Hãy ghi {small} hoặc {large}.', 'Write {small} or {large}.'],
  ],
  'impossible-date': [
    ['“{given}” không phải ngày tháng có thật.', '“{given}” is no date that exists.'],
    [
      'Hãy kiểm tra với nguồn, rồi ghi theo một trong các dạng: 31/12/1789; 1789-12-31; 12/1789; 1789; thế kỷ XVIII.',
      'Check it against the source, and write it in one of these forms: 31/12/1789; 1789-12-31; 12/1789; 1789; thế kỷ XVIII.',
    ],
  ],
  'serial-date': [
    [
      '“{given}” là số thứ tự ngày của Excel ({date}), không phải ngày tháng.',
      '“{given}” is the number that Excel has for a day ({date}), not a date.',
    ],
    [
      'Nếu đúng là ngày đó, hãy ghi {date}; nếu không, hãy chép lại ngày từ bản gốc.',
      'If that day is meant, write {date}; otherwise copy the date from the original.',
    ],
  ],
  'year-as-day': [
    [
      'Ô mang định dạng ngày nên Excel hiểu {year} là ngày {date}.',
      'The cell is formatted as a date, so that Excel takes {year} for the day {date}.',
    ],
    [
      'Hãy đổi định dạng ô thành Văn bản (Text) rồi ghi {year} nếu là năm, hoặc {date} nếu đúng là ngày đó.',
      'Format the cell as Text and write {year} for the year, or {date} if that day is meant.',
    ],
  ],
  'formula-error': [
    ['Công thức trong ô báo lỗi {given}.', 'The formula in the cell fails with {given}.'],
    [
      'Hãy sửa công thức trong bảng tính, hoặc ghi thẳng giá trị vào ô.',
      'Correct the formula in the spreadsheet, or write the value into the cell.',
    ],
  ],
  'not-a-day-of-the-year': [
    ['“{given}” không phải là một ngày trong năm.', '“{given}” is not a day of the year.'],
    [
      'Hãy ghi tháng-ngày, ví dụ 03-10, hoặc ngày/tháng, ví dụ 10/3.',
      'Write month-day, for example 03-10, or day/month, for example 10/3.',
    ],
  ],
  'items-differ': [
    [
      'Các cột của “{label}” không cùng số giá trị: {counts}.',
      'The columns of “{label}” hold different numbers of values: {counts}.',
    ],
    [
      'Hãy ghi giá trị theo cùng thứ tự, phân cách bằng dấu |; chỗ không có giá trị để trống giữa hai dấu |.',
      'Write the values in the same order, separated by |; leave nothing between two | where there is no value.',
    ],
  ],
  'absence-with-value': [
    ['“{label}” vừa ghi là vắng vừa có giá trị.', '“{label}” is said to be absent and has a value as well.'],
    ['Hãy bỏ một trong hai.', 'Remove one of the two.'],
  ],
  'unknown-place': [
    ['Không có đơn vị hành chính “{given}”.', 'There is no administrative unit “{given}”.'],
    [
      'Hãy ghi tên kèm tỉnh, ví dụ “xã Tam Sơn, tỉnh Bắc Ninh”, hoặc mã đơn vị.',
      'Write the name with its province, for example “xã Tam Sơn, tỉnh Bắc Ninh”, or the code.',
    ],
  ],
  'similar-place': [
    ['Không có đơn vị hành chính “{given}”.', 'There is no administrative unit “{given}”.'],
    [
      'Ý bạn là: {candidates}? Hãy ghi mã hoặc tên kèm tỉnh.',
      'Did you mean: {candidates}? Write the code, or the name with its province.',
    ],
  ],
  'ambiguous-place': [
    ['“{given}” là tên của nhiều đơn vị hành chính.', 'Several administrative units are called “{given}”.'],
    ['Hãy ghi mã của đúng đơn vị: {candidates}.', 'Write the code of the right one: {candidates}.'],
  ],
  'unknown-crs': [
    ['Không có hệ tọa độ “{given}”.', 'There is no coordinate system “{given}”.'],
    [
      'Hãy ghi EPSG:4326 (WGS 84), hoặc mã EPSG của múi VN-2000, ví dụ EPSG:9211.',
      'Write EPSG:4326 (WGS 84) or the EPSG code of a VN-2000 zone, for example EPSG:9211.',
    ],
  ],
  'not-a-coordinate': [
    ['“{given}” không phải là tọa độ.', '“{given}” is not a coordinate.'],
    [
      'Hãy ghi số độ, ví dụ 21.0285 hoặc 21°01′43″N, hay số mét của múi VN-2000.',
      'Write degrees, for example 21.0285 or 21°01′43″N, or metres in a VN-2000 zone.',
    ],
  ],
  'half-a-point': [
    ['Điểm thiếu một trong hai tọa độ.', 'One of the two coordinates of the point is missing.'],
    ['Hãy ghi cả hai, hoặc để trống cả hai.', 'Give both, or leave both empty.'],
  ],
  'wrong-point': [
    ['{what}', '{what}'],
    [
      'Hãy đối chiếu tọa độ và hệ tọa độ với nguồn.',
      'Compare the coordinates and their system with the source.',
    ],
  ],
  'broken-record-cell': [
    ['Ô _record không còn đọc được.', 'The cell _record can no longer be read.'],
    [
      'Hãy chép lại ô này từ tệp đã xuất, hoặc xóa trắng ô.',
      'Copy the cell again from the exported file, or empty it.',
    ],
  ],
  'value-without-column': [
    [
      'Ô thứ {column} có nội dung nhưng cột không có tên.',
      'Cell {column} holds something, but its column has no name.',
    ],
    ['Hãy đặt tên cho cột hoặc xóa ô.', 'Name the column or clear the cell.'],
  ],
  'no-such-identifier': [
    [
      '“{given}” không phải mã định danh hợp lệ: ký tự kiểm tra không khớp.',
      '“{given}” is no valid identifier: its check character does not match.',
    ],
    [
      'Hãy chép lại mã từ trang của hồ sơ; nếu là mã của hệ thống nguồn, hãy ghi local:{given}.',
      'Copy the identifier again from the page of the record; a key of your own system is written local:{given}.',
    ],
  ],
  'unknown-record': [
    ['Không có hồ sơ mang mã “{given}”.', 'There is no record with the identifier “{given}”.'],
    [
      'Hãy kiểm tra mã; hồ sơ mới thì để trống ô này hoặc ghi mã của hệ thống nguồn.',
      'Check it; for a new record leave the cell empty or write a key of your own system.',
    ],
  ],
  'record-moved': [
    ['Hồ sơ này đã được gộp vào hồ sơ {pid}.', 'This record was merged into record {pid}.'],
    ['Hãy ghi mã {pid}.', 'Write the identifier {pid}.'],
  ],
  'record-gone': [
    ['Hồ sơ {pid} đã bị thu hồi: {reason}.', 'Record {pid} was withdrawn: {reason}.'],
    [
      'Hãy bỏ dòng này, hoặc để trống mã để lập hồ sơ mới.',
      'Remove the row, or empty its key to make a new record.',
    ],
  ],
  'edited-meanwhile': [
    [
      'Hồ sơ {pid} vừa được người khác sửa trong khi nhập.',
      'Record {pid} was edited by somebody else during the import.',
    ],
    ['Hãy nhập lại tệp này.', 'Import the file again.'],
  ],
  'not-allowed': [
    ['Bạn không có quyền ghi hồ sơ này.', 'You may not write this record.'],
    ['Hãy liên hệ người quản trị.', 'Ask the administrator.'],
  ],
  'bad-row-key': [
    ['“{given}” không dùng làm mã hồ sơ được.', '“{given}” cannot be the key of a record.'],
    [
      'Hãy ghi mã định danh, mã của hệ thống nguồn, hoặc hệ-mã:giá-trị; tối đa 500 ký tự.',
      'Write an identifier, a key of your own system, or scheme:value; at most 500 characters.',
    ],
  ],
  'repeated-row': [
    ['Dòng {line} đã dùng mã “{given}”.', 'Line {line} has the key “{given}” already.'],
    ['Hãy gộp hai dòng hoặc sửa mã.', 'Merge the two rows or correct the key.'],
  ],
  'other-kind': [
    [
      'Hồ sơ {pid} thuộc loại “{kind}”, không phải loại đang nhập.',
      'Record {pid} is of the kind “{kind}”, not of the kind that is imported.',
    ],
    ['Hãy nhập dòng này cùng các hồ sơ loại đó.', 'Import this row together with records of that kind.'],
  ],
  'edited-since': [
    [
      'Hồ sơ {pid} đã được sửa sau khi xuất ra tệp này (phiên bản {exported}, nay là {current}).',
      'Record {pid} was edited after it was exported (version {exported}, now {current}).',
    ],
    [
      'Hãy xuất lại rồi sửa trên tệp mới; hoặc xóa trắng ô _record nếu muốn ghi đè.',
      'Export it again and edit the new file; or empty the cell _record to overwrite.',
    ],
  ],
  'unknown-column': [
    [
      'Không biết cột “{given}” là trường nào của {standard}.',
      'The column “{given}” is no field of {standard}.',
    ],
    [
      'Hãy sửa tên cột theo mẫu nhập, hoặc khai báo cột trong tệp ánh xạ: "columns": {"{given}": "khóa trường" hay null}.',
      'Name it as in the import template, or declare it in the mapping file: "columns": {"{given}": "field key" or null}.',
    ],
  ],
  'similar-column': [
    [
      'Không biết cột “{given}” là trường nào của {standard}.',
      'The column “{given}” is no field of {standard}.',
    ],
    ['Có phải là: {candidates}?', 'Did you mean: {candidates}?'],
  ],
  'decision-column': [
    [
      'Cột “{given}” nói về quyết định xếp hạng, ghi danh; đó là văn bản riêng, không phải trường của {standard}.',
      'The column “{given}” tells of the decision that ranks or lists, which is a document of its own and no field of {standard}.',
    ],
    [
      'Hãy khai báo trong tệp ánh xạ: "columns": {"{given}": null} để bỏ cột, hoặc "{given}": "sources" để giữ số quyết định làm nguồn.',
      'Say in the mapping file "columns": {"{given}": null} to leave it out, or "{given}": "sources" to keep the number as a source.',
    ],
  ],
  'column-twice': [
    [
      'Hai cột “{first}” và “{second}” cùng là “{key}”.',
      'The columns “{first}” and “{second}” both mean “{key}”.',
    ],
    ['Hãy bỏ một cột, hoặc dùng tệp ánh xạ để chọn.', 'Remove one of them, or choose in a mapping file.'],
  ],
  'mapped-column-missing': [
    [
      'Tệp ánh xạ nói đến cột “{given}”, nhưng tệp dữ liệu không có cột đó.',
      'The mapping speaks of a column “{given}”, which the file has not.',
    ],
    [
      'Hãy kiểm tra xem tệp ánh xạ có đúng là của tệp này không.',
      'Check whether the mapping belongs to this file.',
    ],
  ],
  'unknown-key': [
    [
      'Tệp ánh xạ dùng khóa “{given}”, không có trong {standard}.',
      'The mapping uses the key “{given}”, which {standard} has not.',
    ],
    [
      'Các khóa ghi ở dòng đầu của mẫu nhập, ví dụ name[vi].',
      'The keys stand in the first row of the import template, for example name[vi].',
    ],
  ],
  'nothing-to-import': [
    ['Không có cột nào là trường của {standard}.', 'No column is a field of {standard}.'],
    [
      'Hãy kiểm tra dòng tiêu đề, dấu phân cách và loại hồ sơ (--as).',
      'Check the header row, the delimiter and the kind (--as).',
    ],
  ],
} as const satisfies Record<string, readonly [Text, Text]>;

export type ProblemCode = keyof typeof PROBLEMS;
