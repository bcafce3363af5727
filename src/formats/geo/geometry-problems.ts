import { geographicAxesSwapped, outsideVietnam } from './coordinate-problems.ts';
import type { Bilingual } from './point.ts';

const messages = {
  'not-an-object': {
    vi: 'Hình học phải là một đối tượng GeoJSON có "type" và "coordinates".',
    en: 'A geometry must be a GeoJSON object with "type" and "coordinates".',
  },
  'unknown-type': {
    vi: 'Loại hình học không được nhận. Hãy dùng Point, MultiPoint, LineString, MultiLineString, Polygon hoặc MultiPolygon.',
    en: 'This geometry type is not accepted. Use Point, MultiPoint, LineString, MultiLineString, Polygon or MultiPolygon.',
  },
  'unknown-member': {
    vi: 'Thuộc tính này không thuộc hình học GeoJSON. Hãy bỏ đi; hệ tọa độ gốc ghi ở trường riêng của hồ sơ.',
    en: 'This member does not belong to a GeoJSON geometry. Remove it; the original coordinate system has its own field in the record.',
  },
  'not-an-array': { vi: 'Chỗ này phải là một mảng tọa độ.', en: 'An array of coordinates is expected here.' },
  empty: {
    vi: 'Mảng tọa độ đang rỗng. Hãy thêm ít nhất một vị trí.',
    en: 'This array of coordinates is empty. Add at least one position.',
  },
  'too-few-positions': {
    vi: 'Thiếu vị trí: đường cần ít nhất 2, vòng khép kín cần ít nhất 4 (vị trí cuối lặp lại vị trí đầu).',
    en: 'Too few positions: a line needs at least 2, a closed ring at least 4 (the last repeats the first).',
  },
  'ring-not-closed': {
    vi: 'Vòng chưa khép kín. Vị trí cuối phải trùng với vị trí đầu.',
    en: 'The ring is not closed. Its last position must equal its first.',
  },
  'not-a-position': {
    vi: 'Vị trí phải là [kinh độ, vĩ độ] hoặc [kinh độ, vĩ độ, độ cao], toàn số.',
    en: 'A position must be [longitude, latitude] or [longitude, latitude, altitude], all numbers.',
  },
  'out-of-range': {
    vi: 'Kinh độ phải trong khoảng −180 đến 180, vĩ độ trong khoảng −90 đến 90, tính bằng độ. Nếu là mét, hãy chuyển đổi từ VN-2000 trước.',
    en: 'Longitude must lie within −180 to 180 and latitude within −90 to 90, in degrees. If these are metres, convert from VN-2000 first.',
  },
  'axes-swapped': geographicAxesSwapped().message,
  'outside-vietnam': outsideVietnam().message,
  'too-many-positions': {
    vi: 'Hình học có quá nhiều vị trí. Hãy giản lược đường biên rồi gửi lại.',
    en: 'The geometry has too many positions. Simplify the outline and send it again.',
  },
} satisfies Record<string, Bilingual>;

export interface GeometryProblem {
  /** RFC 6901 pointer into the geometry. */
  pointer: string;
  code: keyof typeof messages;
  message: Bilingual;
}

export function geometryProblem(pointer: string, code: GeometryProblem['code']): GeometryProblem {
  return { pointer, code, message: messages[code] };
}
