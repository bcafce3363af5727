const CAN = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const;
const CHI = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'] as const;

/** The sixty names in order: 0 is Giáp Tý, 59 is Quý Hợi. */
const CYCLE: readonly string[] = Array.from(
  { length: 60 },
  (_, index) => `${CAN[index % 10] ?? ''} ${CHI[index % 12] ?? ''}`,
);

function cycleName(index: number): string {
  return CYCLE[((index % 60) + 60) % 60] ?? '';
}

/** Position of a lunar year in the sixty-year cycle; year 4 CE was Giáp Tý. */
export function yearCycleIndex(year: number): number {
  return (((year - 4) % 60) + 60) % 60;
}

export function canChiYear(year: number): string {
  return cycleName(yearCycleIndex(year));
}

/** Month 1 is always a Dần month; a leap month bears the name of the month it repeats. */
export function canChiMonth(year: number, month: number): string {
  return cycleName(year * 12 + month + 13);
}

/** `day` counts from 1970-01-01, which was a Tân Tỵ day. */
export function canChiDay(day: number): string {
  return cycleName(day + 17);
}

/** `hour` is 0–23; the Tý hour that begins at 23 h opens the next day of the cycle. */
export function canChiHour(day: number, hour: number): string {
  const doubleHour = Math.floor((hour + 1) / 2);
  return cycleName((day + 17) * 12 + doubleHour);
}
