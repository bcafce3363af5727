/** How the letters of a text are coded. `TCVN3-H`: the capitals fonts (.VnTimeH), where the same bytes mean capitals. */
export type LegacyEncoding = 'TCVN3' | 'TCVN3-H' | 'VNI' | 'VISCII' | 'Windows-1258' | 'Windows-1252';

export type UnicodeEncoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

/** `mis-decoded UTF-8`: UTF-8 that was once read as Windows-1252 or Latin-1 and saved like that. */
export type TextEncoding = UnicodeEncoding | LegacyEncoding | 'mis-decoded UTF-8';
