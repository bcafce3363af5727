import type { Bilingual } from './point.ts';

/** Why coordinates were refused; `message` says what to do next. */
export interface CoordinateProblem {
  kind: 'unknown-crs' | 'not-a-number' | 'looks-like-degrees' | 'axes-swapped' | 'outside-vietnam';
  message: Bilingual;
}

export function unknownCrs(epsg: number): CoordinateProblem {
  return {
    kind: 'unknown-crs',
    message: {
      vi: `Không có hệ tọa độ EPSG:${epsg} trong danh sách. Hãy chọn một múi VN-2000 (3° hoặc 6°) hoặc UTM 48N, 49N.`,
      en: `EPSG:${epsg} is not in the list of coordinate systems. Choose a VN-2000 zone (3° or 6°) or UTM 48N, 49N.`,
    },
  };
}

export function notANumber(): CoordinateProblem {
  return {
    kind: 'not-a-number',
    message: {
      vi: 'Tọa độ phải là hai số. Hãy kiểm tra dấu thập phân và chữ lẫn trong số.',
      en: 'Coordinates must be two numbers. Check the decimal mark and any letters among the digits.',
    },
  };
}

export function looksLikeDegrees(): CoordinateProblem {
  return {
    kind: 'looks-like-degrees',
    message: {
      vi: 'Hai số này giống kinh độ, vĩ độ tính bằng độ, không phải tọa độ phẳng tính bằng mét. Hãy chọn hệ WGS 84 hoặc nhập tọa độ tính bằng mét.',
      en: 'These numbers look like degrees of longitude and latitude, not plane coordinates in metres. Choose WGS 84 or enter metres.',
    },
  };
}

export function planeAxesSwapped(): CoordinateProblem {
  return {
    kind: 'axes-swapped',
    message: {
      vi: 'X và Y bị đổi chỗ. Trên giấy tờ Việt Nam, X là tọa độ Bắc (Northing), Y là tọa độ Đông (Easting). Hãy đổi lại hai số.',
      en: 'X and Y are swapped. X = Northing, Y = Easting on Vietnamese paper. Exchange the two numbers.',
    },
  };
}

export function geographicAxesSwapped(): CoordinateProblem {
  return {
    kind: 'axes-swapped',
    message: {
      vi: 'Kinh độ và vĩ độ bị đổi chỗ. Ở Việt Nam, vĩ độ nằm trong khoảng 4,5–23,5 và kinh độ trong khoảng 102–118. Hãy đổi lại hai số.',
      en: 'Longitude and latitude are swapped. In Vietnam latitude lies within 4.5–23.5 and longitude within 102–118. Exchange the two numbers.',
    },
  };
}

export function outsideVietnam(): CoordinateProblem {
  return {
    kind: 'outside-vietnam',
    message: {
      vi: 'Điểm nằm ngoài khung Việt Nam (102–118° Đông, 4,5–23,5° Bắc). Hãy kiểm tra kinh tuyến trục, múi chiếu và từng chữ số.',
      en: 'The point lies outside the frame of Vietnam (102–118°E, 4.5–23.5°N). Check the central meridian, the zone and each digit.',
    },
  };
}
