import { deltaTSeconds, polynomial } from './delta-t.ts';

/** Julian day number of 1970-01-01 00:00, the origin of day numbers here. */
const JD_OF_EPOCH = 2_440_587.5;
const JDE_OF_J2000 = 2_451_545;
/** Official time of the Vietnamese calendar: the 7th time zone, meridian 105° E. */
const UTC_OFFSET_DAYS = 7 / 24;
const MEAN_MONTH = 29.530588861;
const LUNATIONS_PER_CENTURY = 1236.85;
const FIRST_NEW_MOON = 2_451_550.09766; // JDE of lunation 0, 6 January 2000
const RADIANS = Math.PI / 180;

/** Amplitude in 10⁻⁵ day, power of the eccentricity factor E, multiples of M, M′, F (Meeus 1998, chapter 49). */
const PERIODIC: readonly (readonly [number, number, number, number, number])[] = [
  [-40720, 0, 0, 1, 0],
  [17241, 1, 1, 0, 0],
  [1608, 0, 0, 2, 0],
  [1039, 0, 0, 0, 2],
  [739, 1, -1, 1, 0],
  [-514, 1, 1, 1, 0],
  [208, 2, 2, 0, 0],
  [-111, 0, 0, 1, -2],
  [-57, 0, 0, 1, 2],
  [56, 1, 1, 2, 0],
  [-42, 0, 0, 3, 0],
  [42, 1, 1, 0, 2],
  [38, 1, 1, 0, -2],
  [-24, 1, -1, 2, 0],
  [-7, 0, 2, 1, 0],
  [4, 0, 0, 2, -2],
  [4, 0, 3, 0, 0],
  [3, 0, 1, 1, -2],
  [3, 0, 0, 2, 2],
  [-3, 0, 1, 1, 2],
  [3, 0, -1, 1, 2],
  [-2, 0, -1, 1, -2],
  [-2, 0, 1, 3, 0],
  [2, 0, 0, 4, 0],
];

/** Planetary arguments: amplitude in 10⁻⁶ day, degrees at lunation 0, degrees per lunation. */
const PLANETARY: readonly (readonly [number, number, number])[] = [
  [325, 299.77, 0.107408],
  [165, 251.88, 0.016321],
  [164, 251.83, 26.651886],
  [126, 349.42, 36.412478],
  [110, 84.66, 18.206239],
  [62, 141.74, 53.303771],
  [60, 207.14, 2.453732],
  [56, 154.84, 7.30686],
  [47, 34.52, 27.261239],
  [42, 207.19, 0.121824],
  [40, 291.34, 1.844379],
  [37, 161.72, 24.198154],
  [35, 239.56, 25.513099],
  [23, 331.55, 3.592518],
];

/** Time of true new moon, TT as a Julian day; error under 20 s near the present (Meeus 1998, chapter 49). */
export function newMoonJde(lunation: number): number {
  const t = lunation / LUNATIONS_PER_CENTURY;
  const mean = FIRST_NEW_MOON + MEAN_MONTH * lunation + polynomial([0, 0, 0.00015437, -1.5e-7, 7.3e-10], t);
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = 2.5534 + 29.1053567 * lunation + polynomial([0, 0, -0.0000014, -1.1e-7], t);
  const moon = 201.5643 + 385.81693528 * lunation + polynomial([0, 0, 0.0107582, 0.00001238, -5.8e-8], t);
  const f = 160.7108 + 390.67050284 * lunation + polynomial([0, 0, -0.0016118, -0.00000227, 1.1e-8], t);
  const node = 124.7746 - 1.56375588 * lunation + polynomial([0, 0, 0.0020672, 0.00000215], t);
  let correction = -0.00017 * Math.sin(node * RADIANS);
  for (const [amplitude, power, m, mPrime, latitude] of PERIODIC) {
    correction +=
      1e-5 * amplitude * e ** power * Math.sin((m * sun + mPrime * moon + latitude * f) * RADIANS);
  }
  for (const [amplitude, start, rate] of PLANETARY) {
    correction += 1e-6 * amplitude * Math.sin((start + rate * lunation) * RADIANS);
  }
  return mean + correction;
}

function decimalYear(jde: number): number {
  return 2000 + (jde - JDE_OF_J2000) / 365.2425;
}

/** Day number and fraction on the clock of UTC+7. */
export function localDayOfJde(jde: number): number {
  return jde - deltaTSeconds(decimalYear(jde)) / 86_400 - JD_OF_EPOCH + UTC_OFFSET_DAYS;
}

/** Julian day (TT) at which a day begins at UTC+7. */
export function jdeOfLocalDay(day: number): number {
  const jd = day + JD_OF_EPOCH - UTC_OFFSET_DAYS;
  return jd + deltaTSeconds(decimalYear(jd)) / 86_400;
}

/** Day number (UTC+7) on which a lunation begins; lunation 0 is the new moon of 6 January 2000. */
export function newMoonDay(lunation: number): number {
  return Math.floor(localDayOfJde(newMoonJde(lunation)));
}

/** The last lunation that begins on or before a day. */
export function lunationOnOrBefore(day: number): number {
  let lunation = Math.round((day + JD_OF_EPOCH - FIRST_NEW_MOON) / MEAN_MONTH) + 1;
  while (newMoonDay(lunation) > day) lunation -= 1;
  return lunation;
}
