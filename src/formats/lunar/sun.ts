import { EARTH_LONGITUDE_TERMS } from './earth-terms.ts';

const J2000 = 2_451_545;
const DAYS_PER_MILLENNIUM = 365_250;
const RADIANS = Math.PI / 180;
const ARCSECOND = RADIANS / 3600;

function earthLongitude(tau: number): number {
  let power = 1;
  let sum = 0;
  for (const series of EARTH_LONGITUDE_TERMS) {
    for (const [amplitude, phase, frequency] of series)
      sum += amplitude * power * Math.cos(phase + frequency * tau);
    power *= tau;
  }
  return sum * 1e-8;
}

/** The four largest terms of the nutation in longitude (Meeus 1998, chapter 22), good to 0.5″. */
function nutation(centuries: number): number {
  const node = (125.04452 - 1934.136261 * centuries) * RADIANS;
  const sun = (280.4665 + 36_000.7698 * centuries) * RADIANS;
  const moon = (218.3165 + 481_267.8813 * centuries) * RADIANS;
  return (
    (-17.2 * Math.sin(node) -
      1.32 * Math.sin(2 * sun) -
      0.23 * Math.sin(2 * moon) +
      0.21 * Math.sin(2 * node)) *
    ARCSECOND
  );
}

/** 20.4898″ divided by the distance to the Sun in astronomical units. */
function aberration(centuries: number): number {
  const anomaly = (357.52911 + 35_999.05029 * centuries) * RADIANS;
  return (-20.4898 * ARCSECOND) / (1.00014 - 0.01671 * Math.cos(anomaly));
}

/** Apparent geocentric longitude of the Sun in degrees [0, 360), about 2″; `jde` is a Julian day in TT. */
export function sunLongitude(jde: number): number {
  const tau = (jde - J2000) / DAYS_PER_MILLENNIUM;
  // −0.09033″: from the VSOP frame to FK5.
  const radians =
    earthLongitude(tau) + Math.PI - 0.09033 * ARCSECOND + nutation(tau * 10) + aberration(tau * 10);
  const degrees = (radians / RADIANS) % 360;
  return degrees < 0 ? degrees + 360 : degrees;
}
