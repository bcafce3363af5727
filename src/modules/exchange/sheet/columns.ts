/** The column of the import template that says which record a row is. */
export const KEY_COLUMN = 'id';

/**
 * A column of exports that no field can be called: the version that was exported, and as JSON what cells cannot tell.
 * With it a row comes back without loss, and a row that somebody else has edited meanwhile is noticed.
 */
export const RECORD_COLUMN = '_record';

/** The columns that are added to rejected rows, in the order problem, advice. */
export const ERROR_COLUMNS = { vi: ['Lỗi', 'Gợi ý'], en: ['Error', 'Advice'] } as const;

/** The corrected file of rejected rows may still carry them. */
export const ERROR_HEADERS: ReadonlySet<string> = new Set([...ERROR_COLUMNS.vi, ...ERROR_COLUMNS.en]);
