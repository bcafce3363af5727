/** A transverse Mercator zone: false easting 500,000 m, false northing 0, axis order E, N. */
export interface Zone {
  epsg: number;
  name: string;
  datum: 'VN-2000' | 'WGS 84';
  /** Degrees east. */
  centralMeridian: number;
  /** Scale on the central meridian: 0.9999 in 3° zones, 0.9996 in 6° zones. */
  k0: number;
  /** Degrees of longitude the zone was drawn for. */
  width: 3 | 6;
}

const threeDegree = (epsg: number, centralMeridian: number, name: string): Zone => ({
  epsg,
  name: `VN-2000 / TM-3 ${name}`,
  datum: 'VN-2000',
  centralMeridian,
  k0: 0.9999,
  width: 3,
});

const sixDegree = (epsg: number, centralMeridian: number, datum: Zone['datum']): Zone => ({
  epsg,
  name: `${datum} / UTM zone ${centralMeridian === 105 ? 48 : 49}N`,
  datum,
  centralMeridian,
  k0: 0.9996,
  width: 6,
});

/** EPSG codes of the provincial axes, the national 3° and 6° zones, and UTM on WGS 84. */
export const zones: readonly Zone[] = [
  threeDegree(5896, 102, 'zone 481'),
  threeDegree(9205, 103, '103-00'),
  threeDegree(9206, 104, '104-00'),
  threeDegree(9207, 104.5, '104-30'),
  threeDegree(9208, 104.75, '104-45'),
  threeDegree(5897, 105, 'zone 482'),
  threeDegree(9209, 105.5, '105-30'),
  threeDegree(9210, 105.75, '105-45'),
  threeDegree(9211, 106, '106-00'),
  threeDegree(9212, 106.25, '106-15'),
  threeDegree(9213, 106.5, '106-30'),
  threeDegree(9214, 107, '107-00'),
  threeDegree(9215, 107.25, '107-15'),
  threeDegree(9216, 107.5, '107-30'),
  threeDegree(5899, 107.75, 'Da Nang zone'),
  threeDegree(5898, 108, 'zone 491'),
  threeDegree(9217, 108.25, '108-15'),
  threeDegree(9218, 108.5, '108-30'),
  sixDegree(3405, 105, 'VN-2000'),
  sixDegree(3406, 111, 'VN-2000'),
  sixDegree(32648, 105, 'WGS 84'),
  sixDegree(32649, 111, 'WGS 84'),
];

/** The 3° VN-2000 zone of a provincial central meridian (TT 24/2025/TT-BNNMT annex), in decimal degrees. */
export function zoneOfMeridian(centralMeridian: number): Zone | undefined {
  return zones.find((zone) => zone.width === 3 && Math.abs(zone.centralMeridian - centralMeridian) < 1e-6);
}
