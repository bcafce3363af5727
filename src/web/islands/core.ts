import { attachCombobox } from './core/combobox.ts';
import { rememberLanguage } from './core/language.ts';
import { attachSharing } from './core/sharing.ts';
import { attachShortcut } from './core/shortcut.ts';

// Everything here only improves pages that are complete without it.
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]')) attachCombobox(input);
attachSharing(document);
attachShortcut();
rememberLanguage();
